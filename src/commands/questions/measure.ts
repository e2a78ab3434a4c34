import { wilson } from '#lib/domain/statistics.ts';
import type { Dimension, Scope } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { columnsCarried, type OptionalColumn } from '#queries/columns-carried.ts';
import { count } from '#queries/count.ts';
import { duration } from '#queries/duration.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { isMeasureKey, measures, type Measure, type MeasureKey } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { hours } from './hours.ts';
import type { Question, Row } from './question.ts';

type Answer = (db: WarehouseDb, key: never, scope: Scope, by?: Dimension) => Promise<Row[]>;

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
	}
};

/** The columns of a measure's answer; `notInExports` names the columns it needs and no export carries, null where none. */
export const columnsOf = (measure: Measure): string[] => [...answers[measure.type].columns, 'notInExports'];

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
			const { columns, answer } = answers[measure.type];
			const carried = await columnsCarried(db).executeTakeFirstOrThrow();
			const lacking = measure.needs.filter((column) => carried[column as OptionalColumn] === 0);
			if (lacking.length > 0)
				return [{ ...Object.fromEntries(columns.map((column) => [column, null])), notInExports: lacking.join(', ') }];
			return (await answer(db, key as never, scope, by)).map((row) => ({ ...row, notInExports: null }));
		}
	};
}

function measureKey(asked: string): MeasureKey | undefined {
	if (isMeasureKey(asked)) return asked;
	return (Object.keys(measures) as MeasureKey[]).find((key) => measures[key].id.toLowerCase() === asked.toLowerCase());
}
