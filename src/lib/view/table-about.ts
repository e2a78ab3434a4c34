import { filterDimensions, type Scope } from '#lib/domain/scope.ts';
import { rowMeasure, type FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { isMeasureKey, measures, type MeasureKey } from '#queries/measures.ts';
import { basisName, dimensionName, own, rowName } from './names.ts';

export type Fact = { term: string; text: string };

/** What a file of a table must say of itself, as it is passed on without its page. */
export type TableScope = {
	periodName: string;
	isIncomplete: boolean;
	dataCut: string;
	version: string;
	filters: string[];
	/** The rule set the orders were judged under, in words. */
	rules: string;
	isMadeUp: boolean;
};

/** The filters in use, a text each: 'District: East' */
export const filterTexts = (scope: Scope): string[] =>
	filterDimensions.flatMap((dimension) =>
		scope[dimension].map((value) => `${dimensionName(dimension)}${m.colon()}${rowName(value, dimension)}`)
	);

/** Period, cut, version, filters and completeness of a table, as terms and texts. */
export function tableFacts(table: FigureTable, scope: TableScope): Fact[] {
	const { periodName, isIncomplete, dataCut, version, filters, rules, isMadeUp } = scope;
	return [
		{ term: m.explain_period(), text: periodName },
		{ term: m.explain_cut(), text: dataCut },
		{ term: m.ui_foot_version(), text: version },
		{ term: m.explain_filters(), text: filters.length > 0 ? filters.join(m.list_gap()) : m.explain_no_filters() },
		{ term: m.rules_label(), text: rules },
		{ term: m.away_rows(), text: m.away_rows_all({ rows: table.rows.length }) },
		...(isIncomplete ? [{ term: m.away_incomplete(), text: m.away_incomplete_text() }] : []),
		...(isMadeUp ? [{ term: m.away_made_up(), text: m.csv_made_up() }] : [])
	];
}

/** The measures that the figures of these tables are, and those named, each once, in the order they first stand. */
export function measuresIn(...tables: (FigureTable | MeasureKey)[]): MeasureKey[] {
	const named = tables.flatMap((given) => {
		if (typeof given === 'string') return [given];
		const { columns, rows } = given;
		return columns.flatMap(({ measure }) =>
			measure === rowMeasure ? rows.map((row) => String(row[columns[0]!.key])) : (measure ?? [])
		);
	});
	return [...new Set(named)].filter(isMeasureKey);
}

/** A measure's definition in one line: 'T9 On-time rate: formula. Left out: … Counted on the day of …' */
export function definitionLine(key: MeasureKey): Fact {
	const { id, name, formula, leftOut, basis } = measures[key];
	return {
		term: `${id} ${own(name)}`,
		text: m.away_definition({ formula: own(formula), leftOut: own(leftOut), basis: basisName(basis) })
	};
}

export const definitionLines = (...tables: (FigureTable | MeasureKey)[]): Fact[] =>
	measuresIn(...tables).map(definitionLine);
