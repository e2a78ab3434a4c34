import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { currentVersion, type DataFolder, ensureDataFolder, versionPath } from '#lib/server/data-folder.ts';
import { importExports, type ExportFile } from '#lib/server/imports/import-exports.ts';
import { rebuild } from '#lib/server/imports/rebuild.ts';
import { startUp } from '#lib/server/imports/start-up.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { howOften } from '../support/how-often.ts';
import { readHere } from '../support/read-here.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const random = randomFrom(20261122);
const units = ['城管局', '民政局', '公安局', ''];
const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!;
const day = (month: number, of: number) => `2026-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;

/** Ten months' exports of one system: each shows new orders, and some of those before it, closed since or sent elsewhere. */
function tenExports(): ExportFile[] {
	const all: Record<string, string>[] = [];
	return Array.from({ length: 10 }, (_, place) => {
		const month = place + 1;
		for (const order of all) {
			if (order.办结时间 === '' && random() < 0.4) order.办结时间 = `${day(month, 12)} 09:00:00`;
			if (random() < 0.05) order.承办单位 = pick(units);
		}
		for (let of = 0; of < 12; of++) {
			const received = `${day(month, 1 + of)} 08:00:00`;
			all.push({
				工单编号: `GD${month}${String(of).padStart(3, '0')}`,
				登记时间: received,
				承办单位: pick(units),
				办结时间: ''
			});
		}
		const shown = all.filter(() => random() < 0.6);
		// The last one has no data cut of its own: its latest time is it.
		const dataCut = place < 9 ? `${day(month, 28)} 23:59:59` : undefined;
		return { path: bench.write(csv(shown), `export-${month}.csv`), dataCut };
	});
}

const shuffled = <Value>(values: Value[]): Value[] =>
	values
		.map((value) => ({ value, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ value }) => value);
const held = (folder: DataFolder) => ({
	version: currentVersion(folder),
	fingerprint: currentManifest(folder)!.fingerprint
});

describe('the same ten exports', () => {
	let exports: ExportFile[];
	let folder: DataFolder;
	beforeAll(async () => {
		exports = tenExports();
		folder = bench.newFolder();
		await importExports(folder, exports, { reader: readHere });
	}, 60_000);

	test('in any order, at once or one by one, give the very same tables', async () => {
		const expected = held(folder);
		expect(expected.fingerprint).toMatch(/ assessed_orders:1\d\d:/);
		for (let time = 0; time < howOften(4, 1); time++) {
			const other = bench.besideOf(folder);
			await importExports(other, shuffled(exports));
			expect(held(other)).toEqual(expected);
		}
		const oneByOne = bench.besideOf(folder);
		for (const one of shuffled(exports)) await importExports(oneByOne, [one]);
		expect(held(oneByOne)).toEqual(expected);
	}, 120_000);

	test('less one give others, and the same file twice changes nothing', async () => {
		const expected = held(folder);
		const fewer = bench.besideOf(folder);
		await importExports(fewer, exports.slice(1));
		expect(held(fewer).fingerprint).not.toBe(expected.fingerprint);
		const [again] = await importExports(folder, [exports[4]!]);
		expect(again).toMatchObject({ outcome: 'taken', rows: { accepted: 0, superseded: 0 } });
		expect(held(folder)).toEqual(expected);
	}, 60_000);

	test('give it again from the originals when the warehouse is gone', async () => {
		const expected = held(folder);
		rmSync(versionPath(folder, expected.version!));
		for (const { sha256 } of currentManifest(folder)!.inputs) rmSync(join(folder.staged, `${sha256}.parquet`));
		const ledger = openLedger(folder);
		expect(await rebuild(folder, ledger)).toMatchObject({ isSame: true, exports: 10 });
		expect(held(folder)).toEqual(expected);
		rmSync(folder.warehouse, { recursive: true });
		ensureDataFolder(folder);
		expect(await startUp(folder, ledger)).toEqual({ problem: 'warehouse', isRebuilt: true });
		expect(held(folder)).toEqual(expected);
		await closeLedger(folder);
	}, 120_000);
});
