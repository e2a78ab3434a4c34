import type { DuckDBConnection } from '@duckdb/node-api';
import type { BuildInput } from './manifest.ts';
import { kindOf } from './kinds/current-rows.ts';
import { countWaitingNames } from './kinds/names.ts';
import { countWaiting } from './kinds/waiting-rows.ts';

/** What orders are grouped by, and the column that holds it. */
const dimensions = {
	...{ line: 'line', channel: 'channel', kind: 'kind', category: 'category_1', district: 'district', unit: 'unit' }
};

/** Makes the small tables that count `orders`: exports, waiting_names, months, dimension_values, about. All counts are additive. */
export async function summarise(connection: DuckDBConnection, version: string, inputs: BuildInput[]): Promise<void> {
	await connection.run(`
		create table exports (
			sha256 varchar, file_name varchar, kind varchar, data_cut timestamp, data_cut_from varchar,
			orders_shown integer, rows_waiting integer, is_made_up boolean, notes varchar
		)
	`);
	await countWaiting(connection);
	await countWaitingNames(connection, new Set(inputs.map(kindOf)));
	await connection.run(
		'create table orders_shown as select file_sha256, count(*)::integer as orders from orders group by file_sha256'
	);
	for (const input of inputs) {
		await connection.run(
			`insert into exports
			select
				$1, $2, $3, case when $5 <> 'none' then cast($4 as timestamp) end, $5,
				coalesce((select orders from orders_shown where file_sha256 = $1), 0),
				(select rows_waiting from waiting_rows where file_sha256 = $1), $6, $7`,
			[
				...[input.sha256, input.fileName, kindOf(input), input.dataCut, input.dataCutFrom],
				...[input.isMadeUp, input.notes.join(' ')]
			]
		);
	}
	await connection.run(`
		create table months as
		with bounds as (
			select date_trunc('month', min(received_at)) as first_month, date_trunc('month', max(received_at)) as last_month
			from orders
		),
		calendar as (select unnest(generate_series(first_month, last_month, interval 1 month)) as month_start from bounds)
		select strftime(month_start, '%Y-%m') as month, count(order_number)::integer as received
		from calendar left join orders on date_trunc('month', received_at) = month_start
		group by month_start order by month_start
	`);
	const counted = Object.entries(dimensions).map(
		([dimension, column]) =>
			`select '${dimension}' as dimension, ${column} as value, count(*)::integer as orders from orders group by ${column}`
	);
	await connection.run(`
		create table dimension_values as from (${counted.join(' union all ')})
		order by dimension, orders desc, value
	`);
	await connection.run(
		`create table about as
		select
			$1::varchar as version, data_cut, zone,
			(select count(*)::integer from orders) as orders,
			(select min(received_at) from orders) as first_received_at,
			(select max(received_at) from orders) as last_received_at,
			(select bool_or(is_made_up) from exports) as is_made_up,
			(select count(*)::integer from orders where not is_closed and seen_at < data_cut) as open_last_seen_before_cut
		from assessment`,
		[version]
	);
}
