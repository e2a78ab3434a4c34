import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extract } from 'tar';
import { currentVersion, dataFolder, ensureDataFolder, type DataFolder } from '../data-folder.ts';
import { flush, moveTo, remove, writeWhole } from '../durable-files.ts';
import { sha256Of } from '../file-hash.ts';
import { holdAsServer, whileImporting } from '../imports/lock.ts';
import { verify } from '../imports/verify.ts';
import { closeLedger, openLedger } from '../ledger/open.ts';
import { isHeld, manifestName, restoredEntries, type BackupManifest } from './parts.ts';

/** Thrown for a file that is no whole backup, or a folder that holds something already; `problem` says which, and where. */
export class NotRestored extends Error {
	readonly why: 'not_a_backup' | 'damaged' | 'not_empty';
	readonly problem: string;
	constructor(why: NotRestored['why'], problem: string) {
		super(`${why}: ${problem}`);
		this.why = why;
		this.problem = problem;
	}
}

export type Restored = { version: string | null; files: number; madeAt: string; before: string | null };

/**
 * Puts a backup in the place of what stands in the folder, after every hash of it was checked and everything at rest was
 * looked at. What stood there is moved to `before`, a folder beside it, and is never removed. Throws ServerRunning while a server runs on the folder.
 */
export async function restore(folder: DataFolder, file: string, { replace = false } = {}): Promise<Restored> {
	ensureDataFolder(folder);
	const noServer = holdAsServer(folder);
	try {
		return await restoreInto(folder, file, replace);
	} finally {
		noServer.close();
	}
}

async function restoreInto(folder: DataFolder, file: string, replace: boolean): Promise<Restored> {
	if (!replace && (existsSync(folder.ledger) || currentVersion(folder) !== null))
		throw new NotRestored('not_empty', folder.root);
	const unpacked = join(folder.root, `restoring-${randomUUID()}`);
	mkdirSync(unpacked, { mode: 0o700 });
	try {
		const manifest = await unpack(file, unpacked);
		const faults = await faultsOf(unpacked);
		if (faults.length > 0) throw new NotRestored('damaged', faults.slice(0, 3).join('; '));
		return await whileImporting(folder, async () => {
			const before = `before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
			writeWhole(pendingPath(folder), JSON.stringify({ unpacked, before }));
			finishRestore(folder);
			const kept = existsSync(join(folder.root, before)) ? join(folder.root, before) : null;
			return { version: manifest.version, files: manifest.files.length, madeAt: manifest.madeAt, before: kept };
		});
	} finally {
		rmSync(unpacked, { recursive: true, force: true });
	}
}

const pendingPath = ({ root }: DataFolder) => join(root, 'restore-pending.json');

/** Ends a restore that was killed while it moved the parts in, and sweeps one that was killed before; nothing where none was. */
export function finishRestore(folder: DataFolder): void {
	if (!existsSync(pendingPath(folder))) return sweepUnpacked(folder);
	const { unpacked, before } = JSON.parse(readFileSync(pendingPath(folder), 'utf8')) as Record<
		'unpacked' | 'before',
		string
	>;
	const aside = join(folder.root, before);
	for (const name of restoredEntries) {
		const [from, to] = [join(unpacked, name), join(folder.root, name)];
		if (!existsSync(from)) continue;
		// The ledger's log belongs to the ledger that leaves.
		for (const left of name === 'ledger.sqlite' ? [name, `${name}-wal`, `${name}-shm`] : [name])
			setAside(join(folder.root, left), aside);
		moveTo(from, to);
	}
	flush(folder.root);
	remove(pendingPath(folder));
	remove(unpacked);
}

function sweepUnpacked(folder: DataFolder): void {
	if (!existsSync(folder.root)) return;
	const unpacked = readdirSync(folder.root).filter((name) => /^restoring-/.test(name));
	if (unpacked.length === 0) return;
	let alone: { close(): void };
	try {
		alone = holdAsServer(folder);
	} catch {
		// Whoever holds it may be the restore that is at it.
		return;
	}
	for (const name of unpacked) remove(join(folder.root, name));
	alone.close();
}

/** Moves what stands at a path into a folder beside; a folder that holds nothing is just removed. */
function setAside(path: string, aside: string): void {
	if (!existsSync(path)) return;
	if (statSync(path).isDirectory() && readdirSync(path).length === 0) return rmSync(path, { recursive: true });
	mkdirSync(aside, { recursive: true, mode: 0o700 });
	moveTo(path, join(aside, basename(path)));
}

async function unpack(file: string, into: string): Promise<BackupManifest> {
	const refused: string[] = [];
	try {
		await extract({
			file,
			cwd: into,
			strict: true,
			filter: (path, entry) => {
				const isOurs = (path === manifestName || isHeld(path)) && 'type' in entry && entry.type === 'File';
				if (!isOurs) refused.push(path);
				return isOurs;
			}
		});
	} catch (error) {
		throw new NotRestored('not_a_backup', (error as Error).message);
	}
	if (refused.length > 0) throw new NotRestored('not_a_backup', refused.slice(0, 3).join(', '));
	if (!existsSync(join(into, manifestName))) throw new NotRestored('not_a_backup', manifestName);
	const manifest = JSON.parse(readFileSync(join(into, manifestName), 'utf8')) as BackupManifest;
	for (const { path, bytes, sha256 } of manifest.files) {
		const place = join(into, path);
		if (!isHeld(path) || !existsSync(place) || statSync(place).size !== bytes || (await sha256Of(place)) !== sha256)
			throw new NotRestored('damaged', path);
	}
	return manifest;
}

async function faultsOf(root: string): Promise<string[]> {
	const folder = ensureDataFolder({ ...dataFolder(root), inbox: join(root, 'inbox') });
	try {
		return (await verify(folder, openLedger(folder))).flatMap(({ faults }) => faults);
	} finally {
		await closeLedger(folder);
		// What looking made: only what the backup holds is moved in.
		for (const name of ['scratch', 'inbox', 'import.lock']) rmSync(join(root, name), { recursive: true, force: true });
	}
}
