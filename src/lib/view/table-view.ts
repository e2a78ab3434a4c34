import type { Column, FullCell, Table, TableRow as ShownRow } from '#lib/components/table.ts';
import { hidden } from '#lib/domain/disclosure.ts';
import { rowMeasure, type FigureTable, type TableColumn, type TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { barePoints } from './change.ts';
import { columnHeading, rowName, standingName } from './names.ts';
import { binName } from './bins.ts';
import { filesBeside } from './table-files.ts';

export type TableViewOptions = {
	caption: string;
	csvHref?: string;
	empty?: string;
	/** Address that explains a measure for one row; left out, cells are plain. */
	explain?: (measure: string, rowName: string | null | undefined) => string;
	/** Address that sorts by a column, and the column sorted by. */
	sort?: { by: string; direction: 'ascending' | 'descending'; href: (key: string) => string };
	/** Show numerator and denominator beside each rate, and the interval under each difference. */
	withBase?: boolean;
	/** What is to be said of a row, by the value of its first column. */
	notes?: ReadonlyMap<string, string>;
	/** Columns that this page leaves out. */
	without?: string[];
	/** Headings and names of codes that only this table has. */
	ownHeading?: (key: string) => string | undefined;
	/** What a row's first cell leads to. */
	rowHref?: (row: TableRow) => string | undefined;
};

const kinds = {
	text: 'text',
	code: 'text',
	time: 'datetime',
	count: 'count',
	rate: 'rate',
	seconds: 'duration',
	days: 'days',
	place: 'count',
	ratio: 'number',
	points: 'points'
} as const;

/** A table of figures as its component shows it, in the reader's language. */
export function tableView(table: FigureTable, options: TableViewOptions): Table {
	const columns = table.columns.filter(({ key }) => !options.without?.includes(key));
	const rows = options.sort ? sorted(table, options.sort) : table.rows;
	return {
		id: table.id,
		caption: options.caption,
		columns: columns.map((column) => heading(column, table, options)),
		rows: rows.map((row) => shownRow(row, columns, table, options, false)),
		total: table.total ? shownRow(table.total, columns, table, options, true) : undefined,
		csvHref: options.csvHref,
		otherFiles: filesBeside(options.csvHref),
		empty: options.empty
	};
}

function heading(column: TableColumn, table: FigureTable, { sort, withBase, ownHeading }: TableViewOptions): Column {
	return {
		key: column.key,
		heading: ownHeading?.(column.key) ?? columnHeading(column.key, table.by),
		kind: kinds[column.kind],
		withBase: withBase && column.of !== undefined,
		href: sort?.href(column.key),
		sorted: sort?.by === column.key ? sort.direction : undefined,
		measure: isMarked(column, table) ? column.measure : undefined
	};
}

/** Of the columns of one measure one carries what is in doubt about it: its rate, or the first. */
function isMarked(column: TableColumn, { columns }: FigureTable): boolean {
	const { measure } = column;
	if (measure === undefined || measure === rowMeasure) return false;
	const own = columns.filter((one) => one.measure === measure);
	return column === (own.find(({ of }) => of) ?? own[0]);
}

function shownRow(
	row: TableRow,
	columns: TableColumn[],
	table: FigureTable,
	options: TableViewOptions,
	isTotal: boolean
): ShownRow {
	const [first] = columns;
	const name = isTotal ? undefined : (row[first!.key] as string | null);
	const measure = name != null && columns.some((column) => column.measure === rowMeasure) ? name : undefined;
	const cells = columns.map((column, place): [string, FullCell] => {
		if (place === 0) {
			const note = isTotal || name == null ? undefined : options.notes?.get(name);
			const href = isTotal ? undefined : options.rowHref?.(row);
			return [column.key, { value: isTotal ? m.table_total() : firstCell(row, column, table), note, href, measure }];
		}
		const shown = cell(row, column, name, options);
		// What only a single row can have, a place or a kind, is blank in the row of the whole.
		const isOfOneRow = !column.of && !column.n && (shown.value === null || shown.value === '');
		return [column.key, isTotal && isOfOneRow ? {} : shown];
	});
	return Object.fromEntries(cells);
}

function firstCell(row: TableRow, { key, kind }: TableColumn, { by }: FigureTable): string {
	const value = row[key] ?? null;
	if (key === 'bin') return binName(Number(value));
	return kind === 'code' ? columnHeading(String(value), null) : rowName(value === null ? null : String(value), by);
}

function cell(
	row: TableRow,
	column: TableColumn,
	name: string | null | undefined,
	{ explain, withBase, ownHeading }: TableViewOptions
): FullCell {
	const value = row[column.key] ?? null;
	if (value === hidden) return { mark: 'hidden' };
	if (column.key === 'standing') return standingCell(value === null ? null : String(value));
	if (column.kind === 'code')
		return { value: value === null ? null : (ownHeading?.(String(value)) ?? columnHeading(String(value), null)) };
	const measure = column.measure === rowMeasure ? name : column.measure;
	const href = measure && explain && value !== null ? explain(measure, name) : undefined;
	if (column.of) {
		const numerator = row[column.of.numerator];
		const denominator = row[column.of.denominator];
		if (value === null || typeof numerator !== 'number' || typeof denominator !== 'number') return { value: null };
		return { value, numerator, denominator, href };
	}
	const { interval } = column;
	const [low, high] = interval && withBase ? [row[interval.low], row[interval.high]] : [];
	const note =
		typeof low === 'number' && typeof high === 'number'
			? m.earlier_interval({ low: barePoints(low), high: barePoints(high) })
			: undefined;
	return { value, href, note };
}

function standingCell(standing: string | null): FullCell {
	if (standing === null) return { value: '' };
	const value = standingName(standing);
	if (standing === 'too_few') return { value, mark: 'too_few' };
	if (standing.endsWith('below')) return { value, mark: standing === 'far_below' ? 'outside_low' : undefined };
	return { value, mark: standing === 'far_above' ? 'outside_high' : undefined };
}

function sorted(table: FigureTable, { by, direction }: NonNullable<TableViewOptions['sort']>): TableRow[] {
	const turn = direction === 'ascending' ? 1 : -1;
	return [...table.rows].sort((a, b) => {
		const [left, right] = [a[by] ?? null, b[by] ?? null];
		if (left === right) return 0;
		if (left === null || right === null) return left === null ? 1 : -1;
		return left < right ? -turn : turn;
	});
}
