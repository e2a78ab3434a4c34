import type { DuckDBConnection } from '@duckdb/node-api';
import { isHelping } from '#lib/domain/kinds/helping.ts';

/**
 * Makes `co_units`: the units that help with each order, a row each, by rows of their own and by cells that list them. They are in no
 * count by unit: an order counts once for the city and once for its main unit.
 */
export async function makeCoUnits(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table told_to_help as
		select order_number, unit from staged_rows where ${isHelping('staged_rows')}
		union all
		select order_number, trim(unnest(string_split_regex(co_units, '[;；,，、|]'))) as unit
		from staged_rows where co_units is not null
	`);
	const told = (await connection.runAndReadAll('select count(*) from told_to_help')).getRows()[0]![0];
	await connection.run('create table co_units (order_number varchar, unit varchar)');
	// Most cities tell of none, and then no order is read for it.
	if (Number(told) === 0) return;
	await connection.run(`
		insert into co_units
		select distinct told.order_number, told.unit
		from told_to_help as told join merged using (order_number)
		where told.unit is not null and told.unit <> '' and told.unit is distinct from merged.unit
		order by order_number, unit
	`);
}
