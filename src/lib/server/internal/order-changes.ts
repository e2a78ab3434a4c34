import type { DataFolder } from '../data-folder.ts';
import { formRows, heldForms, makeConfidential, placeOf, rowOf, whereOf, wholeRows } from './order-forms.ts';
import { openReader, reading, type Reader } from './reader.ts';
import { standingExports, type OwnExport, type PlacedExport } from './standing-exports.ts';
import { makeMissing, notShownCounts, notShownSql, type NotShown } from './vanished-orders.ts';
import { valuesThatDiffer } from './value-pairs.ts';

/**
 * What an export of orders brought, against the exports that hold less than it: those placed before it
 * (`domain/export-order`). So the answer is the same in whatever order files were imported.
 */

export const changeLists = ['new', 'changed', 'vanished', 'notLookedFor'] as const;
export type ChangeList = (typeof changeLists)[number];

/** Orders; new + changed + unchanged are all that the export shows. Of each list so many are confidential and not listed. */
export type ChangeCounts = {
	new: number;
	changed: number;
	unchanged: number;
	notShown: NotShown;
	confidential: Record<ChangeList, number>;
};

/** An order that the export shows first, or no longer. Times are 'YYYY-MM-DD HH:MM:SS'. */
export type OrderShown = {
	orderNumber: string;
	row: number | null;
	receivedAt: string | null;
	unit: string | null;
	status: string | null;
	/** The newest file and row before this export that show the order; null for a new one. */
	lastShown: string | null;
	/** Why an order was not looked for: the column of which the export shows one value only. */
	why: string | null;
};

/** One value of one order that is no longer what it was. */
export type ValueChange = {
	orderNumber: string;
	row: number;
	/** A staged column. */
	field: string;
	before: string | null;
	after: string | null;
	/** The file and row that held before. */
	source: string;
};

type Page = { limit: number; offset: number };

/** How many orders the export brought or changed, and how many it no longer shows. */
export const orderChanges = (folder: DataFolder, own: OwnExport): Promise<ChangeCounts> =>
	reading(folder, async (reader) => {
		const exports = await judge(reader, folder, own);
		const [counted] = await reader.rows<Pick<ChangeCounts, 'new' | 'changed' | 'unchanged'>>(
			`select (count(*) filter (state = 'new'))::integer as new, (count(*) filter (state = 'changed'))::integer as changed,
				(count(*) filter (state = 'same'))::integer as unchanged from judged`
		);
		await makeMissing(reader, exports.own, exports.earlier);
		const notShown = await notShownCounts(reader, exports.earlier, exports.own);
		return { ...counted!, notShown, confidential: await confidentialIn(reader, notShown) };
	});

/** How often each staged column changed, the most frequent first. */
export const fieldsChanged = (folder: DataFolder, own: OwnExport): Promise<{ field: string; orders: number }[]> =>
	reading(folder, async (reader) => {
		const exports = await judge(reader, folder, own);
		return reader.rows(
			`select field, count(*)::integer as orders from (${valuesSql(exports)}) group by field order by orders desc, field`
		);
	});

/** The orders of one list but confidential ones: new ones in the order of the file, others by day of receipt. */
export async function* ordersOfList(
	folder: DataFolder,
	own: OwnExport,
	list: Exclude<ChangeList, 'changed'>,
	page?: Page
): AsyncGenerator<OrderShown[]> {
	const reader = await openReader(folder);
	try {
		const exports = await judge(reader, folder, own);
		if (list !== 'new') await makeMissing(reader, exports.own, exports.earlier);
		const sql = list === 'new' ? newSql(exports.own) : notShownSql(exports, list);
		yield* reader.batches<OrderShown>(`${sql} ${partOf(page)}`);
	} finally {
		reader.close();
	}
}

