import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';

/** Thrown when another process imports into the same data folder. */
export class ImportUnderWay extends Error {
	readonly pid: number;
	constructor(pid: number) {
		super(`another import is under way (process ${pid}); wait until it has ended, then import again`);
		this.name = 'ImportUnderWay';
		this.pid = pid;
	}
}

/** Runs `work` while no other process imports into the folder. The lock of a process that died is taken over. */
export async function whileImporting<Result>(folder: DataFolder, work: () => Promise<Result>): Promise<Result> {
	const path = join(folder.root, 'import.lock');
	take(path);
	try {
		return await work();
	} finally {
		rmSync(path, { force: true });
	}
}

function take(path: string): void {
	for (let tries = 0; tries < 2; tries += 1) {
		try {
			const handle = openSync(path, 'wx', 0o600);
			writeSync(handle, String(process.pid));
			closeSync(handle);
			return;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const pid = Number(readFileSync(path, 'utf8'));
			if (pid !== process.pid && isAlive(pid)) throw new ImportUnderWay(pid);
			rmSync(path, { force: true });
		}
	}
}

function isAlive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
