import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readVersion } from '#lib/server/build/build.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { versionPath, type DataFolder } from '#lib/server/data-folder.ts';
import { sha256Of } from '#lib/server/file-hash.ts';
import { verifyAudit } from '#lib/server/ledger/audit.ts';
import { importsTaken } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';

/** What a reader would find: the exports in the figures, and those that stand in the ledger; and all that is wrong. */
export type Found = { inFigures: string[]; inLedger: string[]; problems: string[] };

/**
 * Looks at a data folder as a process that died left it, before anything mends it. `ordersOf` says how many orders each
 * export has: figures that hold others, or whose tables are not those that were written, are half an import.
 */
export async function lookAt(folder: DataFolder, ordersOf: Map<string, number>): Promise<Found> {
	const problems: string[] = [];
	const manifest = currentManifest(folder);
	const inFigures = (manifest?.inputs ?? []).map(({ sha256 }) => sha256).sort();
	if (manifest) {
		const read = await readVersion(versionPath(folder, manifest.version));
		const expected = inFigures.reduce((sum, sha256) => sum + ordersOf.get(sha256)!, 0);
		if (read !== manifest.fingerprint) problems.push(`the figures read ${read}, written was ${manifest.fingerprint}`);
		if (!read.includes(` assessed_orders:${expected}:`))
			problems.push(`the figures hold ${read}, not ${expected} orders`);
	}
	for (const name of readdirSync(folder.exports))
		if ((await sha256Of(join(folder.exports, name))) !== name) problems.push(`not the bytes of its name: ${name}`);
	for (const sha256 of inFigures)
		if (!existsSync(join(folder.exports, sha256))) problems.push(`the original is gone: ${sha256}`);
	const file = new DatabaseSync(folder.ledger);
	const { integrity_check: integrity } = file.prepare('pragma integrity_check').get() as { integrity_check: string };
	file.close();
	if (integrity !== 'ok') problems.push(`the ledger: ${integrity}`);
	const ledger = openLedger(folder);
	const audit = await verifyAudit(ledger);
	if (!audit.intact) problems.push(`the audit chain at ${audit.seq}: ${audit.fault}`);
	const inLedger = (await importsTaken(ledger)).map(({ sha256 }) => sha256).sort();
	await closeLedger(folder);
	return { inFigures, inLedger, problems };
}

/** Everything in the folder that work under way would have and finished work has not. */
export const leftovers = (folder: DataFolder): string[] => [
	...readdirSync(folder.scratch),
	...readdirSync(folder.root).filter((name) => /^restor/.test(name)),
	...readdirSync(folder.warehouse).filter((name) => !/^(current|[0-9a-f]{16}\.(duckdb|json))$/.test(name)),
	...readdirSync(folder.staged).filter((name) => !/^[0-9a-f]{64}(\.rows)?\.(parquet|json)$/.test(name)),
	...readdirSync(folder.exports).filter((name) => !/^[0-9a-f]{64}$/.test(name))
];
