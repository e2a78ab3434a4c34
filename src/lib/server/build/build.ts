import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { basename, join } from 'node:path';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import { cityZone, versionPath, type DataFolder } from '../data-folder.ts';
import { announce, flush, moveTo, remove, writeWhole } from '../durable-files.ts';
import { assess } from './assess.ts';
import { loadCalendar } from './calendar.ts';
import { makeCallTables } from './call-tables.ts';
import { fingerprint } from './fingerprint.ts';
import { versionOf, type BuildInput, type Manifest } from './manifest.ts';
import { merge, rowStanding, type RowStanding } from './merge.ts';
import { summarise } from './summarise.ts';
import { pointTo, sweepVersions } from './swap.ts';

/** What a version holds, in the words of warehouse/schema. */
const servedTables = [
	...['orders', 'calls', 'call_days', 'places', 'exports', 'months', 'dimension_values', 'calendar', 'about']
];

export type Built = { manifest: Manifest; standings: Map<string, RowStanding> };

/**
 * Builds the warehouse of these exports into a new file, reads it back, and only then makes it the served one.
 * `newcomers` are the hashes whose rows are counted against the exports listed before them. Whatever happens
 * before the pointer is swapped leaves the served version as it was; `beforeSwap` is the last that can stop it.
 */
export async function build(
	folder: DataFolder,
	inputs: BuildInput[],
	newcomers: string[],
	beforeSwap: () => Promise<void> = async () => {}
): Promise<Built> {
	const zone = cityZone();
	const version = versionOf(inputs, zone);
	const dataCut = inputs.map((input) => input.dataCut).reduce((latest, cut) => (cut > latest ? cut : latest));
	const draft = join(folder.warehouse, `${version}.${process.pid}.tmp`);
	const standings = new Map<string, RowStanding>();
	remove(draft);
	announce('make', draft);
	const instance = await DuckDBInstance.create(draft, {
		memory_limit: '1GB',
		threads: '2',
		temp_directory: folder.scratch,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false'
	});
	let orders: number;
	let written: string;
	try {
		const connection = await instance.connect();
		// Same-named tables in a scratch database keep the staged rows out of the file that is served.
		await connection.run(`attach ':memory:' as work`);
		await connection.run('use work');
		await merge(connection, folder, inputs);
		for (const sha256 of newcomers) {
			const place = inputs.findIndex((input) => input.sha256 === sha256);
			const earlier = inputs.slice(0, place).map((input) => input.sha256);
			standings.set(sha256, await rowStanding(connection, sha256, earlier));
		}
		await loadCalendar(connection);
		await assess(connection, dataCut, zone);
		await makeCallTables(connection);
		await summarise(connection, version, inputs);
		for (const table of servedTables) {
			await connection.run(`create table "${servedCatalog(draft)}".main.${table} as from work.main.${table}`);
		}
		orders = await rowsOf(connection, 'work.main.orders');
		written = await fingerprint(connection, 'work', servedTables);
		announce('checkpoint', draft);
		await connection.run(`checkpoint "${servedCatalog(draft)}"`);
		connection.closeSync();
	} finally {
		instance.closeSync();
	}
	const read = await readVersion(draft);
	if (read !== written) throw new Error(`the new warehouse reads ${read}, ${written} was written; it is not served`);
	flush(draft);
	moveTo(draft, versionPath(folder, version));
	flush(folder.warehouse);
	const manifest: Manifest = {
		version,
		zone,
		dataCut,
		orders,
		fingerprint: read,
		standings: Object.fromEntries(standings),
		inputs
	};
	writeWhole(join(folder.warehouse, `${version}.json`), `${JSON.stringify(manifest, null, '\t')}\n`);
	await beforeSwap();
	pointTo(folder, version);
	// Housekeeping: what stays now goes with the next build.
	try {
		sweepVersions(folder, version);
	} catch (error) {
		if (storageFaultOf(error) === null) throw error;
	}
	return { manifest, standings };
}

/** DuckDB names a database after its file, up to the first dot. */
const servedCatalog = (path: string) => basename(path).split('.')[0]!;

async function rowsOf(connection: DuckDBConnection, table: string): Promise<number> {
	const reader = await connection.runAndReadAll(`select count(*)::integer as n from ${table}`);
	return (reader.getRowObjectsJS()[0] as { n: number }).n;
}

/** Reads every value of a version's file, as a reader would meet it, and gives its fingerprint. */
export async function readVersion(path: string): Promise<string> {
	const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
	try {
		const connection = await instance.connect();
		return await fingerprint(connection, servedCatalog(path), servedTables);
	} finally {
		instance.closeSync();
	}
}
