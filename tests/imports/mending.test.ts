import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { currentVersion, versionPath, type DataFolder } from '#lib/server/data-folder.ts';
import { importExports } from '#lib/server/imports/import-exports.ts';
import { importRows } from '#lib/server/internal/import-rows.ts';
import { rebuild } from '#lib/server/imports/rebuild.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { undoImport } from '#lib/server/imports/undo-import.ts';
import { verify } from '#lib/server/imports/verify.ts';
import { stagedPaths } from '#lib/server/staged-receipt.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { readHere } from '../support/read-here.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const september = [
	'工单编号,登记时间,承办单位,工单状态,办结时间',
	'GD1001,2026-09-01 08:00:00,城管局,办理中,',
	'GD1002,2026-09-02 08:00:00,民政局,已办结,2026-09-03 08:00:00',
	'GD1003,2026-02-30 08:00:00,民政局,办理中,',
	'合计,,,3,',
	''
].join('\n');
/** The first order closed since. */
const october = [
	'工单编号,登记时间,承办单位,工单状态,办结时间',
	'GD1001,2026-09-01 08:00:00,城管局,已办结,2026-10-05 08:00:00',
	'GD1004,2026-10-02 08:00:00,城管局,办理中,',
	''
].join('\n');

async function take(folder: DataFolder, text: string, name: string, options: { dataCut?: string } = {}) {
	const path = join(folder.root, name);
	writeFileSync(path, text);
	const imported = await importExports(folder, [{ path, ...options }], { reader: readHere });
	const [seq] = await recordImports(folder, openLedger(folder), imported, 'test');
	return { seq: seq!, sha256: imported[0]!.result.sha256 };
}
const orders = async (folder: DataFolder) => {
	const { db, close } = await bench.openCurrent(folder);
	const rows = await db.selectFrom('orders').select(['order_number', 'is_closed']).orderBy('order_number').execute();
	await close();
	return rows.map(({ order_number, is_closed }) => `${order_number}${is_closed ? ' closed' : ''}`);
};
const fingerprint = (folder: DataFolder) => currentManifest(folder)!.fingerprint;

describe('undo', () => {
	test('gives the figures as they were before, and says who did it', async () => {
		const folder = bench.newFolder();
		await take(folder, september, 'september.csv');
		const before = { version: currentVersion(folder), fingerprint: fingerprint(folder) };
		const { seq, sha256 } = await take(folder, october, 'october.csv');
		expect(await orders(folder)).toEqual(['GD1001 closed', 'GD1002 closed', 'GD1004']);
		expect(await undoImport(folder, openLedger(folder), seq, 'duban')).toMatchObject({ version: before.version });
		expect({ version: currentVersion(folder), fingerprint: fingerprint(folder) }).toEqual(before);
		expect(await orders(folder)).toEqual(['GD1001', 'GD1002 closed']);
		const [last] = await auditLatest(openLedger(folder), 1);
		expect([last!.action, last!.actor, last!.object]).toEqual(['import_undone', 'duban', sha256]);
		await expect(undoImport(folder, openLedger(folder), seq, 'duban')).rejects.toMatchObject({ why: 'undone' });
		await expect(undoImport(folder, openLedger(folder), 99, 'duban')).rejects.toMatchObject({ why: 'unknown' });
	});

	test('of an older import leaves the later one, where the version has to be made', async () => {
		const folder = bench.newFolder();
		const { seq } = await take(folder, september, 'september.csv');
		await take(folder, october, 'october.csv');
		await undoImport(folder, openLedger(folder), seq, 'duban');
		expect(await orders(folder)).toEqual(['GD1001 closed', 'GD1004']);
		const alone = bench.newFolder();
		await take(alone, october, 'october.csv');
		expect(currentVersion(folder)).toBe(currentVersion(alone));
		expect(fingerprint(folder)).toBe(fingerprint(alone));
	});

	test('of the only one leaves no figures, and the file can be taken in again', async () => {
		const folder = bench.newFolder();
		const { seq } = await take(folder, september, 'september.csv');
		expect(await undoImport(folder, openLedger(folder), seq, 'duban')).toMatchObject({ version: null });
		expect(currentVersion(folder)).toBeNull();
		await take(folder, september, 'september.csv');
		expect(await orders(folder)).toHaveLength(2);
	});

	test('of the same file with another data cut takes the first cut back', async () => {
		const folder = bench.newFolder();
		await take(folder, september, 'september.csv', { dataCut: '2026-09-30 23:59:59' });
		const first = currentManifest(folder)!;
		const { seq } = await take(folder, september, 'again.csv', { dataCut: '2026-10-31 23:59:59' });
		expect(currentManifest(folder)!.dataCut).toBe('2026-10-31 23:59:59');
		await undoImport(folder, openLedger(folder), seq, 'duban');
		expect(currentManifest(folder)!.version).toBe(first.version);
		expect(currentManifest(folder)!.dataCut).toBe('2026-09-30 23:59:59');
	});
});

