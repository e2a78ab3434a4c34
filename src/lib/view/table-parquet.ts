import type { Cell, ColumnKind, FigureTable, TableRow } from '#lib/domain/table.ts';
import type { ParquetColumn, ParquetType } from '#lib/domain/parquet.ts';
import { binName } from './bins.ts';

const types: Record<ColumnKind, ParquetType> = {
	text: 'varchar',
	code: 'varchar',
	time: 'varchar',
	count: 'bigint',
	rate: 'double',
	seconds: 'double',
	days: 'double',
	place: 'bigint',
	ratio: 'double',
	points: 'double'
};

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');

/**
 * A table for a program: columns by key and typed, names and codes as the warehouse has them, null for what is not
 * stated. The total is a row of its own, told apart by `is_total`.
 */
export function tableParquet({ columns, rows, total }: FigureTable): {
	columns: ParquetColumn[];
	rows: (Cell | boolean)[][];
} {
	const typed = columns.map(({ key, kind }) => ({ name: snakeCase(key), type: types[kind] }));
	const values = (row: TableRow) => columns.map(({ key, kind }) => valueOf(row[key] ?? null, key, types[kind]));
	return {
		columns: [...typed, { name: 'is_total', type: 'boolean' }],
		rows: [...rows.map((row) => [...values(row), false]), ...(total ? [[...values(total), true]] : [])]
	};
}

function valueOf(value: Cell, key: string, type: ParquetType): Cell {
	if (key === 'bin') return binName(Number(value));
	// A word in a column of numbers stands for a figure that is not told.
	return type !== 'varchar' && typeof value === 'string' ? null : value;
}
