import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { currentVersion, versionPath, type DataFolder } from '../data-folder.ts';

export const rowOutcomes = ['setAside', 'repaired', 'nonData', 'superseded'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/**
 * A row of an export that was not simply accepted, where it stands in the file, and what it says there. A repaired row once
 * per cell that was changed; header is null where the whole row is meant, its text then all of it.
 */
export type ImportRow = {
	outcome: RowOutcome;
	reason: string;
	sheet: string;
	row: number;
	header: string | null;
	text: string | null;
	/** The file and row whose form of the order stands instead of a superseded one. */
	standsInstead: string | null;
};

/**
 * The rows of one export that were repaired, set aside or no data, or that another row took the place of; in the order of
 * the file. Superseded is told against the served version.
 */
export async function importRows(
	folder: DataFolder,
	sha256: string,
	outcomes: readonly RowOutcome[]
): Promise<ImportRow[]> {
	const [rows, ledger] = [stagedRows(folder, sha256), join(folder.staged, `${sha256}.rows.parquet`)];
	if (!existsSync(rows) || !existsSync(ledger)) return [];
	const instance = await DuckDBInstance.create(':memory:');
	try {
		const connection = await instance.connect();
		const read = async (sql: string, values: string[]) =>
			(await connection.runAndReadAll(sql, values)).getRowObjectsJS() as unknown as ImportRow[];
		const kept = await read(
			`select outcome, reason, sheet, cast(row_number as integer) as row, header, value as text,
				cast(null as varchar) as "standsInstead" from read_parquet($1)
			where list_contains(string_split($2, ' '), outcome) order by row_number, reason, header`,
			[ledger, outcomes.join(' ')]
		);
		const version = currentVersion(folder);
		if (!outcomes.includes('superseded') || version === null) return kept;
		await connection.run(`attach ${literal(versionPath(folder, version))} as served (read_only)`);
		const sources = await read(`select distinct file_sha256 as text from served.orders`, []);
		const winners = sources.map(({ text }) => stagedRows(folder, text!)).filter((path) => existsSync(path));
		if (winners.length === 0) return kept;
		const superseded = await read(
			`select 'superseded' as outcome, 'newer_form' as reason, own.sheet, cast(own.row_number as integer) as row,
				cast(null as varchar) as header,
				own.order_number as text, concat_ws(' ', exports.file_name, orders.sheet, orders.row_number) as "standsInstead"
			from read_parquet($1) as own
			join served.orders using (order_number)
			join served.exports on exports.sha256 = orders.file_sha256
			join read_parquet([${winners.map(literal).join(', ')}], filename = true) as winning
				on winning.order_number = orders.order_number and winning.row_number = orders.row_number
				and contains(winning.filename, orders.file_sha256)
			where winning.content_hash <> own.content_hash
			order by own.row_number`,
			[rows]
		);
		return [...kept, ...superseded].sort((a, b) => a.row - b.row);
	} finally {
		instance.closeSync();
	}
}

const stagedRows = (folder: DataFolder, sha256: string) => join(folder.staged, `${sha256}.parquet`);
const literal = (path: string) => `'${path.replaceAll("'", "''")}'`;
