import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder } from '#lib/server/data-folder.ts';
import {
	releasedFile,
	releaseManifest,
	releaseNamed,
	releasesOnShelf,
	releasedTable,
	revisionsOf
} from '#lib/server/release/shelf.ts';

/** A shelf with these releases, each holding one file. */
function shelfOf(...refs: [period: string, revision: number][]) {
	const folder = dataFolder(mkdtempSync(join(tmpdir(), 'duban-shelf-')));
	onTestFinished(() => rmSync(folder.root, { recursive: true }));
	mkdirSync(folder.releases, { recursive: true });
	for (const [period, revision] of refs) {
		const place = join(folder.releases, period, String(revision));
		mkdirSync(place, { recursive: true });
		const text = `{"id":"${period}"}`;
		const sha256 = createHash('sha256').update(text).digest('hex');
		writeFileSync(join(place, 'stages.json'), text);
		writeFileSync(
			join(place, 'manifest.json'),
			JSON.stringify({ period, files: [{ name: 'stages.json', sha256, bytes: text.length }] })
		);
	}
	return folder;
}

test('the release in force is the highest revision; the newest period comes first, a month before its quarter', () => {
	const folder = shelfOf(
		['2026-08', 1],
		['2026-09', 2],
		['2026-09', 10],
		['2026-Q3', 1],
		['2025-Q4', 1],
		['2026-07', 1]
	);
	expect(releasesOnShelf(folder)).toEqual([
		{ period: '2026-09', revision: 10 },
		{ period: '2026-Q3', revision: 1 },
		{ period: '2026-08', revision: 1 },
		{ period: '2026-07', revision: 1 },
		{ period: '2025-Q4', revision: 1 }
	]);
	expect(revisionsOf(folder, '2026-09')).toEqual([2, 10]);
});

test('a shelf that is not there, and drafts on it, hold nothing', () => {
	const folder = shelfOf();
	expect(releasesOnShelf({ ...folder, releases: join(folder.releases, 'none') })).toEqual([]);
	mkdirSync(join(folder.releases, '.draft-2026-09-1'));
	mkdirSync(join(folder.releases, '2026-09', '1'), { recursive: true });
	expect(releasesOnShelf(folder)).toEqual([]);
});

test.each([
	['2026-09', '../1'],
	['..', '1'],
	['../ledger.sqlite', undefined],
	['2026-09/1', undefined],
	['%2e%2e', '1'],
	['2026-09', ':revision'],
	['2026-09', '01'],
	['2026-09', '1.0'],
	['2026-09', '0'],
	['2026-09', '-1'],
	['2026-09', '2'],
	['2026-13', undefined],
	['2026', undefined],
	['', undefined],
	['2026-09\0', '1'],
	['__proto__', '1']
])('an address that says %j, %j names no release', (period, revision) => {
	expect(releaseNamed(period, revision, shelfOf(['2026-09', 1]))).toBeNull();
});

test('a release is named by period and revision, or by its period alone', () => {
	const folder = shelfOf(['2026-09', 1], ['2026-09', 2]);
	expect(releaseNamed('2026-09', undefined, folder)).toEqual({ period: '2026-09', revision: 2 });
	expect(releaseNamed('2026-09', '1', folder)).toEqual({ period: '2026-09', revision: 1 });
});

test('only listed files and the manifest are given out', () => {
	const folder = shelfOf(['2026-09', 1]);
	const ref = { period: '2026-09', revision: 1 };
	writeFileSync(join(folder.releases, '2026-09', '1', 'notes.txt'), 'not released');
	expect(releasedFile(ref, 'stages.json', folder)?.toString()).toBe('{"id":"2026-09"}');
	expect(releasedFile(ref, 'manifest.json', folder)).toBeDefined();
	for (const name of [
		'notes.txt',
		'../1/stages.json',
		'./stages.json',
		'../../../ledger.sqlite',
		'stages.json\0',
		'STAGES.JSON',
		'',
		'.'
	])
		expect(releasedFile(ref, name, folder), name).toBeUndefined();
	expect(releasedTable(ref, 'ranking', folder)).toBeUndefined();
});

test('no reference of another shape makes a path', () => {
	const folder = shelfOf(['2026-09', 1]);
	for (const ref of [
		{ period: '..', revision: 1 },
		{ period: '2026-09/../2026-09', revision: 1 },
		{ period: '2026-09', revision: 0.5 },
		{ period: '2026-09', revision: NaN }
	])
		expect(() => releaseManifest(ref, folder)).toThrow('not a release');
});

test('bytes that are not those released are refused', () => {
	const folder = shelfOf(['2026-09', 1]);
	writeFileSync(join(folder.releases, '2026-09', '1', 'stages.json'), '{"id":"2026-08"}');
	expect(() => releasedFile({ period: '2026-09', revision: 1 }, 'stages.json', folder)).toThrow(
		'is not the file that was released'
	);
});