describe('rebuild', () => {
	test('from the archived bytes alone gives the very same tables', async () => {
		const folder = bench.newFolder();
		await take(folder, september, 'september.csv');
		await take(folder, october, 'october.csv');
		const before = fingerprint(folder);
		for (const { sha256 } of currentManifest(folder)!.inputs) {
			for (const path of Object.values(stagedPaths(folder, sha256))) rmSync(path);
		}
		rmSync(versionPath(folder, currentVersion(folder)!));
		expect(await rebuild(folder, openLedger(folder))).toMatchObject({ isSame: true, exports: 2, orders: 3 });
		expect(fingerprint(folder)).toBe(before);
		const empty = bench.newFolder();
		expect(await rebuild(empty, openLedger(empty))).toBeNull();
	});
});

describe('verify', () => {
	const faultsOf = async (folder: DataFolder) =>
		Object.fromEntries(
			(await verify(folder, openLedger(folder))).flatMap(({ thing, faults }) =>
				faults.length > 0 ? [[thing, faults.length]] : []
			)
		);
	const takenBoth = async () => {
		const folder = bench.newFolder();
		await take(folder, september, 'september.csv');
		const { sha256 } = await take(folder, october, 'october.csv');
		return { folder, sha256 };
	};

	test('finds nothing where all is well, and nothing in a new folder', async () => {
		const { folder } = await takenBoth();
		expect(await faultsOf(folder)).toEqual({});
		const looked = await verify(folder, openLedger(folder));
		expect(looked.map(({ thing, looked }) => [thing, looked])).toEqual([
			...[
				['archive', 2],
				['staged', 2],
				['warehouse', 1],
				['imports', 2],
				['audit', 2],
				['releases', 0]
			]
		]);
		expect(await faultsOf(bench.newFolder())).toEqual({});
	});

	test('names an archived file that was changed', async () => {
		const { folder, sha256 } = await takenBoth();
		writeFileSync(join(folder.exports, sha256), october.replace('城管局', '民政局'));
		expect(await faultsOf(folder)).toEqual({ archive: 1 });
	});

	test('names staged rows of another export, or that are gone', async () => {
		const { folder } = await takenBoth();
		const [one, other] = currentManifest(folder)!.inputs.map(({ sha256 }) => join(folder.staged, `${sha256}.parquet`));
		copyFileSync(one!, other!);
		expect(await faultsOf(folder)).toEqual({ staged: 1 });
		rmSync(one!);
		expect(await faultsOf(folder)).toEqual({ staged: 2 });
	});

	test('reads every value of the warehouse: a flipped bit, a cut file, another version under its name, a left log', async () => {
		const { folder } = await takenBoth();
		const path = versionPath(folder, currentVersion(folder)!);
		const bytes = readFileSync(path);
		const flipped = Buffer.from(bytes);
		// Past the headers, in the first block that holds data.
		flipped[3 * 4096 + 100]! ^= 1;
		writeFileSync(path, flipped);
		expect(await faultsOf(folder)).toEqual({ warehouse: 1 });
		writeFileSync(path, bytes.subarray(0, bytes.length / 2));
		expect(await faultsOf(folder)).toEqual({ warehouse: 1 });
		rmSync(path);
		expect(await faultsOf(folder)).toEqual({ warehouse: 1 });
		expect(existsSync(path)).toBe(false);
		writeFileSync(path, bytes);
		writeFileSync(`${path}.wal`, 'of another');
		expect(await faultsOf(folder)).toEqual({ warehouse: 1 });
	});
});

describe('rows of an import', () => {
	test('are those not simply accepted, with place and text; superseded ones name what stands instead', async () => {
		const folder = bench.newFolder();
		const { sha256 } = await take(folder, september, 'september.csv');
		await take(folder, october, 'october.csv');
		const all = await importRows(folder, sha256, ['setAside', 'nonData', 'superseded']);
		expect(all.map(({ outcome, reason, row, header, text }) => [outcome, reason, row, header, text])).toEqual([
			['superseded', 'newer_form', 2, null, 'GD1001'],
			['setAside', 'bad_time', 4, '登记时间', '2026-02-30 08:00:00'],
			['nonData', 'total', 5, null, '合计 | 3']
		]);
		expect(all[0]!.standsInstead).toMatch(/october\.csv\s+2$/);
		expect(await importRows(folder, sha256, ['nonData'])).toHaveLength(1);
	});
});
