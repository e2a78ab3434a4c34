import { together, type Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

export type ReleaseRecord = {
	/** What it covers, such as '2026-03'; with revision it names the folder releases/<period>/<revision>. */
	period: string;
	/** Counts from 1 within a period. */
	revision: number;
	/** UTC. */
	frozenAt: string;
	/** The account's name, or 'command line'. */
	frozenBy: string;
	warehouseVersion: string;
	manifestSha256: string;
};

/** Keeps a frozen release. A revision is frozen once and never again. */
export async function recordRelease(
	ledger: Ledger,
	release: Omit<ReleaseRecord, 'frozenAt'> & { frozenAt?: string }
): Promise<void> {
	await together(ledger, async (ledger) => {
		const next = await nextRevision(ledger, release.period);
		if (release.revision !== next) {
			throw new Error(`revision ${release.revision} of ${release.period} cannot be frozen: the next is ${next}`);
		}
		await ledger
			.insertInto('releases')
			.values({
				period: release.period,
				revision: release.revision,
				frozen_at: release.frozenAt ?? utcNow(),
				frozen_by: release.frozenBy,
				warehouse_version: release.warehouseVersion,
				manifest_sha256: release.manifestSha256
			})
			.execute();
	});
}

/** The number the next release of a period gets. */
export async function nextRevision(ledger: Ledger, period: string): Promise<number> {
	const { last } = await ledger
		.selectFrom('releases')
		.select((of) => of.fn.max('revision').as('last'))
		.where('period', '=', period)
		.executeTakeFirstOrThrow();
	return (last ?? 0) + 1;
}

/** Every release, the latest period and revision first. */
export function releasesListed(ledger: Ledger): Promise<ReleaseRecord[]> {
	return select(ledger).orderBy('period', 'desc').orderBy('revision', 'desc').execute();
}

/** The release of a period that stands: its last revision. */
export async function latestRelease(ledger: Ledger, period: string): Promise<ReleaseRecord | null> {
	const latest = select(ledger).where('period', '=', period).orderBy('revision', 'desc').limit(1);
	return (await latest.executeTakeFirst()) ?? null;
}

const select = (ledger: Ledger) =>
	ledger
		.selectFrom('releases')
		.select([
			'period',
			'revision',
			'frozen_at as frozenAt',
			'frozen_by as frozenBy',
			'warehouse_version as warehouseVersion',
			'manifest_sha256 as manifestSha256'
		]);
