import { returnVisits as asked } from '#queries/return-visits.ts';
import type { Question } from './question.ts';

export const returnVisits: Question = { options: [], answer: (db, scope, by) => asked(db, scope, by).execute() };
