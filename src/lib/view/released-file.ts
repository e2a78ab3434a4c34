import { hidden } from '#lib/domain/disclosure.ts';
import { formatShare, rateDecimals, secondsAsShown } from '#lib/domain/format.ts';
import type { ParquetColumn, ParquetValue } from '#lib/domain/parquet.ts';
import type { Cell, FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import type { Release } from '#lib/server/release/read-release.ts';
import { shownColumns } from './release-tables.ts';
import { releasedRate } from './released-cells.ts';
import { tableParquet } from './table-parquet.ts';

/**
 * A released table as its page shows it, for files that are read like the page: the same columns, and of no figure a
 * digit more. A rate that rounding made 100 % is the text '≥98%', a hidden count '<10'. Undefined where the release
 * does not hold the table.
 */
export function releasedFileTable({ manifest, tables }: Release, id: string): FigureTable | undefined {
	const table = tables[id];
	return table && asShown({ ...table, columns: shownColumns(table, id) }, manifest.disclosure.roundTo);
}

/** A table of released figures with no digit that a page would not show. */
export function asShown(table: FigureTable, roundTo: number): FigureTable {
	const shown = (row: TableRow): TableRow =>
		Object.fromEntries(table.columns.map((column) => [column.key, shownCell(row, column, roundTo)]));
	return { ...table, rows: table.rows.map(shown), total: table.total && shown(table.total) };
}

function shownCell(row: TableRow, { key, kind, of }: TableColumn, roundTo: number): Cell {
	const value = row[key] ?? null;
	if (typeof value !== 'number') return value;
	if (kind === 'seconds') return secondsAsShown(value);
	if (kind === 'days') return Math.round(value * 10) / 10;
	if (kind !== 'rate') return value;
	const [numerator, denominator] = of ? [row[of.numerator] ?? null, row[of.denominator] ?? null] : [null, null];
	if (typeof numerator === 'number' && numerator === denominator) return releasedRate(numerator, denominator, roundTo);
	return shareAsShown(value, of ? decimalsOf(denominator) : 1);
}

const decimalsOf = (denominator: Cell) => rateDecimals(typeof denominator === 'number' ? denominator : 0);

/** Rounded to what a page shows; where that would be 0 or 100 % and is not, the page's own '<1%' or '>99%'. */
function shareAsShown(share: number, decimals: number): Cell {
	const rounded = Number(share.toFixed(decimals + 2));
	const isBound = (rounded === 1 && share < 1) || (rounded === 0 && share > 0);
	return isBound ? formatShare(share, decimals) : rounded;
}

/** The format of a cell of a workbook, so that 94 % does not become 94.0 %. */
export const rateFormat = (row: TableRow, { kind, of }: TableColumn): string | undefined =>
	kind === 'rate' && of && decimalsOf(row[of.denominator] ?? null) === 0 ? '0%' : undefined;

/**
 * The same for a program. A column of numbers has no place for '<10', '≥98%' and '<1%': the first is null and its
 * column named in `withheld`, the others are numbers, their columns named in `at_least` and `at_most`.
 */
export function releasedParquet(table: FigureTable): { columns: ParquetColumn[]; rows: ParquetValue[][] } {
	const bare = tableParquet({
		...table,
		rows: table.rows.map(asNumbers),
		total: table.total && asNumbers(table.total)
	});
	const all = [...table.rows, ...(table.total ? [table.total] : [])];
	return {
		columns: [...bare.columns, ...Object.keys(signs).map((name) => ({ name, type: 'varchar' as const }))],
		rows: bare.rows.map((row, place) => [
			...row,
			...Object.values(signs).map((sign) => {
				const isSo = ({ key }: TableColumn) => sign.test(String(all[place]![key] ?? ''));
				return table.columns.flatMap((column, at) => (isSo(column) ? [bare.columns[at]!.name] : [])).join(',') || null;
			})
		])
	};
}

const signs = { withheld: new RegExp(`^${hidden}$`), at_least: /^[≥>][\d.]+%$/, at_most: /^<[\d.]+%$/ };

const asNumbers = (row: TableRow): TableRow =>
	Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, boundOf(cell) ?? cell]));

/** '≥99.6%' → 0.996 */
function boundOf(cell: Cell): number | null {
	const digits = typeof cell === 'string' ? /^[≥><]([\d.]+)%$/.exec(cell)?.[1] : undefined;
	return digits === undefined ? null : Number((Number(digits) / 100).toFixed(5));
}
