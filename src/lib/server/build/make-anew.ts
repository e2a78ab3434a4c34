import type { DuckDBConnection } from '@duckdb/node-api';
import { assess } from './assess.ts';
import { makeCallTables } from './call-tables.ts';
import { engineVersion, tableSums } from './fingerprint.ts';
import { merge } from './merge.ts';
import { makeNeighbours } from './neighbours.ts';
import { type BuildPlan, isOfOrders, type Written } from './plan.ts';
import { servedTables } from './served-tables.ts';
import { placeExports, stageAll } from './staged.ts';
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
	const standings = await takeKinds(connection, plan);
	await makeNeighbours(connection, { matters: 'merged', closings: 'merged' });
	await assess(connection, `create table ${served}.orders as`);
	await connection.run(`create view orders as from ${served}.orders`);
	await makeCallTables(connection);
	await summarise(connection, plan.version, plan.inputs);
	for (const table of servedTables.filter((name) => name !== 'orders')) {
		await connection.run(`create table ${served}.${table} as from ${table}`);
	}
	const held = new Map(servedTables.map((table) => [table, `work.main.${table}`]));
	const reader = await connection.runAndReadAll('select orders from about');
	if (Number(reader.getRows()[0]![0]) >= plan.carrying.leastOrders) {
		await keepUnsettled(connection, served);
		held.set(unsettledTable, `${served}.${unsettledTable}`);
	}
	return { engine: await engineVersion(connection), sums: await tableSums(connection, held), standings, gone: 0 };
}
