import { isHelping } from '#lib/domain/kinds/helping.ts';
import { itemKey } from '#lib/domain/kinds/item-key.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { otherKinds } from '#lib/domain/kinds/kinds.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import type { PlacedExport } from './standing-exports.ts';

/** The staged rows of an export, and what each speaks of: an order, or what a row of its kind names. */
const spokenRows = (kind: KindName, { path }: Pick<PlacedExport, 'path'>) => {
	const file = `read_parquet(${literal(path)})`;
	return kind === 'orders'
		? `select sheet, row_number, order_number as item, order_number as said, content_hash, repairs,
				${isHelping('file')} as is_helping from ${stagedRows(file)} as file`
		: `select sheet, row_number, ${itemKey(otherKinds[kind])} as item,
				concat_ws(' ', ${otherKinds[kind].key.join(', ')}) as said, content_hash, repairs, false as is_helping from ${file}`;
};

/**
 * SQL of the accepted rows of one export as they stood when it was taken in: `outcome` identical where the same row stands in
 * an export imported before it, or higher up in its own, else accepted. `twin_file` and `twin_row` say where an identical one
 * stands already. Counted as the build counts (`build/merge`, `build/kinds/current-rows`).
 */
export function ownRows(kind: KindName, own: PlacedExport, earlier: readonly PlacedExport[]): string {
	const before = earlier.map(
		(one, order) => `
			select item, content_hash, row_number, ${order} as earliness, ${literal(one.fileName)} as file_name, sheet
			from (${spokenRows(kind, one)}) semi join own using (item, content_hash)`
	);
	const nothing = `select cast(null as varchar) as item, cast(null as ubigint) as content_hash, 0 as row_number,
		0 as earliness, '' as file_name, '' as sheet where false`;
	return `
		with own as (${spokenRows(kind, own)}),
		forms as (
			select item, content_hash, min(row_number) as first_row, bool_or(is_helping) as is_helping
			from own group by all
		),
		twins as (
			select item, content_hash, arg_min(concat_ws(' ', file_name, nullif(sheet, ''), row_number), earliness * 4294967296 + row_number) as stands
			from (${[nothing, ...before].join(' union all ')}) group by all
		)
		select own.row_number, own.sheet, own.said, own.item, own.content_hash, forms.is_helping, len(own.repairs) > 0 as is_repaired,
			own.repairs,
			if(twins.stands is null and own.row_number = forms.first_row, 'accepted', 'identical') as outcome,
			case when twins.stands is not null then twins.stands
				when own.row_number > forms.first_row then concat_ws(' ', ${literal(own.fileName)}, nullif(own.sheet, ''), forms.first_row)
			end as twin
		from own join forms using (item, content_hash) left join twins using (item, content_hash)`;
}

/**
 * SQL of the accepted rows that another row took the place of, told against all exports that stand: row_number, sheet, said and
 * where the row stands that holds. Needs the table own_rows, made of ownRows. Rows of units that help are superseded by none.
 */
export function supersededRows(kind: KindName, standing: readonly PlacedExport[], current: string): string {
	const held =
		kind === 'orders'
			? current
			: `select item, arg_max(content_hash, place * 4294967296 + row_number) as content_hash,
					arg_max(stands, place * 4294967296 + row_number) as stands
				from (${standing
					.map(
						(one) => `select item, content_hash, row_number, ${one.place} as place,
							concat_ws(' ', ${literal(one.fileName)}, nullif(sheet, ''), row_number) as stands
						from (${spokenRows(kind, one)})`
					)
					.join(' union all ')}) group by item`;
	return `
		select own_rows.row_number, own_rows.sheet, own_rows.said, held.stands
		from own_rows join (${held}) as held using (item)
		where own_rows.outcome = 'accepted' and not own_rows.is_helping and held.content_hash <> own_rows.content_hash`;
}
