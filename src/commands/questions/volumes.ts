import { volumes as asked } from '#queries/volumes.ts';
import type { Question } from './question.ts';

export const volumes: Question = { options: [], answer: (db, scope, by) => asked(db, scope, by).execute() };
