import { isHelping } from '#lib/domain/kinds/helping.ts';
import { itemKey } from '#lib/domain/kinds/item-key.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { otherKinds } from '#lib/domain/kinds/kinds.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import { heldForms, whereOf } from './order-forms.ts';
import type { Reader } from './reader.ts';
import type { PlacedExport } from './standing-exports.ts';

/** Where a row stands among exports in some order: of two the higher comes later. */
const standingIn = (order: string | number) => `(${order}::bigint * 4294967296 + row_number)`;

/** The staged rows of an export, and what each speaks of, an order or what a row of its kind names, by its hash and in words. */
const spokenRows = (kind: KindName, { path }: Pick<PlacedExport, 'path'>) => {
	const file = `read_parquet(${literal(path)})`;
	return kind === 'orders'
		? `select row_number, hash(order_number) as item, order_number as said, content_hash, ${isHelping('file')} as is_helping
			from ${stagedRows(file)} as file`
		: `select row_number, hash(${itemKey(otherKinds[kind])}) as item, concat_ws(' ', ${otherKinds[kind].key.join(', ')}) as said,
				content_hash, false as is_helping from ${file}`;
};

/** SQL of where a row of one of these exports stands, in words; `stood` says which, as standingIn wrote it. All rows of one are of one sheet. */
const inWords = (
	exports: readonly PlacedExport[],
	stood: string,
	orderOf: (one: PlacedExport, at: number) => number
) => {
	const names = exports.map(
		(one, at) =>
			`select ${orderOf(one, at)} as nth, ${literal(one.fileName)} as file, (select sheet from read_parquet(${literal(one.path)}) limit 1) as sheet`
	);
	const nowhere = `select -1 as nth, '' as file, '' as sheet`;
	return `(select ${whereOf('file', 'sheet', `${stood} % 4294967296`)} from (${[nowhere, ...names].join(' union all ')}) where nth = ${stood} // 4294967296)`;
};

/**
 * Makes `own_rows`, the accepted rows of one export as they stood when it was taken in: row_number, item, said, content_hash, is_helping,
 * and is_identical where the same row stands in an export imported before it, or higher up in its own; then `twin` says where.
 * Counted as the build counts (`build/merge`, `build/kinds/current-rows`). Gives SQL that says a twin in words.
 */
export async function makeOwnRows(
	reader: Reader,
	kind: KindName,
	own: PlacedExport,
	earlier: readonly PlacedExport[]
): Promise<(twin: string) => string> {
	await reader.run(
		`create temp table own_keys as select row_number, item, said, content_hash, is_helping from (${spokenRows(kind, own)})`
	);
	const before = earlier.map(
		(one, order) =>
			`select item, content_hash, ${standingIn(order)} as stood from (${spokenRows(kind, one)})
			semi join own_keys using (said, item, content_hash)`
	);
	const itself = `select item, content_hash, ${standingIn(earlier.length)} as stood from own_keys`;
	await reader.run(
		`create temp table first_forms as
		select item, content_hash, min(stood) as stood from (${[itself, ...before].join(' union all ')}) group by item, content_hash`
	);
	await reader.run(
		`create temp table own_rows as
		select own_keys.*, stood as twin, stood <> ${standingIn(earlier.length)} as is_identical
		from own_keys join first_forms using (item, content_hash)`
	);
	return (twin) => inWords([...earlier, own], twin, (_, at) => at);
}

/**
 * SQL of the accepted rows that another row took the place of, told against all exports that stand: row_number, said, and `stands`,
 * where the row stands that holds. Needs own_rows. Rows of units that help are superseded by none.
 */
export function supersededRows(kind: KindName, standing: readonly PlacedExport[]): string {
	const ofKind = standing.map(
		(one) => `select item, content_hash, ${standingIn(one.place)} as stood from (${spokenRows(kind, one)})
			semi join own_rows using (said, item)`
	);
	const held =
		kind === 'orders'
			? `select item, content_hash, (stood % ${2n ** 61n}) // ${2n ** 39n} * 4294967296 + stood % 4294967296 as stood
				from (${heldForms(standing, 'select said from own_rows')})`
			: `select item, arg_max(content_hash, stood) as content_hash, max(stood) as stood
				from (${ofKind.join(' union all ')}) group by item`;
	return `
		select row_number, said, ${inWords(standing, 'held.stood', ({ place }) => place)} as stands
		from own_rows join (${held}) as held using (item)
		where not own_rows.is_identical and not own_rows.is_helping and held.content_hash <> own_rows.content_hash`;
}
