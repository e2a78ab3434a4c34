import type { DuckDBConnection } from '@duckdb/node-api';
import { assess } from '../assess.ts';
import { assessedColumns, heldColumns } from '../assessed-columns.ts';
import type { Clock } from '../clock.ts';
import type { Base } from './base.ts';
import {
	engineVersion,
	type Fingerprint,
	lastRow,
	readFingerprint,
	tableSum,
	type TableSum,
	tableSums,
	type TableSums
} from '../fingerprint.ts';
import { merge } from '../merge.ts';
import { assessedList, showOrders } from '../orders-view.ts';
import { type BuildPlan, isOfOrders, type Written } from '../plan.ts';
import { assessedOrders, countedTables } from '../served-tables.ts';
import { lookAround, makeReached, noteMoved } from './reached.ts';
import { filledColumns, placeExports, stageTouched } from '../staged.ts';
import { summarise } from '../summarise.ts';
import { takeKinds } from '../take-kinds.ts';
import { bringUnsettledUp, unsettledTable } from './unsettled.ts';

/** Thrown where the version before can't be gone on from, whatever it holds: all is made anew. */
export class CanNotGoOn extends Error {}

/**
 * Makes a version of a copy of the one before it. Three kinds of orders change: those the newcomers show (`touched`), those
 * that T alone changes (`unsettled`), which are both assessed anew; and those whose caller's order before them, or whose
 * minute's closings, are among these (`reached`), of which only that is told anew. All others stay as they stand, and
 * the tables that count orders are counted again. What comes of it is, to the row, what makeAnew gives.
 */
export async function carryOver(
	connection: DuckDBConnection,
	served: string,
	plan: BuildPlan,
	base: Base
): Promise<Written> {
	const before = readFingerprint(base.fingerprint);
	const engine = await engineVersion(connection);
	if (before.engine !== engine) throw new CanNotGoOn(`its hashes are of ${before.engine}, this is ${engine}`);
	const ofOrders = plan.inputs.filter(isOfOrders);
	await placeExports(connection, ofOrders);
	await stageTouched(connection, plan.folder, ofOrders, plan.newcomers);
	await merge(connection);
	await joinUnsettled(connection, served);
	const { clock, standings } = await takeKinds(connection, plan);
	await noteMoved(connection, served);
	await lookAround(connection, served);
	await makeReached(connection, served);

	const table = (name: string) => `${served}.${name}`;
	const ofTouched = (name: string) => `(select * from ${table(name)} semi join touched using (order_number))`;
	const goneHelp = await tableSum(connection, ofTouched('co_units'));
	await connection.run(`delete from ${table('co_units')} where order_number in (from touched)`);
	await connection.run(`insert into ${table('co_units')} by name from co_units`);

	const columns = await widened(connection, table('assessed'), plan, clock);
	const last = await lastRow(connection, table('assessed'));
	await connection.run(`
		delete from ${table('assessed')}
		where order_number in (select order_number from anew union all select order_number from reached)
	`);
	await assess(connection, clock, columns, `insert into ${table('assessed')} by name`);
	await connection.run(`insert into ${table('assessed')} by name select ${columns.join(', ')} from reached`);
	const come = `(select ${assessedList(clock, columns)} from ${table('assessed')} where rowid > ${last})`;
	const unsettled = await bringUnsettledUp(connection, served, come);
	await showOrders(connection, served, clock, columns);
	await summarise(connection, plan.version, plan.inputs);
	for (const name of countedTables) {
		await connection.run(`create or replace table ${table(name)} as from ${name}`);
	}
	const gone = await goneOrders(connection);
	const counted = new Map(countedTables.map((name): [string, string] => [name, `work.main.${name}`]));
	const sums: TableSums = new Map([
		...before.sums,
		...(await tableSums(connection, counted)),
		[assessedOrders, changedBy(before, assessedOrders, gone, await tableSum(connection, come))],
		['co_units', changedBy(before, 'co_units', goneHelp, await tableSum(connection, 'work.main.co_units'))],
		[unsettledTable, changedBy(before, unsettledTable, unsettled.gone, unsettled.come)]
	]);
	return { engine, sums, standings, gone: Number(gone.rows) };
}

/** Adds to the table of what is kept the columns that the newcomers are the first to fill. Gives those that it has then. */
async function widened(connection: DuckDBConnection, table: string, plan: BuildPlan, clock: Clock): Promise<string[]> {
	const standing = new Set((await connection.runAndReadAll(`from ${table} limit 0`)).columnNames());
	const later = plan.inputs.filter(({ sha256 }) => plan.newcomers.includes(sha256));
	const filled = await filledColumns(connection, plan.folder, later);
	const held = await heldColumns(connection, clock, filled, !plan.inputs.every(isOfOrders));
	for (const name of held.filter((column) => !standing.has(column))) {
		await connection.run(`alter table ${table} add column ${name} ${assessedColumns(clock)[name]!.empty!.type}`);
		standing.add(name);
	}
	return Object.keys(assessedColumns(clock)).filter((column) => standing.has(column));
}

/** The orders whose rows were taken out. */
async function goneOrders(connection: DuckDBConnection): Promise<TableSum> {
	const reader = await connection.runAndReadAll(`
		select count(*), coalesce(sum(row_hash::hugeint), 0::hugeint)
		from (select row_hash from stood union all select row_hash from reached)
	`);
	const [rows, sum] = reader.getRows()[0] as [bigint, bigint];
	return { rows, sum };
}

const changedBy = (before: Fingerprint, table: string, gone: TableSum, come: TableSum): TableSum => {
	const { rows, sum } = before.sums.get(table)!;
	return { rows: rows - gone.rows + come.rows, sum: sum - gone.sum + come.sum };
};

/**
 * Makes `merged` of the touched orders and the unsettled ones, whose rows stand in the version before; and adds to
 * `confidential_orders` what that one knows of these.
 */
async function joinUnsettled(connection: DuckDBConnection, served: string): Promise<void> {
	await connection.run('alter view merged rename to merged_touched');
	await connection.run(`
		create view merged as
		from merged_touched
		union all by name
		from ${served}.${unsettledTable} anti join touched using (order_number)
	`);
	await connection.run(`
		create table anew as
		select order_number from touched union select order_number from ${served}.${unsettledTable}
	`);
	await connection.run(`
		insert into confidential_orders
		select order_number from ${served}.assessed_orders
		where is_confidential and order_number in (from anew) and order_number not in (from touched)
	`);
}
