import { closingsInDays } from '#queries/closings-in-days.ts';
import { duration } from '#queries/duration.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { survivalKeys } from '#queries/measures.ts';
import { clocks, dayKinds } from '#queries/where/clocks.ts';
import { m } from '#lib/paraglide/messages.js';
import { option } from '../arguments.ts';
import { usage } from '../usage.ts';
import { hours } from './hours.ts';
import type { Question } from './question.ts';

export const handlingTime: Question = {
	options: ['negatives', 'estimator', 'clock', 'days'],
	answer: async (db, scope, by, args) => {
		const estimator = option(args, 'estimator', ['closed', 'km']) ?? 'closed';
		const [clock, days] = [option(args, 'clock', clocks), option(args, 'days', dayKinds)];
		if (estimator === 'km') {
			if (args.options.has('negatives')) throw usage(m.open_cli_only_closed, { name: 'negatives' });
			return handlingSurvival(db, survivalKeys[clock ?? 'citizen'][days ?? 'clock'], scope, by).execute();
		}
		if (clock ?? days) throw usage(m.open_cli_only_km, { name: clock ? 'clock' : 'days' });
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
