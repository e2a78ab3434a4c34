import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { backup } from '#lib/server/backup/backup.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { ImportUnderWay } from '#lib/server/imports/lock.ts';
import { verify } from '#lib/server/imports/verify.ts';
import { whenFree } from '#lib/server/imports/when-free.ts';
import { verifyAudit } from '#lib/server/ledger/audit.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { warehouseBench } from '../support/warehouse.ts';

vi.setConfig({ testTimeout: 180_000 });
const bench = warehouseBench({ inChild: true });
const orders = (number: string) => `工单编号,登记时间,承办单位\n${number},2026-09-01 08:00:00,城管局\n`;
const take = (folder: DataFolder, path: string) =>
	importAndRecord(folder, openLedger(folder), [{ path }], { by: 'test' });
const faultsOf = async (folder: DataFolder) =>
	(await verify(folder, openLedger(folder))).flatMap(({ faults }) => faults);

describe('two imports at once', () => {
	test('of the same file or of two, again and again: one is carried out, the other is told to wait and then goes through', async () => {
		const folder = bench.newFolder();
		const files = [bench.write(orders('A1')), bench.write(orders('A2'))];
		for (let race = 0; race < 50; race += 1) {
			const pair = race % 2 === 0 ? files : [files[0]!, files[0]!];
			const both = await Promise.allSettled(pair.map((path) => take(folder, path)));
			expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(ImportUnderWay) });
		}
		await Promise.all(files.map((path) => whenFree(() => take(folder, path))));
		expect(currentManifest(folder)).toMatchObject({ orders: 2 });
		expect(await faultsOf(folder)).toEqual([]);
		await closeLedger(folder);
	});

	test('a backup waits for the import it comes upon, and holds all of it', async () => {
		const [folder, other] = [bench.newFolder(), bench.newFolder()];
		await take(folder, bench.write(orders('A1')));
		const file = join(bench.root, 'during.tar');
		const importing = take(folder, bench.write(orders('A2')));
		await expect(backup(folder, file)).rejects.toThrow(ImportUnderWay);
		await Promise.all([importing, whenFree(() => backup(folder, file))]);
		await restore(other, file);
		expect(currentManifest(other)).toEqual(currentManifest(folder));
		expect(await faultsOf(other)).toEqual([]);
		await Promise.all([folder, other].map(closeLedger));
	});
});

describe('whatever the clock says', () => {
	afterEach(() => void vi.useRealTimers());

	test('in 1970 or ten years on, imports and audit count on, and the figures are the same', async () => {
		const [folder, usual] = [bench.newFolder(), bench.newFolder()];
		const files = ['A1', 'A2', 'A3', 'A4'].map((number) => bench.write(orders(number)));
		const moments = ['2026-11-22T08:00:00Z', '1970-01-01T00:00:00Z', '2036-11-22T08:00:00Z', '2026-11-22T07:00:00Z'];
		for (const [place, path] of files.entries()) {
			vi.useFakeTimers({ toFake: ['Date'], now: new Date(moments[place]!) });
			await take(folder, path);
		}
		vi.useRealTimers();
		for (const path of files) await take(usual, path);
		const listed = await importsListed(openLedger(folder));
		expect(listed.map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
		expect(await verifyAudit(openLedger(folder))).toMatchObject({ intact: true, head: { count: 4 } });
		expect(currentManifest(folder)!.fingerprint).toBe(currentManifest(usual)!.fingerprint);
		await Promise.all([folder, usual].map(closeLedger));
	});
});

describe('wherever the server stands', () => {
	afterEach(() => void vi.unstubAllEnvs());
	/** A leap day, the turn of a year, a night on which clocks change elsewhere, and times with zones of their own. */
	const edges = [
		'工单编号,登记时间,承办单位,办结时间,办理截止时间',
		'GD1,2024-02-28 23:59:59,城管局,2024-02-29 00:00:01,2024-02-29 23:59:59',
		'GD2,2025-12-31 23:30:00,城管局,2026-01-01 00:30:00,2026-01-01 00:00:00',
		'GD3,2026-03-08 02:30:00,民政局,2026-03-08 03:30:00,2026-03-09 02:30:00',
		'GD4,2026-11-01 01:30:00,民政局,,2026-11-01 01:30:00',
		''
	].join('\n');
	const zoned = [
		'工单编号,登记时间,承办单位,办结时间',
		'GD5,2026-01-05T16:30:00Z,城管局,2026-01-05T18:30:00+02:00',
		'GD6,2026-03-08T02:30:00-05:00,城管局,',
		''
	].join('\n');

	test('in five zones the tables are the same to the last value', async () => {
		const found = [];
		for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia']) {
			vi.stubEnv('TZ', zone);
			const folder = bench.newFolder();
			const taken = await bench.take(folder, [{ text: edges }, { text: zoned }]);
			expect(taken.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
			found.push(currentManifest(folder)!.fingerprint);
			if (zone !== 'Pacific/Apia') continue;
			const rows = await bench.served(
				folder,
				`select order_number, cast(received_at as varchar) as received, epoch(closed_at) - epoch(received_at) as seconds
				from orders order by order_number`
			);
			expect(rows).toEqual([
				{ order_number: 'GD1', received: '2024-02-28 23:59:59', seconds: 2 },
				{ order_number: 'GD2', received: '2025-12-31 23:30:00', seconds: 3600 },
				{ order_number: 'GD3', received: '2026-03-08 02:30:00', seconds: 3600 },
				{ order_number: 'GD4', received: '2026-11-01 01:30:00', seconds: null },
				{ order_number: 'GD5', received: '2026-01-06 00:30:00', seconds: 0 },
				{ order_number: 'GD6', received: '2026-03-08 15:30:00', seconds: null }
			]);
		}
		expect(new Set(found).size).toBe(1);
	});
});
