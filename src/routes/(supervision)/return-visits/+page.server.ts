import { dimensions, queryString } from '#lib/domain/scope.ts';
import { visitQuestions } from '#lib/domain/survey.ts';
import { formatCount, formatRate } from '#lib/domain/format.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { headline, headlineEarlier, unitsRanked } from '#lib/server/reports/overview.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { compositeFigure } from '#lib/view/composite-figure.ts';
import { byChoices } from '#lib/view/by-choices.ts';
import { silenceSentence } from '#lib/view/fairness-view.ts';
import { againstEarlier, rateFigure, visitFigure } from '#lib/view/headline-view.ts';
import { own } from '#lib/view/names.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { rankedChart } from '#lib/view/unit-charts.ts';
import { visitsChart } from '#lib/view/visits-chart.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { measures, type RateKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { csvHref, explainHref, sortFrom, sortHref } from '../links.ts';
import { visitTotalsShown } from './totals.server.ts';
import type { PageServerLoad } from './$types.js';

/** Steps of the funnel that are a part of another's measure. */
const stepMeasures: Record<string, string> = { 'visit-eligible': 'visit-coverage', 'visit-drawn': 'visit-coverage' };

/** What the citizens said when they were called back, and how many could be asked. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, compared, earlier, request, about, shown, rules } = page;
	const by = dimensions.find((known) => known === event.url.searchParams.get('by')) ?? 'unit';
	const question = visitQuestions.find((known) => known === event.url.searchParams.get('measure')) ?? 'resolved';
	const [now, table, ranked, carried, estimates, intervals, doubts, doubtsThen, funnel, totals] = await Promise.all([
		headline(db, scope),
		tables['return-visits'](db, { scope, by }),
		unitsRanked(db, 'resolved', scope, rules.minimumVolume),
		columnsCarried(db).executeTakeFirstOrThrow(),
		tables['visit-estimates'](db, { scope, by }),
		tables['visit-intervals'](db, { scope, by, rateKey: question }),
		tables['visit-doubts'](db, { scope, by }),
		compared && tables['visit-doubts'](db, { scope: compared.scope, by }),
		tables['visit-funnel'](db, { scope, by }),
		visitTotalsShown(event.url, page, by)
	]);
	const visits = now.visits;
	const locale = getLocale();
	const given = {
		now,
		earlier: await headlineEarlier(db, now, earlier),
		carried,
		explain: (measure: string) => explainHref(request, measure)
	};
	const coverage = ({ visits }: { visits: { attempted: number | null; closed: number | null } }) => ({
		numerator: visits.attempted ?? 0,
		denominator: visits.closed ?? 0
	});
	const doubted = (of: FigureTable, prefix: string) => ({
		numerator: of.total![`${prefix}Numerator`] as number,
		denominator: of.total![`${prefix}Denominator`] as number
	});
	const doubtFigure = (key: RateKey, prefix: string) =>
		rateFigure(given, key, doubted(doubts, prefix), [
			...(doubtsThen && compared
				? [{ name: compared.name, now: doubted(doubts, prefix), then: doubted(doubtsThen, prefix) }]
				: [])
		]);
	const explain = (measure: string, name: string | null | undefined) => explainHref(request, measure, by, name);
	const withMeasure = (value: string) => {
		const query = new URLSearchParams(event.url.searchParams);
		query.set('measure', value);
		return `${event.url.pathname}?${query}`;
	};
	const sort = sortFrom(event.url, by === 'month' ? 'name' : '-valid');
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(table, estimates, doubts) },
		hasVisits: carried.visit_attempted > 0,
		finding:
			visits.valid === null || visits.valid === 0
				? m.finding_no_visits()
				: m.finding_visits({
						valid: formatCount(visits.valid, locale),
						attempted: formatCount(visits.attempted, locale),
						resolved: formatRate(visits.resolved, visits.valid),
						satisfied: formatRate(visits.satisfied, visits.valid)
					}),
		figures: [
			rateFigure(given, 'visit-coverage', coverage(now), againstEarlier(given.earlier, coverage)),
			...(['visit-response', 'contacted', 'resolved', 'satisfied'] as const).map((key) => visitFigure(given, key)),
			...compositeFigure(visits, rules)
		],
		flow: visitsChart(visits, about.data_cut, [measures['visit-response'].basis]),
		funnel: tableView(funnel, {
			caption: m.visit_funnel_caption(),
			csvHref: csvHref(request, 'visit-funnel'),
			explain: (measure) => explainHref(request, stepMeasures[measure] ?? measure)
		}),
		totals,
		moreQuery: queryString(request),
		ranked: rankedChart(ranked, {
			measureName: own(measures.resolved.name),
			base: own(measures.resolved.denominatorName),
			dataCut: about.data_cut,
			basis: measures.resolved.basis
		}),
		table: tableView(table, {
			caption: m.visits_caption(),
			csvHref: csvHref(request, 'return-visits', { by }),
			explain,
			sort: { ...sort, href: sortHref(event.url, sort) },
			empty: m.finding_no_visits()
		}),
		estimates: {
			finding: silenceSentence(estimates),
			table: tableView(estimates, {
				caption: m.fair_estimates_caption(),
				csvHref: csvHref(request, 'visit-estimates'),
				explain: (measure) => explainHref(request, measure)
			}),
			intervals: tableView(intervals, {
				caption: m.fair_intervals_caption({ measure: own(measures[question].name) }),
				csvHref: csvHref(request, 'visit-intervals', { by, measure: question }),
				explain,
				empty: m.finding_no_visits()
			}),
			choices: visitQuestions.map((value) => ({
				label: own(measures[value].name),
				href: withMeasure(value),
				current: value === question
			}))
		},
		doubts: {
			figures: [doubtFigure('false-closure', 'falseClosure'), doubtFigure('default-satisfied', 'defaultSatisfied')],
			table: tableView(doubts, {
				caption: m.fair_doubts_caption(),
				csvHref: csvHref(request, 'visit-doubts', { by }),
				explain,
				empty: m.fair_doubts_none()
			})
		},
		choices: byChoices(event.url, { by })
	};
};
