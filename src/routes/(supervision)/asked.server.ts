import { error, type RequestEvent } from '@sveltejs/kit';
import type { PageFootState } from '#lib/components/page-foot.ts';
import type { PeriodBarState } from '#lib/components/period-bar.ts';
import type { QualityMarks } from '#lib/components/quality-marks.ts';
import { daysSeen, earlierKeys, earlierPeriods, sameDays, type EarlierKey } from '#lib/domain/earlier-periods.ts';
import { isIncomplete, yearUpTo, type Period } from '#lib/domain/periods.ts';
import { rulesOn, type Stretch } from '#lib/domain/rules/in-use.ts';
import type { RuleSet } from '#lib/domain/rules/rule-set.ts';
import { queryString, requestFrom, UnreadablePeriod, type Request, type Scope } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { rulesAsked, UnknownRules, type RulesAsked } from '#lib/server/ledger/rules-asked.ts';
import { quality } from '#lib/server/reports/quality.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import type { Warehouse, WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import type { AboutTable } from '#lib/server/warehouse/schema.ts';
import { own } from '#lib/view/names.ts';
import { periodBar } from '#lib/view/period-bar-view.ts';
import { comparisonName, earlierName, periodName } from '#lib/view/period-names.ts';
import { qualityMarks } from '#lib/view/quality-marks-view.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { filterValues } from '#queries/filter-values.ts';
import { monthsReceived } from '#queries/months-received.ts';
import { underRules } from '#queries/where/under-rules.ts';
import { qualityHref } from './links.ts';

/** What every supervisors' page starts from: one version of the warehouse and what the address asks of it. */
export type Asked = {
	/** The warehouse with every order judged under the rules asked for. */
	db: WarehouseDb;
	about: AboutTable;
	request: Request;
	scope: Scope;
	/** The set that the period is scored by: the one in use on its last day, or the one the address asks for. */
	rules: RuleSet;
	/** Every rule set there is, and the stretches of those in use. */
	ruleBook: Pick<RulesAsked, 'sets' | 'inUse'>;
	/** The same period by name under the rules in use; null where no others were asked for. */
	inUse: { db: WarehouseDb; scope: Scope; fewest: number } | null;
	/**
	 * The same question of the months a series shows: from twelve months before the period's last to its end. Where it has
	 * no end, to the last order received: T may lie years after it.
	 */
	series: Scope;
	/** The same question of the one period that the address compares with; null where there is none. */
	compared: { scope: Scope; name: string } | null;
	/** The same question of the period before and of the year before, those there are. */
	earlier: EarlierScope[];
	/** What the reader sees of all this. */
	shown: {
		bar: PeriodBarState;
		foot: PageFootState;
		periodName: string;
		isIncomplete: boolean;
		/** How many whole days of the period T has seen; null where that is all, or a side is open. */
		seen: { seen: number; of: number } | null;
		dataCut: string;
		/** What is in doubt about the measures of this period, set beside their figures. */
		quality: QualityMarks | undefined;
	};
};

/**
 * An earlier period to hold this one against. `like` is what may be compared: both whole, or, where this one is not
 * over, as many whole days of each from the first on; null before the first whole day.
 */
export type EarlierScope = {
	key: EarlierKey;
	name: string;
	scope: Scope;
	like: { now: Scope; then: Scope; days: number | null } | null;
};

/**
 * Reads the address against the served warehouse; null while nothing is loaded, 400 for a period that is none. A file or a
 * list of orders shows no measure: it goes without the marks.
 */
