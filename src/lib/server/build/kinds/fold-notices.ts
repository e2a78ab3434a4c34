import type { DuckDBConnection } from '@duckdb/node-api';
import { refineMerged } from './refine.ts';

/** Makes `notices`, a row a supervision notice. */
export async function makeNotices(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table notices as
		select
			notice_number, order_number, noticed_at, noticed_at_is_date as is_date, supervision_type, notice_unit as unit,
			notice_due_at as due_at, notice_closed_at as closed_at,
			coalesce(is_supervision_closed, case when notice_closed_at is not null then true end) as is_closed,
			file_sha256, sheet, row_number
		from current_notices order by order_number, noticed_at, place, row_number
	`);
}

/**
 * Gives the orders of `merged` what `notices` says of them: supervised, of which type, whether all are closed. An order
 * received since the first notice listed that has none was not supervised, where its own export says nothing.
 */
export async function foldNotices(connection: DuckDBConnection): Promise<void> {
	await refineMerged(
		connection,
		`
		with listed as (
			select
				order_number,
				min_by(supervision_type, noticed_at) filter (where supervision_type is not null) as supervision_type,
				bool_and(coalesce(is_closed, false)) as is_closed
			from notices group by order_number
		),
		bounds as (select min(noticed_at)::date as first_day from notices)
		select so_far.* replace (
			case
				when listed.order_number is not null then true
				when so_far.is_supervised is null and so_far.received_at >= first_day then false
				else so_far.is_supervised
			end as is_supervised,
			coalesce(listed.supervision_type, so_far.supervision_type) as supervision_type,
			if(listed.order_number is not null, listed.is_closed, so_far.is_supervision_closed) as is_supervision_closed
		)
		from so_far left join listed using (order_number) cross join bounds
	`
	);
}
