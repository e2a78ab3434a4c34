import type { DuckDBConnection } from '@duckdb/node-api';
import { assess } from './assess.ts';
import { heldColumns } from './assessed-columns.ts';
import { makeCallTables } from './call-tables.ts';
import { engineVersion, tableSums } from './fingerprint.ts';
import { merge } from './merge.ts';
import { makeNeighbours } from './neighbours.ts';
import { showOrders } from './orders-view.ts';
import { type BuildPlan, isOfOrders, type Written } from './plan.ts';
import { assessedOrders, countedTables, keptTables } from './served-tables.ts';
import { filledColumns, placeExports, stageAll } from './staged.ts';
import { summarise } from './summarise.ts';
import { takeKinds } from './take-kinds.ts';
import { keepUnsettled, unsettledTable } from './carry/unsettled.ts';

/** Makes every table of a version from the staged rows of all its exports. */
export async function makeAnew(connection: DuckDBConnection, served: string, plan: BuildPlan): Promise<Written> {
	const ofOrders = plan.inputs.filter(isOfOrders);
	await placeExports(connection, ofOrders);
	await stageAll(connection, plan.folder, ofOrders);
	await merge(connection);
	await connection.run('alter view merged rename to as_staged');
	await connection.run('create view merged as from as_staged');
	const { clock, standings } = await takeKinds(connection, plan);
	await makeNeighbours(connection, { matters: 'merged', closings: 'merged' });
	const filled = await filledColumns(connection, plan.folder, ofOrders);
	const columns = await heldColumns(connection, clock, filled, ofOrders.length < plan.inputs.length);
	await assess(connection, clock, columns, `create table ${served}.assessed as`);
	await showOrders(connection, served, clock, columns);
	await makeCallTables(connection);
	await summarise(connection, plan.version, plan.inputs);
	const held = new Map([[assessedOrders, `${served}.${assessedOrders}`]]);
	for (const table of [...keptTables, ...countedTables]) {
		await connection.run(`create table ${served}.${table} as from ${table}`);
		held.set(table, `work.main.${table}`);
	}
	const reader = await connection.runAndReadAll('select orders from about');
	if (Number(reader.getRows()[0]![0]) >= plan.carrying.leastOrders) {
		await keepUnsettled(connection, served);
		held.set(unsettledTable, `${served}.${unsettledTable}`);
	}
	return { engine: await engineVersion(connection), sums: await tableSums(connection, held), standings, gone: 0 };
}
