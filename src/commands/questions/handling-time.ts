import { closingsInDays } from '#queries/closings-in-days.ts';
import { duration } from '#queries/duration.ts';
import { option } from '../arguments.ts';
import type { Question } from './question.ts';

/** Hours to the sixth decimal: a tenth of a second is finer than any export. */
const hours = (seconds: number | null | undefined) =>
	seconds === null || seconds === undefined ? null : Math.round((seconds / 3600) * 1e6) / 1e6;

export const handlingTime: Question = {
	options: ['negatives'],
	answer: async (db, scope, by, args) => {
		const negatives = option(args, 'negatives', ['drop', 'keep']) ?? 'drop';
		const [rows, inDays] = await Promise.all([
			duration(db, 'handling-time', scope, by, negatives).execute(),
			closingsInDays(db, scope, by).execute()
		]);
		return rows.map((row) => {
			const days = inDays.find((other) => (other.name ?? null) === (row.name ?? null));
			return {
				name: row.name,
				n: row.n,
				medianHours: hours(row.medianSeconds),
				p90Hours: hours(row.p90Seconds),
				meanHours: hours(row.meanSeconds),
				negative: row.negative,
				dateOnly: days?.dateOnly ?? 0,
				medianWholeDays: days?.medianDays ?? null,
				closedWithoutTime: days?.closedWithoutTime ?? 0
			};
		});
	}
};
