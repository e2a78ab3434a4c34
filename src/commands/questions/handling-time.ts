import { closingsInDays } from '#queries/closings-in-days.ts';
import { duration } from '#queries/duration.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { measures, survivalKeys } from '#queries/measures.ts';
import { clocks, dayKinds } from '#queries/where/clocks.ts';
import { m } from '#lib/paraglide/messages.js';
import { option } from '../arguments.ts';
import { usage } from '../usage.ts';
import { absent, inColumns, lackingColumns, told } from './columns.ts';
import type { Question } from './question.ts';

/** The days of closings without a time of day, and the closings without a day; of nothing where they can't be told. */
const inWholeDays = (days?: { dateOnly: number; medianDays: number | null; closedWithoutTime: number }) => ({
	dateOnly: days?.dateOnly ?? 0,
	medianWholeDays: days?.medianDays ?? null,
	closedWithoutTime: days?.closedWithoutTime ?? 0
});
const daysUnknown = { dateOnly: null, medianWholeDays: null, closedWithoutTime: null };

/**
 * The measure of that name with whole days beside its hours, for closings that have no time of day; by `--estimator km`
 * the time that counts the open orders.
 */
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
		const measure = measures['handling-time'];
		const lacking = await lackingColumns(db, measure);
		if (lacking !== null) return [{ ...absent(measure, lacking), ...daysUnknown }];
		const [rows, closings] = await Promise.all([
			duration(db, 'handling-time', scope, by, negatives).execute(),
			closingsInDays(db, scope, by).execute()
		]);
		return rows.map((row) => ({
			...inColumns(measure, { name: row.name, ...told({ type: 'duration', ...row }) }),
			...inWholeDays(closings.find((other) => (other.name ?? null) === (row.name ?? null)))
		}));
	}
};
