/** The paths below a data folder that a backup holds. What a file names otherwise is not unpacked. */
const held = [
	/^exports\/[0-9a-f]{64}$/,
	/^staged\/[0-9a-f]{64}\.(parquet|json)$/,
	/^internal\/[0-9a-f]{64}\.(rows|cells)\.parquet$/,
	/^warehouse\/(current|[0-9a-f]{16}\.(duckdb|json))$/,
	/^releases\/[0-9Q-]{4,8}\/[1-9]\d{0,5}\/[A-Za-z0-9._-]{1,120}$/,
	/^ledger\.sqlite$/,
	/^caller-secret$/
];

export const isHeld = (path: string): boolean => held.some((pattern) => pattern.test(path)) && !path.includes('..');

export const manifestName = 'duban-backup.json';

/** The first entry of a backup: which files follow, and what they are. */
export type BackupManifest = {
	format: 1;
	/** UTC. */
	madeAt: string;
	version: string | null;
	files: { path: string; bytes: number; sha256: string }[];
};

/** What is moved in when a backup is restored, in this order: the pointer to the figures comes last. */
export const restoredEntries = [
	'exports',
	'staged',
	'internal',
	'releases',
	'caller-secret',
	'ledger.sqlite',
	'warehouse'
] as const;
