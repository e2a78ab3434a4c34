import { itemKey } from '#lib/domain/kinds/item-key.ts';
import { otherKinds, type OtherKind } from '#lib/domain/kinds/kinds.ts';
import { literal } from '#lib/domain/sql-literal.ts';

/** An export of one kind, in the order in which a later one holds against an earlier. */
type Source = { sha256: string; fileName: string; path: string };

/**
 * SQL of the rows of one export of a kind beside orders that another row took the place of, with what each speaks of and where
 * the row stands that holds instead. Columns as in importRows.
 */
export function supersededOfKind(kind: OtherKind, sha256: string, sources: Source[]): string {
	const { key } = otherKinds[kind];
	const rows = sources.map(
		({ sha256: file, fileName, path }, place) => `
			select sheet, row_number, content_hash, ${itemKey(otherKinds[kind])} as item_key,
				concat_ws(' ', ${key.join(', ')}) as said, ${place} as place, ${literal(file)} as file,
				${literal(fileName)} as file_name
			from read_parquet(${literal(path)})`
	);
	return `
		with all_rows as (${rows.join(' union all ')}),
		held as (
			select item_key, max_by(content_hash, place * 4294967296 + row_number) as content_hash,
				max_by(concat_ws(' ', file_name, nullif(sheet, ''), row_number), place * 4294967296 + row_number) as stands
			from all_rows group by item_key
		)
		select 'superseded' as outcome, 'newer_form' as reason, sheet, cast(row_number as integer) as row,
			cast(null as varchar) as header, said as text, stands as "standsInstead"
		from all_rows join held using (item_key)
		where file = ${literal(sha256)} and all_rows.content_hash <> held.content_hash`;
}
