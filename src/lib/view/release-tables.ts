import { fullCell, type Cell, type Table } from '#lib/components/table.ts';
import { hidden } from '#lib/domain/disclosure.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FigureTable, TableColumn } from '#lib/domain/table.ts';
import type { Release } from '#lib/server/release/read-release.ts';
import { fileHref, tableName } from './release-names.ts';
import { releasedRate } from './released-cells.ts';
import { tableView } from './table-view.ts';

/**
 * Columns a public page leaves out; the files hold them. Places are made of rounded counts and would tell apart
 * units that can't be told apart.
 */
const without: Record<string, string[]> = {
	ranking: ['place', 'low', 'high'],
	stages: ['meanSeconds', 'negative'],
	'handling-time-by-district': ['meanSeconds', 'negative']
};

/** What a page shows first, so that a phone shows it without being moved; the other columns follow as in the file. */
const first: Record<string, string[]> = {
	ranking: ['unit', 'rate', 'standing'],
	'on-time-by-district': ['name', 'dueRate', 'dueNumerator', 'dueDenominator', 'closedRate']
};

/** Columns whose general name says less than what they count here. */
const headings: Record<string, Record<string, () => string>> = {
	ranking: { numerator: m.column_on_time, denominator: m.column_due }
};

/** What can be had of each released table besides its frozen files: the page's figures, made when they are asked for. */
export const derivedFiles = [
	{ ending: 'xlsx', label: 'XLSX' },
	{ ending: 'parquet', label: 'Parquet' }
] as const;

/** The heading of a column where its general one says too little. */
export const releasedHeading = (id: string, key: string): string | undefined => headings[id]?.[key]?.();

/** The columns of a released table that its page shows, in the page's order. */
export const shownColumns = ({ columns }: FigureTable, id: string): TableColumn[] =>
	inOrder(
		columns.filter(({ key }) => !without[id]?.includes(key)),
		first[id] ?? []
	);

/** A released table as its component shows it; undefined where the release does not hold it. */
export function releasedTableView({ ref, manifest, tables }: Release, id: string): Table | undefined {
	const table = tables[id];
	if (!table) return undefined;
	const shown = tableView(
		{ ...table, columns: shownColumns(table, id) },
		{
			caption: tableName(id),
			csvHref: fileHref(ref, `${id}.csv`),
			empty: m.release_table_empty()
		}
	);
	const columns = shown.columns.map((column) => ({
		...column,
		heading: releasedHeading(id, column.key) ?? column.heading
	}));
	const otherFiles = derivedFiles.map(({ ending, label }) => ({ label, href: fileHref(ref, `${id}.${ending}`) }));
	const { roundTo } = manifest.disclosure;
	const asReleased = (row: Record<string, Cell>) =>
		Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, releasedCell(cell, roundTo)]));
	const total = shown.total && asReleased(shown.total);
	return { ...shown, id, columns, otherFiles, rows: shown.rows.map(asReleased), total };
}

function inOrder<Keyed extends { key: string }>(columns: Keyed[], keys: string[]): Keyed[] {
	const place = ({ key }: Keyed) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
	return columns.toSorted((a, b) => place(a) - place(b));
}

/** What stands in the file stands on the page: '<10', and no rate of 100 % that rounding made. */
function releasedCell(cell: Cell, roundTo: number): Cell {
	const { mark, numerator, denominator } = fullCell(cell);
	if (mark === 'hidden') return { value: hidden };
	if (numerator != null && numerator === denominator) return { value: releasedRate(numerator, denominator, roundTo) };
	return cell;
}
