import type { Choice, FilterGroup, FilterInUse, PeriodBarState } from '#lib/components/period-bar.ts';
import type { RuleSet } from '#lib/domain/rules/rule-set.ts';
import { filterDimensions, queryString, type Request } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { dimensionName, own, rowName } from './names.ts';
import { namedPeriodName, periodName } from './period-names.ts';

type Values = { dimension: string; value: string | null; orders: number }[];

/** The bar above every page: what can be chosen, from what the exports hold, and what is. */
export function periodBar(given: {
	path: string;
	request: Request;
	values: Values;
	months: string[];
	sets: readonly Pick<RuleSet, 'id' | 'name'>[];
	carried?: { name: string; value: string }[];
}): PeriodBarState {
	const { path, request, values, months, sets, carried } = given;
	const { scope } = request;
	return {
		action: path,
		periodText: periodName(scope.period),
		presets: presets(months, request.periodName),
		preset: request.periodName ?? 'days',
		from: scope.period.from ?? '',
		to: scope.period.to ?? '',
		rules: [{ value: '', label: m.rules_in_use() }, ...sets.map(({ id, name }) => ({ value: id, label: own(name) }))],
		ruleSet: request.rules ?? '',
		filters: filterDimensions
			.map((dimension) => group(dimension, values, scope[dimension]))
			.filter(({ choices }) => choices.length > 1),
		inUse: [...rulesInUse(path, request, sets), ...inUse(path, request)],
		clearHref: path + queryString(request, Object.fromEntries(filterDimensions.map((dimension) => [dimension, null]))),
		carried
	};
}

/** The last thirteen months, six quarters, the years, everything, and days of one's own. */
function presets(months: string[], chosen: string | null): Choice[] {
	const latestFirst = months.toReversed();
	const quarters = latestFirst.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
	const years = latestFirst.map((month) => month.slice(0, 4));
	const names = [...latestFirst.slice(0, 13), ...[...new Set(quarters)].slice(0, 6), ...new Set(years), 'all'];
	if (chosen !== null && !names.includes(chosen)) names.unshift(chosen);
	return [
		...names.map((value) => ({ value, label: namedPeriodName(value) })),
		{ value: 'days', label: m.period_own_days() }
	];
}

function group(dimension: (typeof filterDimensions)[number], values: Values, chosen: string[]): FilterGroup {
	const choices = values
		.filter((row) => row.dimension === dimension)
		.map(({ value, orders }) => ({ value: value ?? '', label: rowName(value, dimension), count: orders }));
	return { name: dimension, label: dimensionName(dimension), choices, chosen };
}

/** Other rules than those in use stand in sight like a filter. */
function rulesInUse(path: string, request: Request, sets: readonly Pick<RuleSet, 'id' | 'name'>[]): FilterInUse[] {
	const rules = sets.find(({ id }) => id === request.rules);
	if (!rules) return [];
	const label = m.filter_in_use({ dimension: m.rules_label(), value: own(rules.name) });
	return [{ label, href: path + queryString(request, { rules: null }) }];
}

function inUse(path: string, request: Request): FilterInUse[] {
	return filterDimensions.flatMap((dimension) =>
		request.scope[dimension].map((value) => ({
			label: m.filter_in_use({ dimension: dimensionName(dimension), value: rowName(value, dimension) }),
			href: path + queryString(request, { [dimension]: request.scope[dimension].filter((other) => other !== value) })
		}))
	);
}
