import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { create } from 'tar';
import { currentVersion, type DataFolder } from '../data-folder.ts';
import { announce, flush, moveTo, remove } from '../durable-files.ts';
import { sha256Of } from '../file-hash.ts';
import { whileImporting } from '../imports/lock.ts';
import { isHeld, manifestName, type BackupManifest } from './parts.ts';

export type BackedUp = { file: string; bytes: number; files: number; version: string | null };

/**
 * Writes everything at rest into one tar file, readable by its owner only: it holds personal data. Nobody imports meanwhile;
 * throws ImportUnderWay. The file appears whole or not at all.
 */
export async function backup(folder: DataFolder, file: string): Promise<BackedUp> {
	return whileImporting(folder, async () => {
		const own = join(folder.scratch, `backup-${randomUUID()}`);
		const draft = `${resolve(file)}.${process.pid}.tmp`;
		sweepDrafts(resolve(file));
		mkdirSync(own, { recursive: true, mode: 0o700 });
		try {
			copyLedger(folder.ledger, join(own, 'ledger.sqlite'));
			const version = currentVersion(folder);
			const places = new Map([
				...pathsBelow(folder, version).map((path) => [path, join(folder.root, path)] as const),
				['ledger.sqlite', join(own, 'ledger.sqlite')] as const
			]);
			const files = [];
			for (const [path, place] of places)
				files.push({ path, bytes: statSync(place).size, sha256: await sha256Of(place) });
			const manifest: BackupManifest = { format: 1, madeAt: new Date().toISOString(), version, files };
			announce('write', join(own, manifestName));
			writeFileSync(join(own, manifestName), JSON.stringify(manifest, null, '\t'), { mode: 0o600 });
			const named = new Map([
				[join(own, manifestName), manifestName],
				...[...places].map(([path, place]) => [place, path] as const)
			]);
			announce('write', draft);
			await create(
				{
					file: draft,
					cwd: '/',
					portable: true,
					preservePaths: true,
					mode: 0o600,
					onWriteEntry: (entry) => {
						entry.path = named.get(entry.absolute) ?? entry.path;
					}
				},
				[...named.keys()]
			);
			flush(draft);
			moveTo(draft, resolve(file));
			flush(dirname(resolve(file)));
			return { file, bytes: statSync(file).size, files: files.length, version };
		} finally {
			rmSync(draft, { force: true });
			rmSync(own, { recursive: true, force: true });
		}
	});
}

/** What a backup under this name left that was killed while it wrote. */
function sweepDrafts(file: string): void {
	const drafts = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`));
	for (const name of drafts) if (/\.\d+\.tmp$/.test(name)) remove(join(dirname(file), name));
}

/** A whole copy of one moment, whoever writes meanwhile. */
function copyLedger(from: string, to: string): void {
	const ledger = new DatabaseSync(from);
	try {
		ledger.exec('pragma busy_timeout = 5000');
		ledger.prepare('vacuum into ?').run(to);
	} finally {
		ledger.close();
	}
}

/** The files a backup holds, the ledger apart; of the warehouse only the version that is served. */
function pathsBelow(folder: DataFolder, version: string | null): string[] {
	return walk(folder.root, '').filter(
		(path) =>
			isHeld(path) &&
			path !== 'ledger.sqlite' &&
			(!/^warehouse\/[0-9a-f]{16}\./.test(path) || path.includes(`/${version}.`))
	);
}

function walk(root: string, below: string): string[] {
	if (!existsSync(join(root, below))) return [];
	return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
		const path = below === '' ? entry.name : `${below}/${entry.name}`;
		if (entry.isDirectory()) return ['scratch', 'inbox'].includes(path) ? [] : walk(root, path);
		return entry.isFile() ? [path] : [];
	});
}
