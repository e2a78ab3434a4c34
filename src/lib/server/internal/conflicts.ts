import type { Conflict, ConflictReason } from '#lib/domain/conflict.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import type { DataFolder } from '../data-folder.ts';
import { formRows, makeConfidential, whereOf, wholeRows } from './order-forms.ts';
import { openReader, reading, type Reader } from './reader.ts';
import { standingExports, type PlacedExport } from './standing-exports.ts';
import { valuesThatDiffer } from './value-pairs.ts';

/**
 * Where exports cannot both be right about one order. That a newer export shows an order otherwise is an update, and no
 * conflict, unless it says otherwise what does not change once an order is registered. Rows of units that help, and rows
 * of several rounds, say different things of one order rightly; a row handed back mended takes the place of its first form. What does not change: the times of receipt and of contact, the
 * caller (by key), and between files of one source line and channel.
 */

type Page = { limit: number; offset: number };

/** Pairs of forms by why they contradict each other, and how many of all are of confidential orders and not listed. */
export type ConflictCounts = { of: Record<ConflictReason, number>; confidential: number };

/** How many pairs of forms contradict each other. */
export const countConflicts = (folder: DataFolder): Promise<ConflictCounts> =>
	reading(folder, async (reader) => {
		await makeConflicts(reader, standingExports(folder, 'orders'));
		const counted = await reader.rows<{ reason: ConflictReason; pairs: number; withheld: number }>(
			`select reason, count(*)::integer as pairs, (count(*) filter (is_confidential))::integer as withheld
			from conflicts group by reason`
		);
		const none = { one_export: 0, one_cut: 0, fixed_field: 0 };
		return {
			of: { ...none, ...Object.fromEntries(counted.map(({ reason, pairs }) => [reason, pairs])) },
			confidential: counted.reduce((sum, { withheld }) => sum + withheld, 0)
		};
	});

/** The conflicts by order number, but those of confidential orders. */
export async function* conflicts(folder: DataFolder, page?: Page): AsyncGenerator<Conflict[]> {
	const reader = await openReader(folder);
	try {
		const exports = standingExports(folder, 'orders');
		await makeConflicts(reader, exports);
		const size = page?.limit ?? 1000;
		for (let offset = page?.offset ?? 0; ; offset += size) {
			await makeShown(reader, exports, { limit: size, offset });
			const found = await reader.rows<Conflict>(shownSql);
			if (found.length > 0) yield found;
			if (page || found.length < size) return;
		}
	} finally {
		reader.close();
	}
}

/** An hour says a minute, a day a day: where one form says less of a time, both agree as far as it goes. */
const isOtherTime = (column: string, isDate?: string) => {
	const asDay = isDate ? `coalesce(newer.${isDate}, false) or coalesce(older.${isDate}, false)` : 'false';
	return `case when ${asDay} then newer.${column}::date <> older.${column}::date
		else date_trunc('minute', newer.${column}) <> date_trunc('minute', older.${column}) end`;
};
const isContradicted = [
	`newer.received_from = older.received_from and ${isOtherTime('received_at', 'received_is_date')}`,
	isOtherTime('contacted_at'),
	'newer.caller_key <> older.caller_key',
	// Another system has other words for the same channel.
	...['line', 'channel'].map((column) => `newer.signature = older.signature and newer.${column} <> older.${column}`)
]
	.map((condition) => `coalesce(${condition}, false)`)
	.join(' or ');

/**
 * Makes `conflicts`: reason, order_number, newer and older place and row, and where the form that holds stands. Of forms
 * that say the same thing the newest alone is held against what counts.
 */
