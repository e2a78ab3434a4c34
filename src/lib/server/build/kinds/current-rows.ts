import type { DuckDBConnection } from '@duckdb/node-api';
import { asPlaced } from '#lib/domain/export-order.ts';
import { itemKey } from '#lib/domain/kinds/item-key.ts';
import { otherKinds, type OtherKind } from '#lib/domain/kinds/kinds.ts';
import type { DataFolder } from '../../data-folder.ts';
import { stagedPaths } from '../../staged-receipt.ts';
import type { BuildInput } from '../manifest.ts';
import type { RowStanding } from '../merge.ts';

export const kindOf = ({ kind = 'orders' }: Pick<BuildInput, 'kind'>) => kind;

/**
 * Makes, for every kind beside orders, `rows_<kind>`: the staged rows of all its exports, and `current_<kind>`: of the rows that speak
 * of one thing the newest export's, its last. Newest means the last placed, as with orders (`domain/export-order`). Both are
 * there and empty where no such export is.
 */
export async function loadKinds(connection: DuckDBConnection, folder: DataFolder, inputs: BuildInput[]): Promise<void> {
	const placed = asPlaced(inputs);
	for (const kind of Object.values(otherKinds)) {
		const columns = Object.entries(kind.staged).map(([column, type]) => `${column} ${type}`);
		await connection.run(`
			create table rows_${kind.name} (
				sheet varchar, row_number integer, ${columns.join(', ')}, content_hash ubigint, repairs varchar[],
				item_key varchar, file_sha256 varchar, data_cut timestamp, place integer
			)
		`);
		for (const [place, input] of placed.entries()) {
			if (kindOf(input) !== kind.name) continue;
			await connection.run(
				`insert into rows_${kind.name} by name
				select *, ${itemKey(kind)} as item_key, $2 as file_sha256, cast($3 as timestamp) as data_cut, ${place} as place
				from read_parquet($1)`,
				[stagedPaths(folder, input.sha256).rows, input.sha256, input.dataCut]
			);
		}
		// Most cities send two or three kinds, and a plan for nothing takes as long as one for a few rows.
		if (!placed.some((input) => kindOf(input) === kind.name)) {
			await connection.run(`create table current_${kind.name} as from rows_${kind.name}`);
			continue;
		}
		await connection.run(`
			create table current_${kind.name} as
			with newest as (
				select max_by(rowid, place * 4294967296 + row_number) as newest_row from rows_${kind.name} group by item_key
			)
			select rows_${kind.name}.* from rows_${kind.name} join newest on rows_${kind.name}.rowid = newest_row
		`);
	}
}

/**
 * Counts the staged rows of one export of a kind beside orders. identical: the same row stands in an earlier export, or
 * higher up in this one; superseded: another row is current for what it speaks of. Needs loadKinds.
 */
export async function kindStanding(
	connection: DuckDBConnection,
	kind: OtherKind,
	sha256: string,
	earlier: string[]
): Promise<RowStanding> {
	const reader = await connection.runAndReadAll(
		`with before as (
			select distinct item_key, content_hash from rows_${kind} where list_contains(string_split($2, ' '), file_sha256)
		),
		own as (
			select
				mine.item_key, mine.content_hash, mine.repairs,
				row_number() over (partition by mine.item_key, mine.content_hash order by mine.row_number) > 1
				or before.item_key is not null as is_identical
			from rows_${kind} as mine left join before using (item_key, content_hash)
			where file_sha256 = $1
		),
		standing as (
			select own.*, held.item_key is not null as is_current
			from own left join current_${kind} as held using (item_key, content_hash)
		)
		select
			(count(*) filter (where not is_identical))::integer as accepted,
			(count(*) filter (where not is_identical and len(repairs) > 0))::integer as repaired,
			(count(*) filter (where is_identical))::integer as identical,
			(count(*) filter (where not is_identical and not is_current))::integer as superseded
		from standing`,
		[sha256, earlier.join(' ')]
	);
	return reader.getRowObjectsJS()[0] as RowStanding;
}
