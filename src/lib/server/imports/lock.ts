import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DataFolder } from '../data-folder.ts';

/** Thrown when another import into the same data folder is under way, in this process or another. */
export class ImportUnderWay extends Error {
	readonly pid: number;
	constructor(pid: number) {
		super(`another import is under way (process ${pid}); wait until it has ended, then import again`);
		this.name = 'ImportUnderWay';
		this.pid = pid;
	}
}

/** Thrown when a server runs on the data folder already. */
export class ServerRunning extends Error {
	readonly pid: number;
	constructor(pid: number) {
		super(`a server runs on this data folder already (process ${pid})`);
		this.name = 'ServerRunning';
		this.pid = pid;
	}
}

/** Makes this process the one server of the folder until it closes the lock or ends. Throws ServerRunning. */
export function holdAsServer(folder: DataFolder): { close(): void } {
	const lock = take(join(folder.root, 'server.lock'), ServerRunning);
	serving.add(lock);
	return {
		close() {
			serving.delete(lock);
			lock.close();
		}
	};
}

/** Locks held until the process ends: one that nobody refers to would be let go with the garbage. */
const serving = new Set<DatabaseSync>();

/**
 * Runs `work` while nobody else imports into the folder. The lock is the operating system's, held through SQLite:
 * it ends with the process that holds it, however that ends, so that none is ever stale or taken for another's.
 */
export async function whileImporting<Result>(folder: DataFolder, work: () => Promise<Result>): Promise<Result> {
	const lock = take(join(folder.root, 'import.lock'), ImportUnderWay);
	try {
		return await work();
	} finally {
		lock.close();
	}
}

const sqliteBusy = 5;

function take(path: string, Held: new (pid: number) => Error): DatabaseSync {
	// Only where it is missing: a process that closes a file by hand lets go of all its locks on it.
	if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
	const lock = new DatabaseSync(path, { timeout: 0 });
	try {
		// Who holds it stands in the file for those who come later; the second transaction is the lock itself.
		lock.exec(`begin immediate; pragma user_version = ${process.pid}; commit; begin immediate`);
		return lock;
	} catch (error) {
		const isHeld = (error as { errcode?: number }).errcode === sqliteBusy;
		const holder = isHeld ? new Held(holderOf(lock)) : error;
		lock.close();
		throw holder;
	}
}

function holderOf(lock: DatabaseSync): number {
	// The holder may be writing its name at this very moment.
	lock.exec('pragma busy_timeout = 1000');
	return (lock.prepare('pragma user_version').get() as { user_version: number }).user_version;
}
