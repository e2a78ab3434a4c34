import { timeliness as asked } from '#queries/timeliness.ts';
import type { Question } from './question.ts';

export const timeliness: Question = { options: [], answer: (db, scope, by) => asked(db, scope, by).execute() };
