import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import type { DataFolder } from '../data-folder.ts';
import { stagedPaths } from '../staged-receipt.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import { beyondSeparator, filledMark } from '#lib/domain/kept-cells.ts';

/** A row as its export has it, and why it was set aside. */
export type OriginalRow = {
	row: number;
	/** One a column, '' where the cell is empty; longer than the headers where the row has more cells. */
	cells: string[];
	/** Codes of reasons; empty where the row was taken. */
	reasons: string[];
	/** The headers of the columns that the reasons name. */
	faulty: string[];
};

/** Headers as the intake tells columns apart (a second 承办单位 is 承办单位#2), and rows in the order of the export. */
export type OriginalRows = { headers: string[]; rows: OriginalRow[] };

const headersIn = (cells: string) =>
	`select decode(value) as headers from parquet_kv_metadata(${literal(cells)}) where decode(key) = 'headers'`;

/** The headers of an export as the intake tells its columns apart, in their order; null where its cells are not kept. */
export async function headersKept(folder: DataFolder, sha256: string): Promise<string[] | null> {
	const { cells } = stagedPaths(folder, sha256);
	if (!existsSync(cells)) return null;
	const instance = await DuckDBInstance.create(':memory:');
	try {
		const [kept] = (await (await instance.connect()).runAndReadAll(headersIn(cells))).getRowObjectsJS();
		return JSON.parse(String(kept?.headers)) as string[];
	} finally {
		instance.closeSync();
	}
}

/**
 * All cells of the rows that were set aside, or of one row whatever became of it. Null where the export's cells are not
 * kept.
 */
export async function originalRows(
	folder: DataFolder,
	sha256: string,
	{ row }: { row?: number } = {}
): Promise<OriginalRows | null> {
	const { cells, ledger } = stagedPaths(folder, sha256);
	if (!existsSync(cells) || !existsSync(ledger)) return null;
	const instance = await DuckDBInstance.create(':memory:');
	try {
		const connection = await instance.connect();
		const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
		const [kept] = await rowsOf(headersIn(cells));
		const headers = JSON.parse(String(kept?.headers)) as string[];
		const names = headers.map((_, place) => `replace(coalesce(p${place + 1}, ''), '${filledMark}', '')`);
		const wanted = row === undefined ? 'reasons is not null' : `row_number = ${Math.trunc(row)}`;
		const found = await rowsOf(`
			select row_number as "row", [${names.join(', ')}] as cells, beyond, reasons, faulty
			from read_parquet(${literal(cells)})
			left join (
				select row_number, list(reason order by reason) as reasons,
					list(header) filter (header is not null) as faulty from read_parquet(${literal(ledger)})
				where outcome = 'setAside' group by row_number
			) using (row_number)
			where ${wanted} order by row_number
		`);
		return {
			headers,
			rows: found.map(({ row: number, cells: own, beyond, reasons, faulty }) => ({
				row: Number(number),
				cells: [...(own as string[]), ...(beyond ? String(beyond).split(beyondSeparator) : [])],
				reasons: (reasons as string[] | null) ?? [],
				faulty: (faulty as string[] | null) ?? []
			}))
		};
	} finally {
		instance.closeSync();
	}
}
