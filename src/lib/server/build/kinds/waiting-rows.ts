import type { DuckDBConnection } from '@duckdb/node-api';

/** The kinds whose rows speak of one order each. */
const byOrder = ['visits', 'events', 'notices'];

/** Makes `waiting_rows`: of each export, how many current rows speak of an order that no export of orders shows. */
export async function countWaiting(connection: DuckDBConnection): Promise<void> {
	const waiting = byOrder.map(
		(kind) => `
			select said.file_sha256, (count(*) filter (where orders.order_number is null))::integer as rows_waiting
			from current_${kind} as said left join orders using (order_number)
			group by said.file_sha256`
	);
	await connection.run(
		`create table waiting_rows as select distinct * from (${waiting.join(' union all ')}) as counted`
	);
}
