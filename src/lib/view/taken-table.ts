import { csvDocument } from '#lib/domain/csv.ts';
import { parquetFile } from '#lib/domain/parquet.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { madeUpFact, notesOf } from './release-about.ts';
import { rateFormat, releasedParquet } from './released-file.ts';
import type { Fact } from './table-about.ts';
import { tableParquet } from './table-parquet.ts';
import { tableText } from './table-text.ts';
import { tableWorkbook } from './table-workbook.ts';

/** A table that leaves without its page: its rows, what it says of itself, and what its files are called. */
export type TakenTable = {
	table: FigureTable;
	/** Headings and names of codes that only this table has. */
	heading: (key: string) => string | undefined;
	facts: Fact[];
	/** Of the measures in it; a list of anything else has none. */
	definitions: Fact[];
	/** Figures of releases, whose hidden and rounded cells a program is told of. */
	isReleased: boolean;
	plainName: string;
	nameParts: string[];
};

export const takenTypes = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	parquet: 'application/vnd.apache.parquet'
};
export type TakenEnding = keyof typeof takenTypes;

/** The file itself; whichever it is, rows and words are the same. */
export function takenBytes(
	{ table, heading, facts, definitions, isReleased }: TakenTable,
	ending: TakenEnding
): BodyInit | Promise<BodyInit> {
	const about = [...facts, ...definitions];
	if (ending === 'xlsx') return tableWorkbook(table, about, { heading, format: isReleased ? rateFormat : undefined });
	if (ending === 'parquet') {
		const { columns, rows } = isReleased ? releasedParquet(table) : tableParquet(table);
		return parquetFile(columns, rows, notesOf(facts, definitions));
	}
	const { headings, rows } = tableText(table, heading);
	return csvDocument(headings, [...rows, ...about.map(({ term, text }) => [`${term}${m.colon()}${text}`])]);
}

/** When a list was made and by which clocks; both 'YYYY-MM-DD HH:MM:SS' and the name of the zone. */
export type ListMoment = { asOf: string; zone: string };

/** What the figures of today rest on, where there are any: data cut, warehouse version, whether the data is made up. */
export type ListGround = { dataCut: string; version: string; isMadeUp: boolean };

/** What a list of so many rows says of itself: what it is, when it was made, what it rests on, that no row is missing. */
export function listFacts(
	title: string,
	{ length }: { length: number },
	{ asOf, zone }: ListMoment,
	ground?: ListGround
): Fact[] {
	return [
		{ term: m.away_sheet_table(), text: title },
		{ term: m.lists_as_of(), text: asOf },
		{ term: m.lists_clock(), text: m.lists_clock_text({ zone }) },
		...(ground
			? [
					{ term: m.explain_cut(), text: ground.dataCut },
					{ term: m.ui_foot_version(), text: ground.version }
				]
			: []),
		{ term: m.away_rows(), text: m.away_rows_all({ rows: length }) },
		...madeUpFact(ground?.isMadeUp ?? false)
	];
}

/** A list of things that are no figures, named after itself and the day it was made. */
export function takenList(
	table: FigureTable,
	given: {
		title: string;
		heading: TakenTable['heading'];
		moment: ListMoment;
		ground?: ListGround;
	}
): TakenTable {
	const { title, heading, moment, ground } = given;
	const day = moment.asOf.slice(0, 10);
	return {
		...{ table, heading, facts: listFacts(title, table.rows, moment, ground), definitions: [], isReleased: false },
		plainName: `duban-${table.id}-${day}`,
		nameParts: [title, day]
	};
}
