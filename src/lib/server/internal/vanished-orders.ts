import { formRows, placeOf, placesOf, rowOf, whereOf } from './order-forms.ts';
import type { Reader } from './reader.ts';
import type { PlacedExport } from './standing-exports.ts';

/**
 * Orders that an export no longer shows. Looked for are orders that earlier exports of the same source show, that is with the
 * same headers, and that were received on a day from the first to the last that this export shows. An export may be a
 * selection: where it shows one value only of what exports are selected by (one district, closed orders only), orders of
 * another value are not looked for; and where it shows less than half of those looked for it is taken for a part, and
 * none is called vanished.
 */

/** Columns that exports are selected by. `state` is made below: open or closed, by what the form said. */
export const selectedBy = ['line', 'channel', 'kind', 'district', 'unit', 'handling_mode', 'state'] as const;

/** Why none is called vanished: nothing to compare with, or the export is a part. */
export type NotToldWhy = 'no_earlier_export' | 'is_a_part';

export type NotShown = {
	vanished: number;
	/** Orders it does not show and that it was not asked for, by the column that it shows one value of. */
	notLookedFor: { why: string; orders: number }[];
	/** Orders looked for, those it shows among them. */
	lookedFor: number;
	shown: number;
	/** Days of receipt from and to, 'YYYY-MM-DD'. */
	from: string | null;
	to: string | null;
	/** Earlier exports of the same source. */
	exports: number;
	notTold: NotToldWhy | null;
};

const looked = [
	...['received_at', 'line', 'channel', 'kind', 'district', 'unit', 'status', 'handling_mode', 'sheet'],
	...['closed_at', 'status_state', 'has_closed_column']
];
const state = `case when closed_at is not null or status_state in ('closed', 'cancelled') then 'closed'
	when has_closed_column or status_state is not null then 'open' end`;

const ofSameSource = (earlier: readonly PlacedExport[], own: PlacedExport) =>
	earlier.filter(({ signature }) => signature !== '' && signature === own.signature);

/**
 * Makes `missing`: the orders of the span that earlier exports of the source show and this one does not, how they last showed
 * them, and why they are not looked for; and `shown_again`, how many it does show. Needs own_forms.
 */
export async function makeMissing(reader: Reader, own: PlacedExport, earlier: readonly PlacedExport[]): Promise<void> {
	const columns = [...looked, `${state} as state`];
	const only = selectedBy.map(
		(column) =>
			`case when min(${column}) = max(${column}) and count(${column}) = count(*) then min(${column}) end as only_${column}`
	);
	await reader.run(`
		create temp table own_span as
		select min(received_at::date) as first_day, max(received_at::date) as last_day, ${only.join(', ')}
		from (${formRows([own], columns)})
	`);
	const parts = selectedBy.map((column) => `${column}: ${column}`).join(', ');
	const same = ofSameSource(earlier, own);
	const inSpan = 'join own_span on received_at::date between first_day and last_day';
	await reader.run(`
		create temp table shown_again as
		select count(*) as orders from own_forms
		semi join (select item from (${formRows(same, ['received_at'])}) ${inSpan}) as before on before.item = own_forms.item
	`);
	await reader.run(`
		create temp table not_shown as
		select item, max(stood) as stood, arg_max({
			order_number: order_number, received_at: received_at, status: status, sheet: sheet, ${parts}
		}, stood) as said
		from (${formRows(same, columns)}) ${inSpan}
		where item not in (select item from own_forms)
		group by item
	`);
	const differs = selectedBy.map(
		(column) => `when only_${column} is not null and said.${column} is distinct from only_${column} then '${column}'`
	);
	await reader.run(`
		create temp table missing as
		with lists as (
			-- A list of open orders loses every order that is closed: what left it has not vanished.
			select only_state = 'open' and exists (
				select 1 from (${formRows(same, columns)}) ${inSpan} where state = 'closed'
			) as is_of_open from own_span
		)
		select item, stood, said, case ${differs.join(' ')} when is_of_open then 'state' end as why
		from not_shown, own_span, lists
	`);
}

/** Counts what makeMissing found. */
export async function notShownCounts(
	reader: Reader,
	earlier: readonly PlacedExport[],
	own: PlacedExport
): Promise<NotShown> {
	const exports = ofSameSource(earlier, own).length;
	const [counted] = await reader.rows<{ shown: number; absent: number; from: string | null; to: string | null }>(`
		select (select orders from shown_again)::integer as shown, (select count(*) from missing where why is null)::integer as absent,
			first_day::varchar as "from", last_day::varchar as "to" from own_span`);
	const { shown, absent, from, to } = counted!;
	const isPart = absent > shown;
	const outside = await reader.rows<{ why: string; orders: number }>(
		`select why, count(*)::integer as orders from missing where why is not null group by why order by orders desc, why`
	);
	return {
		vanished: isPart ? 0 : absent,
		notLookedFor: isPart ? [{ why: 'is_a_part', orders: absent }, ...outside] : outside,
		...{ lookedFor: shown + absent, shown, from, to, exports },
		notTold: exports === 0 ? 'no_earlier_export' : isPart ? 'is_a_part' : null
	};
}

/** SQL of the orders counted: those that vanished, or that were not looked for and why. Needs makeMissing and `confidential`, whose orders
 * are not listed. */
export function notShownSql(
	{ earlier }: { earlier: readonly PlacedExport[] },
	list: 'vanished' | 'notLookedFor'
): string {
	const isPart = `((select count(*) from missing where why is null) > (select orders from shown_again))`;
	const wanted = list === 'vanished' ? `why is null and not ${isPart}` : `(why is not null or ${isPart})`;
	return `
		select said.order_number as "orderNumber", cast(null as integer) as row, strftime(said.received_at, '%Y-%m-%d %H:%M:%S') as "receivedAt",
			said.unit as unit, said.status as status, ${whereOf('file_name', 'said.sheet', rowOf('stood'))} as "lastShown",
			coalesce(why, case when ${isPart} then 'is_a_part' end) as why
		from missing anti join confidential using (item) join ${placesOf(earlier)} on placed.place = ${placeOf('stood')}
		where ${wanted} order by said.received_at, said.order_number`;
}
