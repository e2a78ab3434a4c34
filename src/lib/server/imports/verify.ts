import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readVersion } from '../build/build.ts';
import { type BuildInput, currentManifest, type Manifest } from '../build/manifest.ts';
import { versionPath, type DataFolder } from '../data-folder.ts';
import { sha256Of } from '../file-hash.ts';
import { stagedPaths, stagedReceipt } from '../staged-receipt.ts';
import { verifyAudit } from '../ledger/audit.ts';
import { destroyedExports } from '../ledger/destroyed-exports.ts';
import { importsTaken } from '../ledger/imports.ts';
import { ledgerFault, type Ledger } from '../ledger/open.ts';
import { releasedFile, releaseManifest, revisionsOf } from '../release/shelf.ts';

/** What is looked at, in the order in which one rests on the other. */
export const verifiedThings = ['archive', 'staged', 'warehouse', 'imports', 'audit', 'releases'] as const;
/** One thing at rest: how many parts of it were looked at, and what is wrong with those that are; empty where all is well. */
export type Verified = { thing: (typeof verifiedThings)[number]; looked: number; faults: string[] };

/**
 * Looks at everything at rest: each archived export against its hash, and none that was destroyed among them, its staged rows against what the version was built of,
 * every value of the served version against what was written, the count of rows of each import, the audit chain, and each
 * file of each release. Changes nothing.
 */
export async function verify(folder: DataFolder, ledger: Ledger): Promise<Verified[]> {
	const manifest = readManifest(folder);
	const looked: Record<Verified['thing'], () => Promise<Omit<Verified, 'thing'>>> = {
		archive: () => archived(folder, ledger),
		staged: () => staged(folder, manifest),
		warehouse: () => served(folder, manifest),
		imports: () => counted(ledger, manifest),
		audit: () => chained(folder, ledger),
		releases: () => released(folder)
	};
	const all: Verified[] = [];
	for (const thing of verifiedThings) {
		const found = await looked[thing]().catch((error: Error) => ({ looked: 0, faults: [error.message] }));
		all.push({ thing, ...found });
	}
	return all;
}

function readManifest(folder: DataFolder): Manifest | null | Error {
	try {
		return currentManifest(folder);
	} catch (error) {
		return error as Error;
	}
}

async function archived({ exports }: DataFolder, ledger: Ledger) {
	const names = existsSync(exports) ? readdirSync(exports).filter((name) => /^[0-9a-f]{64}$/.test(name)) : [];
	const destroyed = await destroyedExports(ledger);
	const faults = names.filter((name) => destroyed.has(name)).map((name) => `exports/${name}: ${destroyed.get(name)}`);
	for (const name of names) {
		const found = await sha256Of(join(exports, name));
		if (found !== name) faults.push(`exports/${name}: ${found}`);
	}
	return { looked: names.length, faults };
}

async function staged(folder: DataFolder, manifest: Manifest | null | Error) {
	if (manifest === null || manifest instanceof Error) return { looked: 0, faults: [] };
	const faultsOf = async ({ sha256, staged, fileName }: BuildInput) => {
		if (!existsSync(join(folder.exports, sha256))) return [`exports/${sha256} (${fileName}): –`];
		const receipt = stagedReceipt(folder, sha256);
		if (!receipt || receipt.content !== staged)
			return [`staged/${sha256}.json (${fileName}): ${receipt?.content ?? '–'}`];
		const { rows } = stagedPaths(folder, sha256);
		const found = existsSync(rows) ? await sha256Of(rows) : '–';
		return found === receipt.bytes ? [] : [`staged/${sha256}.parquet (${fileName}): ${found}`];
	};
	const faults: string[] = [];
	for (const input of manifest.inputs) faults.push(...(await faultsOf(input)));
	return { looked: manifest.inputs.length, faults };
}

async function served(folder: DataFolder, manifest: Manifest | null | Error) {
	if (manifest instanceof Error) return { looked: 1, faults: [manifest.message] };
	if (manifest === null) return { looked: 0, faults: [] };
	const path = versionPath(folder, manifest.version);
	if (existsSync(`${path}.wal`)) return { looked: 1, faults: [`${manifest.version}.duckdb.wal`] };
	const found = await readVersion(path);
	return { looked: 1, faults: found === manifest.fingerprint ? [] : [`${manifest.version}.duckdb: ${found}`] };
}

/** Read = accepted + set aside + identical + non-data, of every import that stands. */
async function counted(ledger: Ledger, manifest: Manifest | null | Error) {
	const taken = await importsTaken(ledger);
	const inputs = manifest === null || manifest instanceof Error ? [] : manifest.inputs;
	const wrong = taken.flatMap(({ seq, fileName, result: { rows } }) => {
		const sum = rows.accepted + rows.setAside + rows.nonData + ('identical' in rows ? rows.identical : 0);
		return sum === rows.read ? [] : [`${seq} ${fileName}: ${rows.read} ≠ ${sum}`];
	});
	const unknown = inputs.filter(({ sha256 }) => !taken.some((one) => one.sha256 === sha256));
	const left = taken.filter(({ sha256 }) => !inputs.some((one) => one.sha256 === sha256));
	return {
		looked: taken.length,
		faults: [...wrong, ...[...unknown, ...left].map(({ fileName, sha256 }) => `${sha256} ${fileName}`)]
	};
}

async function chained(folder: DataFolder, ledger: Ledger) {
	const damage = ledgerFault(folder);
	if (damage !== null) return { looked: 1, faults: [`ledger.sqlite: ${damage}`] };
	const verdict = await verifyAudit(ledger);
	return verdict.intact
		? { looked: verdict.head.count, faults: [] }
		: { looked: verdict.seq, faults: [`audit ${verdict.seq}: ${verdict.fault}`] };
}

async function released(folder: DataFolder) {
	const periods = existsSync(folder.releases) ? readdirSync(folder.releases) : [];
	const refs = periods.flatMap((period) => revisionsOf(folder, period).map((revision) => ({ period, revision })));
	const faults: string[] = [];
	for (const ref of refs) {
		for (const { name } of releaseManifest(ref, folder).files) {
			try {
				releasedFile(ref, name, folder);
			} catch (error) {
				faults.push((error as Error).message);
			}
		}
	}
	return { looked: refs.length, faults };
}
