import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { currentVersion, type DataFolder, versionPath } from '#lib/server/data-folder.ts';
import { type ExportFile, importExports } from '#lib/server/imports/import-exports.ts';
import { askedOfMended } from '#lib/server/imports/mended.ts';
import { rebuild } from '#lib/server/imports/rebuild.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { undoImport } from '#lib/server/imports/undo-import.ts';
import { stagedPaths } from '#lib/server/staged-receipt.ts';
import { countConflicts } from '#lib/server/internal/conflicts.ts';
import { standingExports } from '#lib/server/internal/standing-exports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import { readHere } from '../support/read-here.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();

/** An export of two orders, the first handled by a unit. */
const exportOf = (unit: string) =>
	`工单编号,登记时间,承办单位,办结时间\nGD1,2026-09-01 08:00:00,${unit},2026-09-03 08:00:00\nGD2,2026-09-02 08:00:00,民政局,\n`;
const rowOf = (unit: string) => exportOf(unit).split('\n').slice(0, 2).join('\n');

let files = 0;
function fileOf(text: string): string {
	const path = join(bench.newFolder().root, `${++files}.csv`);
	writeFileSync(path, text);
	return path;
}
async function take(folder: DataFolder, ...exports: ExportFile[]) {
	const imported = await importExports(folder, exports, { reader: readHere });
	const numbers = await recordImports(folder, openLedger(folder), imported, 'test');
	return imported.map(({ result }, place) => ({ result: result as TakenIn, seq: numbers[place]! }));
}
const unitOf = async (folder: DataFolder) => {
	const { db, close } = await bench.openCurrent(folder);
	const [row] = await db.selectFrom('orders').select('unit').where('order_number', '=', 'GD1').execute();
	await close();
	return row!.unit;
};
const mendedOf = (result: TakenIn, text: string): ExportFile => {
	const { dataCut, mending } = askedOfMended(result);
	return { path: fileOf(text), dataCut, mending };
};

describe('a row that was in the figures and comes back mended', () => {
	test('again and again: the last mending holds, in any order of import, and a later export over all', async () => {
		const folder = bench.newFolder();
		const whole = { path: fileOf(exportOf('旧单位')) };
		const [first] = await take(folder, whole);
		const once = mendedOf(first!.result, rowOf('城管局'));
		const [mended] = await take(folder, once);
		expect(mended!.result).toMatchObject({ dataCut: first!.result.dataCut, mending: 1 });
		expect(standingExports(folder, 'orders').map(({ sha256 }) => sha256)).toEqual([
			first!.result.sha256,
			mended!.result.sha256
		]);
		expect(await unitOf(folder)).toBe('城管局');
		const twice = mendedOf(mended!.result, rowOf('公安局'));
		await take(folder, twice);
		expect(twice.mending).toBe(2);
		expect(await unitOf(folder)).toBe('公安局');
		expect((await countConflicts(folder)).of).toEqual({ one_export: 0, one_cut: 0, fixed_field: 0 });
		const expected = { version: currentVersion(folder), fingerprint: currentManifest(folder)!.fingerprint };
		const other = bench.besideOf(folder);
		await take(other, twice, whole, once);
		expect({ version: currentVersion(other), fingerprint: currentManifest(other)!.fingerprint }).toEqual(expected);
		// The same bytes without a word of mending are mended all the same.
		await take(other, { path: twice.path, dataCut: twice.dataCut });
		expect(currentVersion(other)).toBe(expected.version);
		await take(folder, { path: fileOf(exportOf('水务局')), dataCut: '2026-10-31 00:00:00' });
		expect(await unitOf(folder)).toBe('水务局');
	});

	test('is mended still after a rebuilding, and for a ledger or figures that lost it; undone, the first form is back', async () => {
		const folder = bench.newFolder();
		const [first] = await take(folder, { path: fileOf(exportOf('旧单位')) });
		const before = { version: currentVersion(folder), fingerprint: currentManifest(folder)!.fingerprint };
		const [mended] = await take(folder, mendedOf(first!.result, rowOf('城管局')));
		const with1 = { version: currentVersion(folder), fingerprint: currentManifest(folder)!.fingerprint };
		for (const { sha256 } of currentManifest(folder)!.inputs)
			for (const path of Object.values(stagedPaths(folder, sha256))) rmSync(path);
		rmSync(versionPath(folder, currentVersion(folder)!));
		expect(await rebuild(folder, openLedger(folder))).toMatchObject({ isSame: true });
		// The figures are gone: the ledger knows which rows are mended.
		rmSync(folder.currentPointer);
		await rebuild(folder, openLedger(folder));
		expect({ version: currentVersion(folder), fingerprint: currentManifest(folder)!.fingerprint }).toEqual(with1);
		await undoImport(folder, openLedger(folder), mended!.seq, 'test');
		expect({ version: currentVersion(folder), fingerprint: currentManifest(folder)!.fingerprint }).toEqual(before);
		expect(await unitOf(folder)).toBe('旧单位');
		await closeLedger(folder);
	});
});
