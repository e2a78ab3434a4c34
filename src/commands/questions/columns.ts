import { wilson } from '#lib/domain/statistics.ts';
import type { Answer } from '#lib/server/reports/answers.ts';
import type { BesideMeasure, Measure } from '#queries/measures.ts';
import { hours } from './hours.ts';
import type { Row } from './question.ts';

/** The columns that a measure of orders is answered in, by its type. */
const columns: Record<Measure['type'], readonly string[]> = {
	rate: ['numerator', 'denominator', 'rate', 'low', 'high'],
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
