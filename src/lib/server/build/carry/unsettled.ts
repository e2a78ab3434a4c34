import type { DuckDBConnection } from '@duckdb/node-api';
import { lastRow, tableSum, type TableSum } from '../fingerprint.ts';

/**
 * The table of a large version's orders of which a later data cut changes what is kept though no export shows them again: closed after the
 * cut, or open and due after it. Of each it keeps the row of `as_staged`, so that the next build need not look for it.
 */
export const unsettledTable = 'unsettled';

const isUnsettled = `is_closed_after_cut
	or (not is_closed and greatest(due_at, original_due_at) > (select data_cut from assessment))`;

/** Makes that table in the draft, of `as_staged` and the `orders` assessed from it. */
export async function keepUnsettled(connection: DuckDBConnection, served: string): Promise<void> {
	await connection.run(`
		create table ${served}.${unsettledTable} as
		select as_staged.* from as_staged
		semi join (select order_number from ${served}.assessed_orders where ${isUnsettled}) as unsettled using (order_number)
	`);
}

/**
 * Brings that table of the version before up to date: out go the orders that were touched or have settled, in come the touched ones that
 * are not settled. `assessed` is a relation of the orders assessed anew, among which all of both stand. Gives what went and what came.
 */
export async function bringUnsettledUp(
	connection: DuckDBConnection,
	served: string,
	assessed: string
): Promise<{ gone: TableSum; come: TableSum }> {
	const table = `${served}.${unsettledTable}`;
	await connection.run(`create table still_unsettled as select order_number from ${assessed} where ${isUnsettled}`);
	await connection.run(`
		create table leaving as
		select order_number from ${table}
		where order_number in (from touched) or order_number not in (from still_unsettled)
	`);
	const last = await lastRow(connection, table);
	const gone = await tableSum(connection, `(select * from ${table} semi join leaving using (order_number))`);
	await connection.run(`delete from ${table} where order_number in (from leaving)`);
	await connection.run(
		`insert into ${table} by name from merged_touched semi join still_unsettled using (order_number)`
	);
	return { gone, come: await tableSum(connection, `(select * from ${table} where rowid > ${last})`) };
}
