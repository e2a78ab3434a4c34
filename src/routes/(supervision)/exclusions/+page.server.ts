import { rankUnits } from '#lib/domain/ranking.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { exclusionsFinding } from '#lib/view/exclusions-view.ts';
import { own } from '#lib/view/names.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { funnelChart } from '#lib/view/unit-charts.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { measures, rateMeasure, type RateKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { askHref, csvHref, explainHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** The rates that exclusions can lift. */
const shown = ['on-time-due', 'on-time-closed', 'contacted', 'resolved', 'satisfied'] as const satisfies RateKey[];

/** Each rate with and without exclusions, who excludes more than others, and who gains by it. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, about, shown: frame } = page;
	const key = shown.find((known) => known === event.url.searchParams.get('measure')) ?? 'on-time-due';
	const measure = own(measures[key].name);
	const [table, reasons, carried] = await Promise.all([
		tables.exclusions(db, { scope, by: 'unit', rateKey: key }),
		tables['exclusion-reasons'](db, { scope, by: 'unit', rateKey: key }),
		columnsCarried(db).executeTakeFirstOrThrow()
	]);
	const shares = table.rows.flatMap(({ unit, excluded, wholeDenominator }) =>
		unit === null
			? []
			: { unit: String(unit), unitKind: null, numerator: Number(excluded), denominator: Number(wholeDenominator) }
	);
	const hasAny = Number(table.total!.excluded) > 0;
	return {
		page: { ...frame, bar: { ...frame.bar, carried: [{ name: 'measure', value: key }] } },
		foot: { ...frame.foot, definitions: definitionLines(table) },
		finding: exclusionsFinding(table, measure, carried),
		isCarried: carried.exclusion_state > 0 || carried.is_excluded > 0,
		funnel: hasAny
			? funnelChart(rankUnits(shares), {
					measureName: m.exclusions_column_share(),
					base: m.exclusions_base(),
					dataCut: about.data_cut,
					basis: rateMeasure(key).basis
				})
			: null,
		table: tableView(table, {
			caption: m.exclusions_caption({ measure }),
			csvHref: csvHref(request, 'exclusions', { measure: key }),
			explain: (of, name) => explainHref(request, of, 'unit', name),
			withBase: true,
			// A rate shows what it is made of; where the share lies, the flag and the picture say.
			without: ['numerator', 'denominator', 'wholeNumerator', 'wholeDenominator', 'excluded', 'standing']
		}),
		reasons: tableView(reasons, {
			caption: m.exclusions_reasons_caption({ measure }),
			csvHref: csvHref(request, 'exclusion-reasons', { measure: key }),
			empty: m.exclusions_reasons_none()
		}),
		choices: shown.map((value) => ({
			label: own(measures[value].name),
			href: askHref(request, '/exclusions', { measure: value }),
			current: value === key
		}))
	};
};
