import type { DuckDBConnection } from '@duckdb/node-api';

/** Makes `visit_totals`: return visits as totals by unit and month, which name no order and are joined with none. */
export async function makeVisitTotals(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table visit_totals as
		select
			totals_month as month, totals_unit as unit, totals_unit as unit_written, total_closed as closed,
			total_attempted as attempted, total_reached as reached, total_valid as valid, total_contacted as contacted,
			total_resolved as resolved, total_satisfied as satisfied, total_basically_satisfied as basically_satisfied,
			total_dissatisfied as dissatisfied, file_sha256
		from current_visit_totals order by month, unit
	`);
}
