import {
	formatBase,
	formatCount,
	formatDate,
	formatDateTime,
	formatDuration,
	formatMonth,
	formatPoints,
	formatRate,
	formatShare,
	nothing,
	type Locale
} from '../domain/format.ts';

/** How the values of a column are written and on which side they stand. */
export type CellKind =
	| 'text'
	| 'note'
	| 'count'
	/** A cell with numerator and denominator, or a bare share 0–1. */
	| 'rate'
	/** Seconds. */
	| 'duration'
	/** Hours. */
	| 'hours'
	/** Days, working or clock: the heading says which. */
	| 'days'
	/** A difference of two shares. */
	| 'points'
	/** A share's interval: value is unused, low and high are. */
	| 'interval'
	/** Any other number, e.g. a ratio or a score; two decimals. */
	| 'number'
	| 'date'
	| 'month'
	| 'datetime';

export type Column = {
	key: string;
	heading: string;
	kind: CellKind;
	/** A second, quieter line under the heading: the unit or the base. */
	unit?: string;
	/** The address that sorts the table by this column; without it the heading is plain. */
	href?: string;
	sorted?: 'ascending' | 'descending';
	/** What the heading means, for the pointer. */
	title?: string;
	/** Show numerator / denominator beside each rate. */
	withBase?: boolean;
	/** The measure it shows, so that what is in doubt about it can stand beside it. */
	measure?: string;
};

/** What a figure is besides its value. Words stand for each; colour only adds to them. */
export type CellMark = 'outside_low' | 'outside_high' | 'too_few' | 'hidden';

export type FullCell = {
	value?: string | number | null;
	numerator?: number | null;
	denominator?: number | null;
	low?: number | null;
	high?: number | null;
	/** The explanation of this figure, or the thing it names. */
	href?: string;
	mark?: CellMark;
	/** A few words after the value. */
	note?: string;
	/** The measure a row is of. */
	measure?: string;
};

export type Cell = string | number | boolean | null | undefined | FullCell;
export type TableRow = Record<string, Cell>;

/** A file to take away, 'XLSX'. */
export type TableFile = { label: string; href: string };

export type Table = {
	id: string;
	/** What the rows are and their base. */
	caption: string;
	/** The first column names the row. */
	columns: Column[];
	rows: TableRow[];
	/** The row of the whole, set apart at the end. Never the mean of the rows above. */
	total?: TableRow;
	/** Where the same rows are to be had as CSV. */
	csvHref?: string;
	/** How many rows the file holds, where it holds more than stand here. */
	fileRows?: number;
	/** The same rows as other files, named by their kind; only beside a CSV. */
	otherFiles?: TableFile[];
	/** Said instead of the table when there is no row. */
	empty?: string;
	/** A list of long texts: they wrap, and on a phone each row stands as a block with its headings. */
	stacks?: boolean;
};

const words: CellKind[] = ['text', 'note', 'date', 'month', 'datetime'];
export const isNumeric = (kind: CellKind) => !words.includes(kind);

export const fullCell = (cell: Cell): FullCell =>
	typeof cell === 'object' && cell !== null ? cell : { value: typeof cell === 'boolean' ? String(cell) : cell };

/** The value of a cell as its reader sees it. */
export function cellText(cell: FullCell, kind: CellKind, locale: Locale): string {
	const { value, numerator, denominator, low, high } = cell;
	const hasBase = numerator !== undefined && denominator !== undefined;
	if (kind === 'interval')
		return low == null || high == null ? nothing : `${formatShare(low, 1)}–${formatShare(high, 1)}`;
	if (kind === 'rate' && hasBase) return formatRate(numerator, denominator, locale);
	// A note that is not there, and a cell no total is given for, stay empty; a figure that is not there is a dash.
	if (value === undefined || (kind === 'note' && !value)) return '';
	if (value === null || value === '') return nothing;
	if (typeof value === 'string') {
		if (kind === 'date') return formatDate(value, locale);
		if (kind === 'month') return formatMonth(value, locale);
		return kind === 'datetime' ? formatDateTime(value, locale) : value;
	}
	if (kind === 'rate') return formatShare(value, 1);
	if (kind === 'duration') return formatDuration(value, locale);
	if (kind === 'hours' || kind === 'days') return formatCount(Math.round(value * 10) / 10, locale);
	if (kind === 'points') return formatPoints(value, locale);
	if (kind === 'number') return value.toFixed(2).replace('-', '−');
	return formatCount(value, locale);
}

export const cellBase = (cell: FullCell, locale: Locale) =>
	cell.numerator == null || cell.denominator == null ? '' : formatBase(cell.numerator, cell.denominator, locale);
