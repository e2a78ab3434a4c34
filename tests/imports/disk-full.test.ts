import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi, onTestFinished } from 'vitest';
import { storageErrorSentence } from '#lib/messages/storage-sentences.ts';
import { currentVersion, dataFolder, ensureDataFolder, versionPath, type DataFolder } from '#lib/server/data-folder.ts';
import { hearChanges } from '#lib/server/durable-files.ts';
import { sha256Of } from '#lib/server/file-hash.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { startUp } from '#lib/server/imports/start-up.ts';
import { sessionWithUser } from '#lib/server/ledger/sessions.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { warehouseBench } from '../support/warehouse.ts';
import { stepTeller, type ImportStep } from './killing/steps.ts';
import { leftovers, lookAt } from './killing/whole.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';

vi.setConfig({ testTimeout: 180_000 });
const bench = warehouseBench({ inChild: true });
const disk = smallDisk(join(bench.root, 'disk'), 40);
if (disk === null) console.info('skipped: this machine mounts no disk in memory, so none can be filled');
afterAll(() => disk?.remove());

/** Some 200 kB of orders: more than the smallest room left. */
const exportOf = (mark: string) =>
	`工单编号,登记时间,承办单位\n${Array.from({ length: 4_000 }, (_, row) => `${mark}${row},2026-09-01 08:00:00,单位${row % 97}\n`).join('')}`;

describe.skipIf(disk === null)('a full disk', () => {
	let folder: DataFolder;
	let [made, copies] = [0, 0];
	const ordersOf = new Map<string, number>();
	const { fill, free } = disk ?? ({} as SmallDisk);
	const take = (path: string) => importAndRecord(folder, openLedger(folder), [{ path }], { by: 'test' });
	async function newExport() {
		const path = bench.write(exportOf(`M${++made}-`));
		ordersOf.set(await sha256Of(path), 4_000);
		return path;
	}
	beforeAll(async () => {
		folder = ensureDataFolder(dataFolder(join(disk!.root, 'first')));
		await take(await newExport());
		await closeLedger(folder);
	});
	/** A folder as it was after the first export. */
	beforeEach(() => {
		const next = dataFolder(join(disk!.root, `data-${++copies}`));
		cpSync(join(disk!.root, 'first'), next.root, { recursive: true });
		folder = next;
	});
	afterEach(async () => {
		await closeLedger(folder);
		rmSync(folder.root, { recursive: true });
	});
	/** What a page asks, of the version that is served. */
	const orders = async () => {
		const warehouse = await openWarehouse(versionPath(folder, currentVersion(folder)!));
		await warehouse.close();
		return warehouse.about.orders;
	};

	test('before an import: it is refused with what it needs, and goes through once there is room', async () => {
		const path = await newExport();
		fill(64 * 1024);
		const [refused] = (await take(path).catch(() => ({ imported: [] }))).imported;
		// The ledger had no room either, or says so.
		if (refused) expect(refused).toMatchObject({ outcome: 'refused', result: { refusal: { reason: 'too_large' } } });
		expect(await orders()).toBe(4_000);
		free();
		expect((await take(path)).imported).toMatchObject([{ outcome: 'taken' }]);
		expect(await orders()).toBe(8_000);
	});

	test.each<[ImportStep, number]>([
		['stored', 30_000],
		['parsed', 0],
		['parsed', 1_200_000],
		['built', 0],
		['renamed', 0]
	])(
		'that fills up at the step "%s" with %i bytes left: nothing is half in, it is said, and it works without a restart',
		async (step, left) => {
			const path = await newExport();
			const before = await orders();
			const stepOf = stepTeller();
			let isFull = false;
			const stop = hearChanges((change, of) => {
				if (isFull || stepOf(change, of) !== step) return;
				isFull = true;
				fill(left);
			});
			const error = await take(path).then(
				({ imported }) => imported,
				(error: unknown) => error
			);
			stop();
			expect(error, JSON.stringify(error)).toBeInstanceOf(Error);
			expect(storageErrorSentence(error, 'en')).toMatch(/disk|room/);
			expect(storageErrorSentence(error, 'zh-CN')).toMatch(/磁盘/);
			expect([before, before + 4_000]).toContain(await orders());
			free();
			expect((await take(path)).imported).toMatchObject([{ outcome: 'taken' }]);
			const { inFigures, inLedger, problems } = await lookAt(folder, ordersOf);
			expect([problems, inLedger, leftovers(folder)]).toEqual([[], inFigures, []]);
			expect(await orders()).toBe(before + 4_000);
		}
	);

	test('that can not be written to: what stands is read, and nothing is imported, in words', async () => {
		const path = await newExport();
		// A disk that nothing was ever opened on: one that is being written to can't be mounted for reading.
		const other = smallDisk(join(bench.root, 'other'), 16)!;
		onTestFinished(() => other.remove());
		const copied = dataFolder(join(other.root, 'data'));
		cpSync(folder.root, copied.root, { recursive: true });
		folder = copied;
		other.writable(false);
		try {
			expect(await orders()).toBeGreaterThan(0);
			const ledger = openLedger(folder);
			expect(await sessionWithUser(ledger, 'none')).toBeNull();
			const error = await take(path).catch((error: unknown) => error);
			expect(storageErrorSentence(error, 'en')).toMatch(/cannot be written to/);
			expect(await startUp(folder, ledger).catch((error: unknown) => storageErrorSentence(error, 'zh-CN'))).toMatch(
				/无法写入/
			);
			await closeLedger(folder);
		} finally {
			other.writable(true);
		}
		expect((await take(path)).imported).toMatchObject([{ outcome: 'taken' }]);
		await closeLedger(folder);
	});
});