export async function asked(
	{ url }: Pick<RequestEvent, 'url'>,
	{ hasFigures = true }: { hasFigures?: boolean } = {}
): Promise<Asked | null> {
	const warehouse = await servedWarehouse();
	if (warehouse === null) return null;
	const { about } = warehouse;
	const { asked: stretches, ...ruleBook } = await readRules(url);
	const db = underRules(warehouse.db, stretches);
	const request = readRequest(url, about.data_cut, stretches);
	// What there is to choose from is the same under all rules.
	const { scope, comparison } = request;
	const [values, months, exports, found] = await Promise.all([
		filterValues(warehouse.db).execute(),
		monthsReceived(warehouse.db).execute(),
		exportsLoaded(warehouse.db).execute(),
		hasFigures ? quality(db, scope) : null
	]);
	const rules = rulesOn(stretches, scope.period.to);
	const before = comparison === 'none' ? null : earlierPeriods(scope.period)[comparison];
	return {
		db,
		about,
		request,
		scope,
		rules,
		ruleBook,
		inUse: request.rules === null ? null : underUsedRules(url, warehouse, ruleBook.inUse),
		series: { ...scope, period: yearUpTo(scope.period.to ?? lastDay(about), scope.period.month) },
		compared: before && { scope: { ...scope, period: before }, name: comparisonName(comparison) },
		earlier: earlierScopes(scope, about.data_cut),
		shown: {
			bar: periodBar({
				path: url.pathname,
				request,
				values,
				months: months.map(({ month }) => month),
				sets: ruleBook.sets
			}),
			foot: {
				period: periodName(scope.period),
				dataCut: about.data_cut,
				exports: exports.length,
				exportsHref: '/imports',
				version: about.version,
				isMadeUp: about.is_made_up,
				ruleSet: own(rules.name),
				rulesHref: `/rules${queryString(request)}`,
				links: [{ href: '/methods', label: m.away_methods() }]
			},
			periodName: periodName(scope.period),
			isIncomplete: isIncomplete(scope.period, about.data_cut),
			seen: daysSeen(scope.period, about.data_cut),
			dataCut: about.data_cut,
			quality:
				found === null
					? undefined
					: qualityMarks(found, {
							periodName: periodName(scope.period),
							href: (check) => `${qualityHref(request)}#${check}`
						})
		}
	};
}

/** The day of the last order received, or of T where there is none or it lies beyond. */
function lastDay({ last_received_at: last, data_cut: cut }: AboutTable): string {
	return (last !== null && last < cut ? last : cut).slice(0, 10);
}

function earlierScopes(scope: Scope, dataCut: string): EarlierScope[] {
	const whole = earlierPeriods(scope.period);
	const days = sameDays(scope.period, dataCut);
	const isOver = !isIncomplete(scope.period, dataCut);
	const of = (period: Period): Scope => ({ ...scope, period });
	return earlierKeys.flatMap((key) => {
		const then = whole[key];
		if (then === null) return [];
		const first = days?.[key];
		const like = isOver
			? { now: scope, then: of(then), days: null }
			: days && first
				? { now: of(days.now), then: of(first), days: daysSeen(scope.period, dataCut)!.seen }
				: null;
		return { key, name: earlierName(key, like?.days ?? null), scope: of(then), like };
	});
}

/** What the address would ask for if it asked for no rules. */
function underUsedRules({ searchParams }: URL, { db, about }: Warehouse, stretches: Stretch[]): Asked['inUse'] {
	const { scope } = requestFrom(searchParams, about.data_cut, (day) => rulesOn(stretches, day).month);
	return { db: underRules(db, stretches), scope, fewest: rulesOn(stretches, scope.period.to).minimumVolume };
}

/** The rules in use, and the set the address asks for; 400 for one that is not there. */
export async function readRules(url: URL): Promise<RulesAsked> {
	try {
		return await rulesAsked(openLedger(dataFolder()), url.searchParams.get('rules')?.trim() || null);
	} catch (problem) {
		if (problem instanceof UnknownRules)
			error(400, m.cli_unknown_rules({ id: problem.id, known: problem.known.join(', ') }));
		throw problem;
	}
}

function readRequest(url: URL, dataCut: string, stretches: Stretch[]): Request {
	try {
		return requestFrom(url.searchParams, dataCut, (day) => rulesOn(stretches, day).month);
	} catch (problem) {
		if (problem instanceof UnreadablePeriod) error(400, m.period_unreadable({ value: problem.value }));
		throw problem;
	}
}

/** Without a period in the address: of any day of receipt, for what is longest overdue was often received long ago. */
export function ofAnyDay(asked: URL): URL {
	const url = new URL(asked);
	if (!['period', 'from', 'to'].some((name) => url.searchParams.get(name))) url.searchParams.set('period', 'all');
	return url;
}
