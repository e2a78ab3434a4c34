import { isDay, lastCompleteMonth, namedPeriod, type AssessmentMonth, type Period } from './periods.ts';

/** The dimensions an order can be counted by or kept to. `month` is only counted by. */
export const filterDimensions = ['line', 'channel', 'kind', 'category', 'district', 'unit'] as const;
export type FilterDimension = (typeof filterDimensions)[number];
export const dimensions = [...filterDimensions, 'month'] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * What a question is asked of: a period, applied to the measure's own basis date, and for each dimension the
 * values that count, as the export wrote them ('' stands for "not stated"). An empty list keeps everything.
 */
export type Scope = { period: Period } & Record<FilterDimension, string[]>;

export const everything: Scope = {
	period: { from: null, to: null },
	line: [],
	channel: [],
	kind: [],
	category: [],
	district: [],
	unit: []
};

export const comparisons = ['before', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * What a page's query string asks for; `periodName` is null where the days were given by hand, `rules` where the orders
 * are judged under the rules in use.
 */
export type Request = { scope: Scope; periodName: string | null; comparison: Comparison; rules: string | null };

/** Where the months of the rules that hold on a day begin; null asks for the latest rules. */
export type MonthOn = (day: string | null) => AssessmentMonth;
const calendarMonths: MonthOn = () => ({ startDay: 1, cutOffHour: 0 });

/** Thrown for a query string that names no period there could be; `value` is what stood there. */
export class UnreadablePeriod extends Error {
	readonly value: string;
	constructor(value: string) {
		super(`not a period: ${value}; write 2026-09, 2026-Q3, 2026 or two days`);
		this.name = 'UnreadablePeriod';
		this.value = value;
	}
}

/**
 * Reads a scope from a query string. Without a period it is the last complete month at T. Named periods are made of
 * the months of the rules that hold on their last calendar day; days given by hand are days of the calendar.
 * Unknown parameters are left alone; an unreadable period throws UnreadablePeriod.
 */
export function requestFrom(params: URLSearchParams, dataCut: string, monthOn: MonthOn = calendarMonths): Request {
	const from = params.get('from')?.trim() || null;
	const to = params.get('to')?.trim() || null;
	for (const day of [from, to]) if (day !== null && !isDay(day)) throw new UnreadablePeriod(day);
	if (from && to && from > to) throw new UnreadablePeriod(`${from} – ${to}`);
	const asked = params.get('period')?.trim() || null;
	const byDays = (from !== null || to !== null) && (asked === null || asked === 'days');
	const latest = () => lastCompleteMonth(dataCut, monthOn(dataCut.slice(0, 10)));
	const periodName = byDays ? null : asked === null || asked === 'days' ? latest() : asked;
	const period = periodName === null ? { from, to } : periodUnder(periodName, monthOn);
	if (period === null) throw new UnreadablePeriod(periodName ?? '');
	const comparison = comparisons.find((known) => known === params.get('compare')) ?? 'before';
	const kept = Object.fromEntries(
		filterDimensions.map((dimension) => [dimension, [...new Set(params.getAll(dimension))].slice(0, 200)])
	) as Record<FilterDimension, string[]>;
	const rules = params.get('rules')?.trim() || null;
	return { scope: { period, ...kept }, periodName, comparison, rules };
}

/** A period by its name, of the months of the rules that hold on its last calendar day; null where there is no such period. */
export function periodUnder(name: string, monthOn: MonthOn): Period | null {
	const calendar = namedPeriod(name);
	return calendar && namedPeriod(name, monthOn(calendar.to));
}

/** The query string that requestFrom reads back; `change` replaces parts of it, null removes one. */
export function queryString(
	{ scope, periodName, comparison, rules }: Request,
	change: Partial<
		Record<FilterDimension | 'period' | 'compare' | 'rules' | 'by' | 'sort' | 'stage', string | string[] | null>
	> = {}
): string {
	const params = new URLSearchParams();
	if (periodName !== null) params.set('period', periodName);
	else {
		if (scope.period.from) params.set('from', scope.period.from);
		if (scope.period.to) params.set('to', scope.period.to);
	}
	if (comparison !== 'before') params.set('compare', comparison);
	if (rules !== null) params.set('rules', rules);
	for (const dimension of filterDimensions) for (const value of scope[dimension]) params.append(dimension, value);
	for (const [name, value] of Object.entries(change)) {
		params.delete(name);
		if (name === 'period') {
			params.delete('from');
			params.delete('to');
		}
		for (const one of value === null || value === undefined ? [] : [value].flat()) params.append(name, one);
	}
	const text = params.toString();
	return text === '' ? '' : `?${text}`;
}
