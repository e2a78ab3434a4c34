import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import type { OtherKind } from '#lib/domain/kinds/kinds.ts';
import { cityZone, versionPath, type DataFolder } from '../data-folder.ts';
import { announce, flush, moveTo, remove, writeWhole } from '../durable-files.ts';
import { assess } from './assess.ts';
import { loadCalendar } from './calendar.ts';
import { makeCallTables } from './call-tables.ts';
import { fingerprint } from './fingerprint.ts';
import { calendarOf } from './kinds/calendar-days.ts';
import { kindOf, kindStanding, loadKinds } from './kinds/current-rows.ts';
import { foldKinds } from './kinds/fold-kinds.ts';
import { versionOf, type BuildInput, type Manifest } from './manifest.ts';
import { merge, rowStanding, type RowStanding } from './merge.ts';
import { summarise } from './summarise.ts';
import { pointTo, sweepVersions } from './swap.ts';

/** What a version holds, in the words of warehouse/schema. */
const servedTables = [
	...[
		'orders',
		'co_units',
		'events',
		'notices',
		'visit_totals',
		'waiting_names',
		'known_names',
		'calls',
		'call_days',
		'places'
	],
	...['exports', 'months', 'dimension_values', 'calendar', 'about']
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
	const dataCut = shownUpTo(inputs);
	const draft = join(folder.warehouse, `${version}.${process.pid}.tmp`);
	const served = `"${servedCatalog(draft)}".main`;
	const standings = new Map<string, RowStanding>();
	remove(draft);
	announce('make', draft);
	const instance = await DuckDBInstance.create(draft, {
		memory_limit: '1GB',
		...sizedFor(folder, inputs),
		temp_directory: folder.scratch,
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false'
	});
	let orders: number;
	let written: string;
	try {
		const connection = await instance.connect();
		// A database in memory keeps what is worked with out of the file that is served; orders are written there at once.
		await connection.run(`attach ':memory:' as work`);
		await connection.run('use work');
		// Packing every text symbol by symbol takes as long as all the rest; words by dictionary, numbers by bits stay.
		await connection.run(`set disabled_compression_methods = 'fsst,dict_fsst,zstd'`);
		await merge(connection, folder, inputs.filter(isOfOrders));
		await loadKinds(connection, folder, inputs);
		for (const sha256 of newcomers) {
			const place = inputs.findIndex((input) => input.sha256 === sha256);
			const earlier = inputs.slice(0, place).map((input) => input.sha256);
			const kind = kindOf(inputs[place]!);
			const ofKind = kind === 'orders' ? rowStanding(connection, sha256, earlier) : undefined;
			standings.set(sha256, await (ofKind ?? kindStanding(connection, kind as OtherKind, sha256, earlier)));
		}
		await foldKinds(connection, new Set(inputs.map(kindOf)));
		await loadCalendar(connection, await calendarOf(connection));
		await assess(connection, served, dataCut, zone);
		await makeCallTables(connection);
		await summarise(connection, version, inputs);
		for (const table of servedTables.filter((name) => name !== 'orders')) {
			await connection.run(`create table ${served}.${table} as from ${table}`);
		}
		orders = await rowsOf(connection, 'orders');
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

/** Below so many bytes of staged rows two threads spend more on each other than they save, and a block a column is more than all of it. */
const smallBytes = 4_000_000;

function sizedFor(folder: DataFolder, inputs: BuildInput[]): Record<string, string> {
	const bytes = inputs.map(({ sha256 }) => statSync(join(folder.staged, `${sha256}.parquet`)).size);
	const isSmall = bytes.reduce((sum, size) => sum + size, 0) < smallBytes;
	return isSmall ? { threads: '1', default_block_size: '16384' } : { threads: '2' };
}

const isOfOrders = (input: BuildInput) => kindOf(input) === 'orders';

/**
 * T: the latest cut of an export of orders. What other kinds show later than that is told of orders as they were then: a list
 * of October's return visits makes no order overdue in October. Without orders the latest cut of all.
 */
function shownUpTo(inputs: BuildInput[]): string {
	const ofOrders = inputs.filter(isOfOrders);
	const shown = (ofOrders.length > 0 ? ofOrders : inputs).map((input) => input.dataCut);
	return shown.reduce((latest, cut) => (cut > latest ? cut : latest));
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
