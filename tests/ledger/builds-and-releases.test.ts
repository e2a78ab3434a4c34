import { buildByVersion, buildsListed, latestBuild, recordBuild } from '#lib/server/ledger/builds.ts';
import { latestRelease, nextRevision, recordRelease, releasesListed } from '#lib/server/ledger/releases.ts';
import { expect, test } from 'vitest';
import { freshLedger } from './fresh-ledger.ts';

const build = (version: string, builtAt: string) => ({
	version,
	builtAt,
	dataCut: '2026-09-30 08:00:00',
	orders: 12,
	exports: ['b', 'a']
});

const release = (period: string, revision: number) => ({
	period,
	revision,
	frozenAt: '2026-10-08T02:00:00.000Z',
	frozenBy: 'guanli',
	warehouseVersion: 'v1',
	manifestSha256: 'f'.repeat(64)
});

test('a build is found by its version, and the latest first', async () => {
	const ledger = freshLedger();
	expect(await latestBuild(ledger)).toBeNull();
	await recordBuild(ledger, build('v1', '2026-10-01T00:00:00.000Z'));
	await recordBuild(ledger, build('v2', '2026-10-02T00:00:00.000Z'));
	expect(await latestBuild(ledger)).toEqual(build('v2', '2026-10-02T00:00:00.000Z'));
	expect(await buildByVersion(ledger, 'v1')).toEqual(build('v1', '2026-10-01T00:00:00.000Z'));
	expect((await buildsListed(ledger)).map(({ version }) => version)).toEqual(['v2', 'v1']);
	await expect(recordBuild(ledger, build('v1', '2026-10-03T00:00:00.000Z'))).rejects.toThrow(/UNIQUE/);
});

test('revisions of a period count from one, and none is frozen twice or skipped', async () => {
	const ledger = freshLedger();
	expect(await nextRevision(ledger, '2026-09')).toBe(1);
	await recordRelease(ledger, release('2026-09', 1));
	await recordRelease(ledger, release('2026-09', 2));
	await recordRelease(ledger, release('2026-08', 1));
	await expect(recordRelease(ledger, release('2026-09', 2))).rejects.toThrow(/the next is 3/);
	await expect(recordRelease(ledger, release('2026-09', 4))).rejects.toThrow(/the next is 3/);
	expect(await latestRelease(ledger, '2026-09')).toEqual(release('2026-09', 2));
	expect(await latestRelease(ledger, '2026-07')).toBeNull();
	expect((await releasesListed(ledger)).map(({ period, revision }) => `${period}/${revision}`)).toEqual([
		'2026-09/2',
		'2026-09/1',
		'2026-08/1'
	]);
});