/** The values that changed, order by order in the order of the file; a page counts orders, not values. */
export async function* valuesChanged(folder: DataFolder, own: OwnExport, page?: Page): AsyncGenerator<ValueChange[]> {
	const reader = await openReader(folder);
	try {
		const exports = await judge(reader, folder, own);
		yield* reader.batches<ValueChange>(
			`select "orderNumber", row, field, before, after, source from (${valuesSql(exports, page)})
			order by row, "orderNumber", place`
		);
	} finally {
		reader.close();
	}
}

/** How many orders of each list are confidential. */
async function confidentialIn(reader: Reader, { notTold }: NotShown): Promise<ChangeCounts['confidential']> {
	const of = (state: string) =>
		`(select count(*) from judged semi join confidential using (item) where state = '${state}')::integer`;
	const missing = (where: string) =>
		`(select count(*) from missing semi join confidential using (item) where ${where})::integer`;
	const isPart = notTold === 'is_a_part';
	const [counted] = await reader.rows<ChangeCounts['confidential']>(
		`select ${of('new')} as new, ${of('changed')} as changed, ${isPart ? 0 : missing('why is null')} as vanished,
			${missing(isPart ? 'true' : 'why is not null')} as "notLookedFor"`
	);
	return counted!;
}

type Judged = { own: PlacedExport; earlier: PlacedExport[] };

const partOf = (page?: Page) => (page ? `limit ${Math.trunc(page.limit)} offset ${Math.trunc(page.offset)}` : '');

/**
 * Makes `own_forms`, the form of each order that the export shows; `judged`, with what held before and which state that is; and
 * `confidential`, the orders of no list.
 */
async function judge(reader: Reader, folder: DataFolder, ownExport: OwnExport): Promise<Judged> {
	const exports = standingExports(folder, 'orders', ownExport);
	const own = exports.find(({ sha256 }) => sha256 === ownExport.sha256)!;
	const earlier = exports.filter(({ place }) => place < own.place);
	await reader.run(
		`create temp table own_forms as
		select item, any_value(order_number) as order_number, arg_max(content_hash, stood) as content_hash, max(stood) as stood
		from (${formRows([own])}) group by item`
	);
	await makeConfidential(reader, exports);
	await reader.run(
		`create temp table judged as
		with before as (${heldForms(earlier, 'select order_number from own_forms')})
		select own_forms.item, own_forms.stood, before.stood as before_stood,
			case when before.item is null then 'new'
				when own_forms.stood > before.stood and own_forms.content_hash <> before.content_hash then 'changed'
				else 'same' end as state
		from own_forms left join before using (item)`
	);
	return { own, earlier };
}

const newSql = (own: PlacedExport) => `
	select order_number as "orderNumber", row_number as row, strftime(received_at, '%Y-%m-%d %H:%M:%S') as "receivedAt", unit, status,
		cast(null as varchar) as "lastShown", cast(null as varchar) as why
	from ${wholeRows([own])} semi join (select ${rowOf('stood')} as row_number from judged anti join confidential using (item) where state = 'new') using (row_number)
	order by row_number`;

/** SQL of the values that changed, of a page of orders. */
function valuesSql({ own, earlier }: Judged, page?: Page): string {
	return `
		with asked as (
			select item, ${rowOf('stood')} as own_row, ${placeOf('before_stood')} as before_place, ${rowOf('before_stood')} as before_row
			from judged anti join confidential using (item) where state = 'changed' order by own_row ${partOf(page)}
		),
		values_said as (
			select own.order_number, asked.own_row, ${whereOf('earlier.file_name', 'earlier.sheet', 'earlier.row_number')} as source,
				unnest(${valuesThatDiffer('earlier', 'own')}) as said
			from asked
			join ${wholeRows([own])} as own on own.row_number = asked.own_row
			join ${wholeRows(earlier)} as earlier
				on earlier.row_number = asked.before_row and earlier.place = asked.before_place
		)
		select order_number as "orderNumber", own_row as row, said.field as field, said.place as place, said.former as before,
			said.latter as after, source
		from values_said`;
}
