/** What can be wrong with the disk that the data lies on; told apart, since each is mended otherwise. */
export const storageFaults = ['no_space', 'read_only', 'disk_error', 'ledger_damaged'] as const;
export type StorageFault = (typeof storageFaults)[number];

/** Thrown before work that the disk has no room for. Sizes are bytes. */
export class NoRoom extends Error {
	readonly code = 'ENOSPC';
	readonly needed: number;
	readonly free: number;
	constructor(needed: number, free: number) {
		super(`no space left on device: ${needed} bytes are needed, ${free} are free`);
		this.needed = needed;
		this.free = free;
	}
}

const byCode: Record<string, StorageFault> = {
	...{ ENOSPC: 'no_space', EDQUOT: 'no_space', EFBIG: 'no_space', EIO: 'disk_error' },
	...{ EROFS: 'read_only', EACCES: 'read_only', EPERM: 'read_only' }
};

/** SQLite's primary result codes; the higher bits say where in the file. */
const bySqlite: Record<number, StorageFault> = {
	...{ 8: 'read_only', 10: 'disk_error', 11: 'ledger_damaged', 13: 'no_space', 14: 'read_only', 26: 'ledger_damaged' }
};

/** What programs say that keep no code, DuckDB and the reader's process among them. */
const byWords: [RegExp, StorageFault][] = [
	[/no space left on device|ENOSPC|not enough disk space|could not write all bytes/i, 'no_space'],
	[/read-only file system|permission denied|EROFS|EACCES/i, 'read_only'],
	[/input\/output error|\bEIO\b/i, 'disk_error']
];

/** The disk's part in an error; null where it has none. */
export function storageFaultOf(error: unknown): StorageFault | null {
	if (!(error instanceof Error)) return null;
	const { code, errcode } = error as { code?: string; errcode?: number };
	const known = (code !== undefined && byCode[code]) || (errcode !== undefined && bySqlite[errcode & 255]);
	return known || (byWords.find(([words]) => words.test(error.message))?.[1] ?? storageFaultOf((error as Error).cause));
}
