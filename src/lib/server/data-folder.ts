import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

/** Where everything at rest lives; `DUBAN_DATA` names it, `data/` below the working folder is the default. */
export type DataFolder = {
	root: string;
	exports: string;
	staged: string;
	/** Every cell of the exports, and the rows that were not simply accepted: personal data stands here and in `exports` only. */
	internal: string;
	warehouse: string;
	currentPointer: string;
	ledger: string;
	releases: string;
	/** The secret of this install that callers' keys are made with. */
	callerSecret: string;
	/** Where other systems drop their exports; `DUBAN_INBOX` names another place. */
	inbox: string;
	/** Scratch space; swept at the start of each import. */
	scratch: string;
};

export function dataFolder(root = process.env.DUBAN_DATA ?? 'data'): DataFolder {
	const path = isAbsolute(root) ? root : resolve(root);
	return {
		root: path,
		exports: join(path, 'exports'),
		staged: join(path, 'staged'),
		internal: join(path, 'internal'),
		warehouse: join(path, 'warehouse'),
		currentPointer: join(path, 'warehouse', 'current'),
		ledger: join(path, 'ledger.sqlite'),
		releases: join(path, 'releases'),
		callerSecret: join(path, 'caller-secret'),
		inbox: process.env.DUBAN_INBOX ? resolve(process.env.DUBAN_INBOX) : join(path, 'inbox'),
		scratch: join(path, 'scratch')
	};
}

/** Whether nothing can be written below the folder now: a disk mounted for reading, or another's folder. */
export function isReadOnly({ root }: Pick<DataFolder, 'root'>): boolean {
	try {
		accessSync(root, constants.W_OK);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ENOENT';
	}
}

/** Makes the folders that are missing. Readable by the owner only: the originals hold personal data. */
export function ensureDataFolder(folder: DataFolder): DataFolder {
	for (const path of [
		folder.root,
		folder.exports,
		folder.staged,
		folder.internal,
		folder.warehouse,
		folder.releases,
		folder.inbox,
		folder.scratch
	]) {
		mkdirSync(path, { recursive: true, mode: 0o700 });
	}
	return folder;
}

/** The city's zone: an order's times are wall-clock times there. */
export const cityZone = () => process.env.DUBAN_ZONE ?? 'Asia/Shanghai';

/** The version that is served, or null before the first import. */
export function currentVersion(folder: DataFolder): string | null {
	if (!existsSync(folder.currentPointer)) return null;
	const version = readFileSync(folder.currentPointer, 'utf8').trim();
	if (!/^[0-9a-f]{16}$/.test(version))
		throw new Error(`not a warehouse version in ${folder.currentPointer}: ${version}`);
	return version;
}

export const versionPath = (folder: DataFolder, version: string) => join(folder.warehouse, `${version}.duckdb`);
