import { wilson } from '#lib/domain/statistics.ts';
import { dimensions, type Dimension, type Scope } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { m } from '#lib/paraglide/messages.js';
import { columnsCarried, type OptionalColumn } from '#queries/columns-carried.ts';
import { count } from '#queries/count.ts';
import { duration } from '#queries/duration.ts';
import { gap } from '#queries/gap.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { isMeasureKey, measures, type Measure, type MeasureKey } from '#queries/measures.ts';
import { quantity } from '#queries/quantity.ts';
import { quota } from '#queries/quota.ts';
import { rate } from '#queries/rate.ts';
import { isCityLevelOnly, mayAsk } from '#queries/where/city-level.ts';
import { usage } from '../usage.ts';
import { hours } from './hours.ts';
import type { Question, Row } from './question.ts';

type Answer = (db: WarehouseDb, key: never, scope: Scope, by?: never) => Promise<Row[]>;

/** How each type of measure is answered, and the columns of its answer. */
const answers: Record<Measure['type'], { columns: string[]; answer: Answer }> = {
	rate: {
		columns: ['numerator', 'denominator', 'rate', 'low', 'high'],
		answer: async (db, key, scope, by) =>
			(await rate(db, key, scope, by).execute()).map(({ name, numerator, denominator, rate }) => ({
				...{ name, numerator, denominator, rate },
				...(denominator > 0 ? wilson(numerator, denominator) : { low: null, high: null })
			}))
	},
	count: { columns: ['orders'], answer: (db, key, scope, by) => count(db, key, scope, by).execute() },
	duration: {
		columns: ['n', 'medianHours', 'p90Hours', 'meanHours', 'negative', 'missing'],
		answer: async (db, key, scope, by) =>
			(await duration(db, key, scope, by).execute()).map((row) => ({
				...{ name: row.name, n: row.n, medianHours: hours(row.medianSeconds), p90Hours: hours(row.p90Seconds) },
				...{ meanHours: hours(row.meanSeconds), negative: row.negative, missing: row.missing }
			}))
	},
	survival: {
		columns: [
			...['n', 'closed', 'open', 'medianDays', 'p75Days', 'p90Days', 'doneIn1', 'doneIn5', 'doneIn10', 'doneIn15'],
			...['meanClosedDays', 'negative', 'missing', 'yearNotLoaded']
		],
		answer: (db, key, scope, by) => handlingSurvival(db, key, scope, by).execute()
	},
	quantity: {
		columns: ['n', 'median', 'p90', 'most', 'total', 'missing'],
		answer: (db, key, scope, by) => quantity(db, key, scope, by).execute()
	},
	gap: {
		columns: [
			...['oneDenominator', 'oneNumerator', 'oneValue', 'otherDenominator', 'otherNumerator', 'otherValue'],
			...['gap', 'standardisedGap', 'comparable']
		],
		answer: (db, key, scope, by) => gap(db, key, scope, by).execute()
	},
	quota: {
		columns: ['numerator', 'denominator', 'rate', 'counted', 'asked'],
		answer: (db, key, scope, by) => quota(db, key, scope, by).execute()
	}
};

/** The columns of a measure's answer; `notInExports` names the columns it needs and no export carries, null where none. */
export const columnsOf = (measure: Measure): string[] => [...answers[measure.type].columns, 'notInExports'];

/** What a measure may be counted by: the city's own by nothing, one of a year's handlers by no month. */
export const dimensionsOf = (measure: Measure): Dimension[] =>
	isCityLevelOnly(measure) ? [] : dimensions.filter((dimension) => measure.type !== 'quota' || dimension !== 'month');

/**
 * Any measure by its key or by its id in the field's catalogue. Where no export carries a column it is made of, one row
 * of nulls names that column: never a 0 or a 100 %.
 */
export function measureQuestion(asked: string): Question | undefined {
	const key = measureKey(asked);
	if (key === undefined) return undefined;
	const measure: Measure = measures[key];
	return {
		options: [],
		answer: async (db, scope, by) => {
			const allowed = dimensionsOf(measure);
			if (by !== undefined && !allowed.includes(by))
				throw usage(m.cli_one_of, { name: 'by', allowed: allowed.join(', ') || '–', value: by });
			if (!mayAsk(measure, scope, by)) throw usage(m.rules_city_only, { measure: asked });
			const { columns, answer } = answers[measure.type];
			const carried = await columnsCarried(db).executeTakeFirstOrThrow();
			const lacking = measure.needs.filter((column) => carried[column as OptionalColumn] === 0);
			if (lacking.length > 0)
				return [{ ...Object.fromEntries(columns.map((column) => [column, null])), notInExports: lacking.join(', ') }];
			const rows = await answer(db, key as never, scope, by as never);
			return rows.map((row) => ({ ...row, notInExports: null }));
		}
	};
}

function measureKey(asked: string): MeasureKey | undefined {
	if (isMeasureKey(asked)) return asked;
	return (Object.keys(measures) as MeasureKey[]).find((key) => measures[key].id.toLowerCase() === asked.toLowerCase());
}
