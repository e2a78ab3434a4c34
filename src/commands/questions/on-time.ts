import { rate } from '#queries/rate.ts';
import { option } from '../arguments.ts';
import type { Question } from './question.ts';

export const onTime: Question = {
	options: ['basis'],
	answer: (db, scope, by, args) => {
		const basis = option(args, 'basis', ['due', 'closed']) ?? 'due';
		return rate(db, basis === 'due' ? 'on-time-due' : 'on-time-closed', scope, by).execute();
	}
};
