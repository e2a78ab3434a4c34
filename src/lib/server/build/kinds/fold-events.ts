import type { DuckDBConnection } from '@duckdb/node-api';
import { refineMerged } from './refine.ts';

/** The first event of a kind in a log, and whether it is a bare day. */
const first = (column: string, codes: string[]) => {
	const of = `filter (where event_code in (${codes.map((code) => `'${code}'`).join(', ')}))`;
	return `min(event_at) ${of} as ${column}, min_by(event_at_is_date, event_at) ${of} as ${column}_is_date`;
};
const counted = (column: string, code: string) =>
	`(count(*) filter (where event_code = '${code}'))::integer as ${column}`;

const times = ['dispatched', 'signed', 'first_contact'];
const counts = [
	'return_count',
	'return_approved_count',
	'redispatch_count',
	'extension_count',
	'urge_count',
	'rework_count'
];

/**
 * Gives the orders of `merged` the times and counts that logs of events tell and their own exports do not. The reply is the
 * last one; a closing holds only if nothing was sent back after it. What no export ever logs (no signing in any log) is
 * not known to be missing; what it does log and an order's log lacks did not happen.
 */
export async function foldEvents(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table logged_orders as
		with closings as (
			select
				order_number,
				max(event_at) filter (where event_code = 'close') as last_closing,
				max(event_at) filter (where event_code in ('redo', 'redispatch')) as last_sent_back
			from current_events group by order_number
		)
		select
			order_number,
			${first('dispatched_at', ['dispatch', 'redispatch'])},
			${first('signed_at', ['sign'])},
			${first('first_contact_at', ['contact'])},
			max(event_at) filter (where event_code = 'reply') as replied_at,
			any_value(case when last_sent_back is null or last_closing >= last_sent_back then last_closing end) as closed_at,
			coalesce(max_by(event_at_is_date, event_at) filter (where event_code = 'close'), false) as closed_is_date,
			${counted('return_count', 'return')},
			${counted('return_approved_count', 'return_granted')},
			${counted('redispatch_count', 'redispatch')},
			${counted('extension_count', 'extend')},
			${counted('urge_count', 'urge')},
			${counted('rework_count', 'redo')}
		from current_events join closings using (order_number)
		group by order_number
	`);
	const isTold = (code: string) => `exists (select 1 from current_events where event_code = '${code}')`;
	const replaced = [
		...times.flatMap((time) => [
			`coalesce(so_far.${time}_at, logged.${time}_at) as ${time}_at`,
			`if(so_far.${time}_at is null, logged.${time}_at_is_date, so_far.${time}_is_date) as ${time}_is_date`
		]),
		'coalesce(so_far.replied_at, logged.replied_at) as replied_at',
		'coalesce(so_far.closed_at, logged.closed_at) as closed_at',
		`if(so_far.closed_at is null and logged.closed_at is not null, 'closing', so_far.closed_from) as closed_from`,
		`if(so_far.closed_at is null and logged.closed_at is not null, logged.closed_is_date, so_far.closed_is_date)
			as closed_is_date`,
		`so_far.has_closed_column or (logged.order_number is not null and tells_closing) as has_closed_column`,
		`so_far.has_signed_column or (logged.order_number is not null and tells_signing) as has_signed_column`,
		`so_far.has_first_contact_column or (logged.order_number is not null and tells_contact)
			as has_first_contact_column`,
		...counts.map((count) => `coalesce(so_far.${count}, if(tells_${count}, logged.${count}, null)) as ${count}`)
	];
	const codes = ['return', 'return_granted', 'redispatch', 'extend', 'urge', 'redo'];
	const told = [
		`${isTold('close')} as tells_closing, ${isTold('sign')} as tells_signing, ${isTold('contact')} as tells_contact`,
		...counts.map((count, place) => `${isTold(codes[place]!)} as tells_${count}`)
	];
	await refineMerged(
		connection,
		`
		with told as (select ${told.join(', ')})
		select so_far.* replace (${replaced.join(', ')})
		from so_far left join logged_orders as logged using (order_number) cross join told
	`
	);
}

/** Makes `events`: what the logs tell, a row an event, in the order of each order's day; an event seen twice once. */
export async function makeEvents(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table events as
		select
			order_number, event, event_code, event_at as happened_at, event_at_is_date as is_date, event_unit as unit, handler,
			file_sha256, sheet, row_number
		from current_events order by order_number, event_at, place, row_number
	`);
}
