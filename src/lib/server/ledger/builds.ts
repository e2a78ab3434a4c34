import type { Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

export type BuildRecord = {
	/** Names the file warehouse/<version>.duckdb. */
	version: string;
	/** UTC. */
	builtAt: string;
	/** T: wall-clock time of the city that every figure of this build is as of. */
	dataCut: string;
	orders: number;
	/** SHA-256 of the exports it holds, in the order they were merged. */
	exports: string[];
};

/** Keeps what a build was made of. A version is built once. */
export async function recordBuild(
	ledger: Ledger,
	build: Omit<BuildRecord, 'builtAt'> & { builtAt?: string }
): Promise<void> {
	await ledger
		.insertInto('builds')
		.values({
			version: build.version,
			built_at: build.builtAt ?? utcNow(),
			data_cut: build.dataCut,
			orders: build.orders,
			exports: JSON.stringify(build.exports)
		})
		.execute();
}

/** Every build, the latest first. */
export async function buildsListed(ledger: Ledger, limit = 100): Promise<BuildRecord[]> {
	const rows = await select(ledger).orderBy('built_at', 'desc').orderBy('version', 'desc').limit(limit).execute();
	return rows.map(withExports);
}

export async function latestBuild(ledger: Ledger): Promise<BuildRecord | null> {
	return (await buildsListed(ledger, 1))[0] ?? null;
}

export async function buildByVersion(ledger: Ledger, version: string): Promise<BuildRecord | null> {
	const row = await select(ledger).where('version', '=', version).executeTakeFirst();
	return row ? withExports(row) : null;
}

const select = (ledger: Ledger) =>
	ledger.selectFrom('builds').select(['version', 'built_at as builtAt', 'data_cut as dataCut', 'orders', 'exports']);

const withExports = (row: Omit<BuildRecord, 'exports'> & { exports: string }): BuildRecord => ({
	...row,
	exports: JSON.parse(row.exports) as string[]
});