async function makeConflicts(reader: Reader, exports: readonly PlacedExport[]): Promise<void> {
	const cuts = [{ place: 0, dataCut: '', mending: 0, signature: '' }, ...exports].map(
		({ place, dataCut, mending, signature }) => `(${place}, ${literal(dataCut)}, ${mending}, ${literal(signature)})`
	);
	await reader.run(
		`create temp table cuts as select * from (values ${cuts.join(', ')}) as cuts (place, data_cut, mending, signature)`
	);
	await reader.run(`
		create temp table several as
		select item from (${formRows(exports)}) where not is_helping
		group by item having min(content_hash) <> max(content_hash)
	`);
	await reader.run(`
		create temp table forms as
		select any_value(order_number) as order_number, item, place, round, content_hash, max(stood) as stood, max(row_number) as row_number,
			any_value(received_from) as received_from, any_value(received_at) as received_at, any_value(received_is_date) as received_is_date,
			any_value(contacted_at) as contacted_at, any_value(line) as line, any_value(channel) as channel, any_value(caller_key) as caller_key
		from (${formRows(exports, ['received_from', 'received_at', 'received_is_date', 'contacted_at', 'line', 'channel', 'caller_key'])})
		where not is_helping and item in (select item from several)
		group by item, place, round, content_hash
	`);
	await makeConfidential(reader, exports);
	await reader.run(`
		create temp table conflicts as
		with in_export as (
			select *, first_value(stood) over (partition by order_number, place, round order by stood desc) as best,
				first_value(stood) over (partition by order_number, place order by stood desc) as last_of_export,
				first_value(stood) over (partition by order_number order by stood desc) as held
			from forms
		),
		-- What each export says of an order in the end.
		-- A form that was mended since contradicts nothing any more.
		said as (
			select in_export.*, data_cut, signature from in_export join cuts using (place) where stood = last_of_export
			qualify mending = max(mending) over (partition by order_number, data_cut)
		),
		of_cut as (select *, first_value(stood) over (partition by order_number, data_cut order by stood desc) as best_of_cut from said),
		pairs as (
			select 'one_export' as reason, order_number, best as newer_stood, stood as older_stood, held from in_export where stood <> best
			union all
			select 'one_cut', older.order_number, older.best_of_cut, older.stood, older.held
			from of_cut as older join said as newer on newer.order_number = older.order_number and newer.stood = older.best_of_cut
			where older.content_hash <> newer.content_hash
			union all
			select 'fixed_field', older.order_number, newer.stood, max(older.stood), any_value(older.held)
			from of_cut as older join of_cut as newer
				on newer.order_number = older.order_number and newer.stood = newer.held and newer.data_cut <> older.data_cut
			where newer.content_hash <> older.content_hash and (${isContradicted})
			group by older.order_number, newer.stood, older.content_hash
		),
		-- Of what one pair is said twice, the first reason stands.
		named as (
			select *, row_number() over (
				partition by order_number, newer_stood, older_stood order by list_position(['one_export', 'one_cut', 'fixed_field'], reason)
			) as nth from pairs
		)
		select reason, named.order_number, hash(named.order_number) in (select item from confidential) as is_confidential, newer_stood, older_stood, held,
			newer.place as newer_place, newer.row_number as newer_row, older.place as older_place, older.row_number as older_row,
			held_form.place as held_place, held_form.row_number as held_row,
			case held_form.content_hash when newer.content_hash then 'newer' when older.content_hash then 'older' else 'neither' end as counts
		from named
		join forms as newer on newer.order_number = named.order_number and newer.stood = newer_stood
		join forms as older on older.order_number = named.order_number and older.stood = older_stood
		join forms as held_form on held_form.order_number = named.order_number and held_form.stood = held
		where nth = 1
	`);
}

/** Makes `asked`, the conflicts of a page, and `shown`, the whole rows of their forms: every file is looked through once. */
async function makeShown(reader: Reader, exports: readonly PlacedExport[], { limit, offset }: Page): Promise<void> {
	await reader.run(`
		create or replace temp table asked as
		select * from conflicts where not is_confidential order by order_number, reason, older_stood limit ${Math.trunc(limit)} offset ${Math.trunc(offset)}
	`);
	const [{ places } = { places: [] }] = await reader.rows<{ places: number[] }>(
		`select coalesce(list(distinct place), []) as places from (
			select unnest([newer_place, older_place, held_place])::integer as place from asked
		)`
	);
	const concerned = exports.filter(({ place }) => places.includes(place));
	await reader.run(`
		create or replace temp table shown as
		select * from ${wholeRows(concerned)} semi join (
			select distinct unnest([newer_place, older_place, held_place]) as place, unnest([newer_row, older_row, held_row]) as row_number
			from asked
		) using (place, row_number)
	`);
}

const placeIn = (form: string) => whereOf(`${form}.file_name`, `${form}.sheet`, `${form}.row_number`);
const shownSql = `
	select asked.order_number as "orderNumber", reason, counts, ${placeIn('newer')} as "newerIn", ${placeIn('older')} as "olderIn",
		${placeIn('held')} as "heldIn", ${valuesThatDiffer('older', 'newer')} as "values"
	from asked
	join shown as newer on newer.place = newer_place and newer.row_number = newer_row
	join shown as older on older.place = older_place and older.row_number = older_row
	join shown as held on held.place = held_place and held.row_number = held_row
	order by asked.order_number, reason, older_stood`;
