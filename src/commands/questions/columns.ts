import { columnsLacking } from '#lib/domain/carried.ts';
import { wilson } from '#lib/domain/statistics.ts';
import type { Answer } from '#lib/server/reports/answers.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { callsCarried } from '#queries/calls-carried.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import type { BesideMeasure, Measure } from '#queries/measures.ts';
import { shellLanguage } from '../usage.ts';
import { hours } from './hours.ts';
import type { Row } from './question.ts';

/** The columns that a measure of orders is answered in, by its type. */
const columns: Record<Measure['type'], readonly string[]> = {
	rate: ['numerator', 'denominator', 'rate', 'low', 'high'],
	ratio: ['numerator', 'denominator', 'rate', 'orders'],
	count: ['orders'],
	duration: ['n', 'medianHours', 'p90Hours', 'meanHours', 'negative', 'missing'],
	survival: [
		...['n', 'closed', 'open', 'medianDays', 'p75Days', 'p90Days', 'doneIn1', 'doneIn5', 'doneIn10', 'doneIn15'],
		...['meanClosedDays', 'negative', 'missing', 'yearNotLoaded']
	],
	quantity: ['n', 'median', 'p90', 'most', 'total', 'missing'],
	gap: [
		...['oneDenominator', 'oneNumerator', 'oneValue', 'otherDenominator', 'otherNumerator', 'otherValue'],
		...['gap', 'standardisedGap', 'comparable']
	],
	quota: ['numerator', 'denominator', 'rate', 'counted', 'asked']
};

/** Of calls `days` are the line-days that were counted. */
const besideColumns: Record<BesideMeasure['type'], readonly string[]> = {
	calls: ['numerator', 'denominator', 'value', 'days'],
	places: ['numerator', 'denominator', 'value'],
	uncarried: ['numerator', 'denominator', 'value']
};

/** The columns of a measure's answer, before `notInExports`, which says what it needs and no file carries. */
export const figureColumns = ({ type }: Measure | BesideMeasure): readonly string[] =>
	type in columns ? columns[type as Measure['type']] : besideColumns[type as BesideMeasure['type']];

/**
 * What a measure needs and no export or call file carries, by comma; null where all is there. Of what no file could
 * carry, its input.
 */
export async function lackingColumns(db: WarehouseDb, measure: Measure | BesideMeasure): Promise<string | null> {
	if (measure.type === 'uncarried') return measure.input[shellLanguage()];
	const isBeside = measure.type === 'calls' || measure.type === 'places';
	const carried = await (isBeside ? callsCarried(db) : columnsCarried(db)).executeTakeFirstOrThrow();
	return columnsLacking<string>(measure.needs, carried).join(', ') || null;
}

/** A row in the measure's own columns, and that nothing is missing. */
export const inColumns = (measure: Measure | BesideMeasure, row: Row): Row => ({
	name: row.name,
	...Object.fromEntries(figureColumns(measure).map((column) => [column, row[column]])),
	notInExports: null
});

/** The row of a measure that can't be told: nulls, and what is missing. */
export const absent = (measure: Measure | BesideMeasure, notInExports: string): Row => ({
	...Object.fromEntries(figureColumns(measure).map((column) => [column, null])),
	notInExports
});

/** What a measure of orders comes to, as the command line tells it: a rate with its interval, times in hours. */
export function told(answer: Answer): Row {
	if (answer.type === 'rate') {
		const { numerator, denominator } = answer;
		return { ...answer, ...(denominator > 0 ? wilson(numerator, denominator) : { low: null, high: null }) };
	}
	if (answer.type !== 'duration') return answer;
	const { medianSeconds, p90Seconds, meanSeconds } = answer;
	return { ...answer, medianHours: hours(medianSeconds), p90Hours: hours(p90Seconds), meanHours: hours(meanSeconds) };
}
