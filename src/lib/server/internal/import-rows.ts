import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { stagedRows as allColumns } from '#lib/domain/staged-columns.ts';
import { isHelping } from '#lib/domain/kinds/helping.ts';
import { supersededOfKind } from './superseded-rows.ts';
import { currentVersion, versionPath, type DataFolder } from '../data-folder.ts';
import { literal } from '#lib/domain/sql-literal.ts';

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

/** Which of the rows, in their order. */
export type RowPage = { limit: number; offset: number };

/**
 * The rows of one export that were repaired, set aside or no data, or that another row took the place of; in the order of
 * the file. Superseded is told against the served version.
 */
export const importRows = (
	folder: DataFolder,
	sha256: string,
	outcomes: readonly RowOutcome[],
	page?: RowPage
): Promise<ImportRow[]> =>
	overRows(folder, sha256, outcomes, async (read, rows) => {
		const part = page ? `limit ${Math.trunc(page.limit)} offset ${Math.trunc(page.offset)}` : '';
		return (await read(
			`select * from (${rows}) order by row, outcome = 'superseded', reason, header ${part}`
		)) as ImportRow[];
	});

/** How many rows `importRows` gives. */
export const countImportRows = async (folder: DataFolder, sha256: string, outcome: RowOutcome): Promise<number> => {
	const counted = await overRows(folder, sha256, [outcome], async (read, rows) =>
		read(`select cast(count(*) as integer) as total from (${rows})`)
	);
	return (counted as { total: number }[])[0]?.total ?? 0;
};

type Read = (sql: string) => Promise<unknown[]>;

/** Runs `ask` over the SQL of the rows; nothing where the export's staged files are gone. */
async function overRows<Row>(
	folder: DataFolder,
	sha256: string,
	outcomes: readonly RowOutcome[],
	ask: (read: Read, rows: string) => Promise<Row[]>
): Promise<Row[]> {
	const [staged, ledger] = [stagedRows(folder, sha256), join(folder.internal, `${sha256}.rows.parquet`)];
	if (!existsSync(staged) || !existsSync(ledger)) return [];
	const instance = await DuckDBInstance.create(':memory:');
	try {
		const connection = await instance.connect();
		const read: Read = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
		const kept = `select outcome, reason, sheet, cast(row_number as integer) as row, header, value as text,
				cast(null as varchar) as "standsInstead" from read_parquet(${literal(ledger)})
			where outcome in (${outcomes.map(literal).join(', ')})`;
		const version = currentVersion(folder);
		if (!outcomes.includes('superseded') || version === null) return await ask(read, kept);
		await read(`attach ${literal(versionPath(folder, version))} as served (read_only)`);
		const served = (await read(
			`select sha256, kind, file_name as "fileName" from served.exports order by data_cut nulls first, sha256`
		)) as { sha256: string; kind: KindName; fileName: string }[];
		const kind = served.find((one) => one.sha256 === sha256)?.kind ?? 'orders';
		if (kind !== 'orders') {
			const ofKind = served.filter((one) => one.kind === kind);
			const sources = ofKind.map((one) => ({ ...one, path: stagedRows(folder, one.sha256) }));
			return await ask(read, `(${kept}) union all (${supersededOfKind(kind, sha256, sources)})`);
		}
		const sources = (await read(`select distinct file_sha256 as sha256 from served.orders`)) as { sha256: string }[];
		const winners = sources.map(({ sha256 }) => stagedRows(folder, sha256)).filter((path) => existsSync(path));
		if (winners.length === 0) return await ask(read, kept);
		return await ask(read, `(${kept}) union all (${superseded(staged, winners)})`);
	} finally {
		instance.closeSync();
	}
}

const superseded = (staged: string, winners: string[]) =>
	`select 'superseded' as outcome, 'newer_form' as reason, own.sheet, cast(own.row_number as integer) as row,
		cast(null as varchar) as header, own.order_number as text,
		concat_ws(' ', exports.file_name, orders.sheet, orders.row_number) as "standsInstead"
	from ${allColumns(`read_parquet(${literal(staged)})`)} as own
	join served.orders using (order_number)
	join served.exports on exports.sha256 = orders.file_sha256
	join read_parquet([${winners.map(literal).join(', ')}], filename = true, union_by_name = true) as winning
		on winning.order_number = orders.order_number and winning.row_number = orders.row_number
		and contains(winning.filename, orders.file_sha256)
	where winning.content_hash <> own.content_hash and not ${isHelping('own')}`;

const stagedRows = (folder: DataFolder, sha256: string) => join(folder.staged, `${sha256}.parquet`);
