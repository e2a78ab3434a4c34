import type { Dimension } from './scope.ts';

/**
 * How a cell reads: what it counts and in which unit. Rates are shares between 0 and 1, points their differences, times
 * are texts of the city's clocks, 'YYYY-MM-DD HH:MM:SS' or a day alone.
 */
export type ColumnKind =
	'text' | 'code' | 'time' | 'count' | 'rate' | 'seconds' | 'days' | 'place' | 'ratio' | 'points';

export type TableColumn = {
	key: string;
	kind: ColumnKind;
	/** The measure that a press on the cell explains; rowMeasure where the row's first cell names it. */
	measure?: string;
	/** For a rate: the columns it is made of. */
	of?: { numerator: string; denominator: string };
	/** For a difference: the columns that hold its 95 % interval. */
	interval?: { low: string; high: string };
	/** For a quantile or mean: the column that counts the orders behind it. */
	n?: string;
};

/** Stands for a column's measure in a table whose rows are measures themselves. */
export const rowMeasure = 'row';

export type Cell = string | number | null;
export type TableRow = Record<string, Cell>;

/**
 * A table as pages, files and releases show it. The first column names the row; `total` is an aggregate of the
 * orders, never of the rows above it.
 */
export type FigureTable = {
	id: string;
	by: Dimension | null;
	columns: TableColumn[];
	rows: TableRow[];
	total: TableRow | null;
};
