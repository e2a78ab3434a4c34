import type { FullCell, Table, TableRow } from '#lib/components/table.ts';
import { formatCount } from '#lib/domain/format.ts';
import type { Both } from '#lib/domain/languages.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { BesideEntry, Catalogue, Entry } from '#lib/server/reports/catalogue.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { besideMeasure, measures, type Measure } from '#queries/measures.ts';
import { answerText, gapSides, quantityText, targetText } from './answer-text.ts';
import { besideText } from './beside-explanation.ts';
import { themeNames } from './catalogue-names.ts';
import { daysText } from './days.ts';
import { behindParts } from './explanation.ts';
import { besideMissingText, missingText } from './missing.ts';
import { own } from './names.ts';

type Links = {
	scope: Scope;
	periodName: string;
	explain: (key: string) => string;
	behind: (key: string, part: 'numerator' | 'denominator') => string;
};

/** The catalogue as a table a theme: value, what it is made of, and what is missing where there is none. */
export function catalogueView(catalogue: Catalogue, links: Links): { theme: string; name: string; table: Table }[] {
	const { ofOrders, beside } = catalogue;
	const themes = [...new Set([...ofOrders, ...beside].map(({ theme }) => theme))];
	return themes.map((theme) => {
		const name = themeNames[`theme-${theme}`]!();
		const rows = [
			...ofOrders.filter((entry) => entry.theme === theme).map((entry) => orderRow(entry, catalogue.carried, links)),
			...beside.filter((entry) => entry.theme === theme).map((entry) => besideRow(entry, catalogue.carried, links))
		];
		return { theme, name, table: themeTable(theme, name, rows, links.periodName) };
	});
}

/** How many measures there are, how many can be told, and how many lack something. */
export function catalogueFinding({ ofOrders, beside }: Catalogue): string {
	const entries = [...ofOrders, ...beside];
	const missing = entries.filter(({ lack }) => lack !== null && lack.reason !== 'scope').length;
	const notAsked = entries.filter(({ lack }) => lack?.reason === 'scope').length;
	return m.catalogue_finding({ total: entries.length, known: entries.length - missing - notAsked, missing });
}

const themeTable = (theme: string, name: string, rows: TableRow[], period: string): Table => ({
	id: `catalogue-${theme}`,
	caption: m.catalogue_theme_caption({ theme: name, period }),
	columns: [
		{ key: 'measure', heading: m.catalogue_column_measure(), kind: 'text' },
		{ key: 'value', heading: m.catalogue_column_value(), kind: 'count' },
		{ key: 'numerator', heading: m.catalogue_column_numerator(), kind: 'count' },
		{ key: 'denominator', heading: m.catalogue_column_denominator(), kind: 'count' }
	],
	rows
});

function orderRow({ key, answer, lack }: Entry, carried: Catalogue['carried'], links: Links): TableRow {
	const measure: Measure = measures[key];
	const href = links.explain(key);
	if (answer === null || lack !== null)
		return { measure: named(measure, href, missingText(key, carried, links.scope)), ...unknown };
	return {
		measure: { ...named(measure, href, noteOf(measure, answer)), measure: key },
		value: { value: answerText(measure, answer), href },
		...partsOf()
	};

	function partsOf(): Record<'numerator' | 'denominator', FullCell> {
		// What they count is no order: the orders behind them are on the measure's own page.
		if (answer!.type === 'quota' || answer!.type === 'ratio')
			return { numerator: { value: answer!.numerator }, denominator: { value: answer!.denominator } };
		const cells = { numerator: {} as FullCell, denominator: {} as FullCell };
		for (const { part, orders } of behindParts(measure, answer!))
			cells[part] = { value: orders, href: orders > 0 ? links.behind(key, part) : undefined };
		return cells;
	}
}

function besideRow({ key, answer, lack }: BesideEntry, carried: Catalogue['carried'], links: Links): TableRow {
	const measure = besideMeasure(key);
	const href = links.explain(key);
	if (answer === null || lack !== null)
		return { measure: named(measure, href, besideMissingText(key, carried, links.scope)), ...unknown };
	return {
		measure: named(measure, href, measure.type === 'calls' ? targetText(measure, answer) : ''),
		value: { value: besideText(measure, answer), href },
		numerator: { value: answer.numerator },
		denominator: { value: answer.denominator }
	};
}

/** A measure's name with its id, and what there is to say of its figure. */
const named = ({ name, id }: { name: Both; id: string }, href: string, note: string | null): FullCell => ({
	value: own(name),
	href,
	note: [id, note].filter(Boolean).join(m.list_gap())
});

/** A figure that can't be told is a dash; its parts are blank, never 0. */
const unknown = { value: { value: null }, numerator: {}, denominator: {} };

function noteOf(measure: Measure, answer: NonNullable<Entry['answer']>): string {
	const n = (value: number) => formatCount(value, getLocale());
	if (measure.type === 'rate' && answer.type === 'rate') return targetText(measure, answer);
	if (measure.type === 'quantity' && answer.type === 'quantity' && answer.n > 0)
		return m.catalogue_p90({ p90: quantityText(answer.p90, measure) });
	if (measure.type === 'survival' && answer.type === 'survival')
		return m.catalogue_p90({ p90: daysText(answer.p90Days, measure) });
	if (measure.type === 'gap' && answer.type === 'gap') return gapSides(measure, answer);
	if (measure.type === 'quota') return m.catalogue_quota_text({ fewest: n(measure.fewest) });
	return '';
}
