import { type HeaderMatch, headerKey, matchHeaders } from '#lib/domain/header-matching.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { missingOf, recognise, type Recognised } from '#lib/domain/kinds/kinds.ts';
import type { SourceRow } from '../read/records.ts';

/** Titles and remarks may stand above a header; below this many rows there is none. */
const searchedRows = 20;

export type FoundHeader = {
	/** Records the header takes: one, or two where groups stand above names. */
	firstRow: number;
	lastRow: number;
	/** As written; 上/下 joined where the header takes two rows. */
	headers: string[];
	/** What it is a list of, and what else it may be as well. */
	kind: KindName;
	rivals: KindName[];
	/** Cells of the row it stands in, where there are blank ones behind the last name. */
	width?: number;
	/** Cells that most records of a text have. */
	usualWidth?: number;
	match: HeaderMatch;
	/** The cells of the header as they stand in the row, where columns were given names to be told by. */
	written?: string[];
	/** Columns that people keep raw: no field is read from them, nor the other half of a moment. */
	raw?: ReadonlySet<number>;
	/** A person pointed the header out. */
	isSaid?: boolean;
};

/** What an export of its kind cannot do without, as names of fields; empty where nothing is missing. */
export const missingFields = (header: Pick<FoundHeader, 'kind' | 'match'>) => missingOf(header);

/** The headers as they were recognised, standing in no row of the file. */
export const headerOfNames = (headers: string[]): FoundHeader => ({
	firstRow: 0,
	lastRow: 0,
	headers,
	...recognise(headers)
});

/** Of several tables the one to read: the first complete one of orders, else the first complete, else what names most. */
export function tableToRead<Table>(
	tables: readonly Table[],
	headerOf: (table: Table) => FoundHeader | undefined
): { best: Table | undefined; complete: number } {
	const size = (table: Table) => headerOf(table)?.match.size ?? 0;
	const complete = tables.filter((table) => {
		const header = headerOf(table);
		return header && missingFields(header).length === 0;
	});
	const best =
		complete.find((table) => headerOf(table)?.kind === 'orders') ??
		complete[0] ??
		tables.toSorted((a, b) => size(b) - size(a))[0];
	return { best, complete: complete.length };
}

function withoutTrailingBlanks(cells: string[]): string[] {
	let width = cells.length;
	while (width > 0 && headerKey(cells[width - 1]!) === '') width--;
	return cells.slice(0, width);
}

/** Cells merged downwards leave the lower row blank there, cells merged across leave the upper row blank. */
function joinRows(upper: string[], lower: string[]): string[] {
	return Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => lower[place] || upper[place] || '');
}

/** Names of two rows: 办理 above 办结时间 is 办理/办结时间; a group stands for the columns beside it that have none of their own. */
function groupedNames(upper: string[], lower: string[]): string[] {
	const isGrouped = upper.filter((cell) => cell.trim() !== '').length > 1;
	let group = '';
	return Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => {
		const [above, below] = [upper[place]?.trim() ?? '', lower[place]?.trim() ?? ''];
		if (above !== '' || below === '') group = below === '' ? '' : above;
		return below === '' ? above : isGrouped && group !== '' ? `${group}/${below}` : below;
	});
}

/** What the lower names say where they are one column's alone, and then what they say together with their groups. */
function matchGrouped(upper: string[], lower: string[], names: string[]): HeaderMatch {
	const keys = lower.map(headerKey);
	const alone = lower.map((cell, place) => (keys.indexOf(keys[place]!) === keys.lastIndexOf(keys[place]!) ? cell : ''));
	const match = matchHeaders(joinRows(upper, alone).map((cell) => cell.trim()));
	const taken = new Set(match.values());
	for (const [field, place] of matchHeaders(names)) if (!match.has(field) && !taken.has(place)) match.set(field, place);
	return match;
}

/** A row with a day in it is data, or a title: no half of a header. */
const holdsDay = ({ cells }: SourceRow) => cells.some((cell) => /^\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/.test(cell));

const worth = (header: Recognised) => header.match.size + (missingFields(header).length === 0 ? 100 : 0);

/** The row, or pair of rows, among the first that names most of what we know; undefined where none names anything. */
export function findHeader(rows: readonly SourceRow[]): FoundHeader | undefined {
	const head = rows.slice(0, searchedRows);
	let best: FoundHeader | undefined;
	const consider = (first: SourceRow, last: SourceRow, cells: string[], matched?: HeaderMatch) => {
		const headers = withoutTrailingBlanks(cells.map((cell) => cell.trim()));
		const read = recognise(headers, matched);
		if (read.match.size === 0 || (best && worth(read) <= worth(best))) return;
		best = { firstRow: first.number, lastRow: last.number, headers, width: cells.length, ...read };
	};
	for (const row of head) consider(row, row, row.cells);
	head.forEach((row, index) => {
		const below = head[index + 1];
		if (!below || holdsDay(row) || holdsDay(below)) return;
		const names = groupedNames(row.cells, below.cells);
		consider(row, below, names, matchGrouped(row.cells, below.cells, names));
	});
	return best;
}
