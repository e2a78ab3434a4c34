import type { DuckDBConnection } from '@duckdb/node-api';
import { constants, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import { versionPath, type DataFolder } from '../data-folder.ts';
import { flush, moveTo, writeWhole } from '../durable-files.ts';
import { type Base, baseOf } from './carry/base.ts';
import { CanNotGoOn, carryOver } from './carry/carry-over.ts';
import { inDraft, readVersion } from './draft.ts';
import { fingerprintOf } from './fingerprint.ts';
import { makeAnew } from './make-anew.ts';
import type { BuildInput, Manifest } from './manifest.ts';
import type { RowStanding } from './merge.ts';
import { type BuildPlan, type Carrying, planOf, type Written } from './plan.ts';
import { assessedOrders } from './served-tables.ts';
import { pointTo, sweepVersions } from './swap.ts';

export { readVersion } from './draft.ts';

export type Built = { manifest: Manifest; standings: Map<string, RowStanding> };

export type BuildOptions = {
	/** The last that can stop it. */
	beforeSwap?: () => Promise<void>;
	/** When versions go on from one another. */
	carrying?: Carrying;
};

/** Below so many orders making all of them anew takes a second or two; with more newcomers little of them can stay. */
const carrying: Carrying = { leastOrders: 200_000, mostShare: 1 / 4, mostHoles: 1 / 2 };

/**
 * Builds the warehouse of these exports into a new file, reads it back, and only then makes it the served one.
 * `newcomers` are the hashes whose rows are counted against the exports listed before them. Whatever happens
 * before the pointer is swapped leaves the served version as it was.
 */
export async function build(
	folder: DataFolder,
	inputs: BuildInput[],
	newcomers: string[],
	options: BuildOptions = {}
): Promise<Built> {
	const plan = planOf(folder, inputs, newcomers, options.carrying ?? carrying);
	const { version, draft } = plan;
	const base = baseOf(plan);
	const carried = base && (await triedFrom(plan, base));
	const made = carried ?? (await drafted(plan, () => {}, makeAnew));
	if (made.read !== made.written)
		throw new Error(`the new warehouse reads ${made.read}, ${made.written} was written; it is not served`);
	flush(draft);
	moveTo(draft, versionPath(folder, version));
	flush(folder.warehouse);
	const manifest: Manifest = {
		version,
		zone: plan.zone,
		dataCut: plan.dataCut,
		orders: made.orders,
		fingerprint: made.read,
		...(carried && { carriedOver: base!.carriedOver + 1, holes: base!.holes + carried.gone }),
		standings: Object.fromEntries(made.standings),
		inputs
	};
	writeWhole(join(folder.warehouse, `${version}.json`), `${JSON.stringify(manifest, null, '\t')}\n`);
	await options.beforeSwap?.();
	pointTo(folder, version);
	// Housekeeping: what stays now goes with the next build.
	try {
		sweepVersions(folder, version);
	} catch (error) {
		if (storageFaultOf(error) === null) throw error;
	}
	return { manifest, standings: made.standings };
}

type Checked = { read: string; written: string; orders: number; gone: number; standings: Map<string, RowStanding> };

/** Writes a draft, empty or as `begin` makes the file, and reads it back. */
async function drafted(
	plan: BuildPlan,
	begin: (draft: string) => void,
	work: (connection: DuckDBConnection, served: string, plan: BuildPlan) => Promise<Written>
): Promise<Checked> {
	const { engine, sums, standings, gone } = await inDraft(plan, begin, (...at) => work(...at, plan));
	const orders = Number(sums.get(assessedOrders)!.rows);
	return { read: await readVersion(plan.draft), written: fingerprintOf(engine, sums), orders, gone, standings };
}

/** The version made from the one before it; null where that file is damaged, so that all is made anew. */
async function triedFrom(plan: BuildPlan, base: Base): Promise<Checked | null> {
	try {
		// Where the disk can, both names share their blocks until one is changed.
		const begin = (draft: string) => copyFileSync(base.path, draft, constants.COPYFILE_FICLONE);
		const made = await drafted(plan, begin, (...at) => carryOver(...at, base));
		return made.read === made.written ? made : null;
	} catch (error) {
		if (error instanceof CanNotGoOn || isDamage(error)) return null;
		throw error;
	}
}

/** What DuckDB says of a file whose blocks are not what they were. */
const isDamage = (error: unknown) =>
	storageFaultOf(error) === null && /^(IO|Serialization|Internal|Fatal) Error/i.test(String((error as Error).message));
