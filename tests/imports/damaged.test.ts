import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '#seeds/random.ts';
import { readVersion } from '#lib/server/build/build.ts';
import { currentManifest, type Manifest } from '#lib/server/build/manifest.ts';
import { currentVersion, dataFolder, versionPath, type DataFolder } from '#lib/server/data-folder.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { bringUpToDate } from '#lib/server/imports/import-exports.ts';
import { startUp } from '#lib/server/imports/start-up.ts';
import { verify } from '#lib/server/imports/verify.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { beginServing } from '../../src/commands/begin-serving.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

vi.setConfig({ testTimeout: 180_000 });
const bench = warehouseBench({ inChild: true });
const rows = Array.from({ length: 60 }, (_, row) => ({
	工单编号: `GD${row}`,
	受理时间: `2026-09-${String(1 + (row % 28)).padStart(2, '0')} 08:00:00`,
	承办单位: `单位${row % 7}`
}));
let base: DataFolder;
let folder: DataFolder;
let whole: Manifest;
let made = 0;

beforeAll(async () => {
	base = bench.newFolder();
	for (const part of [rows.slice(0, 30), rows.slice(30)])
		await importAndRecord(base, openLedger(base), [{ path: bench.write(csv(part)) }], { by: 'test' });
	whole = currentManifest(base)!;
	await closeLedger(base);
});
beforeEach(() => {
	folder = dataFolder(join(bench.root, `copy-${++made}`));
	cpSync(base.root, folder.root, { recursive: true });
});
afterEach(() => closeLedger(folder));

const file = () => versionPath(folder, whole.version);
const faultsOf = async () => (await verify(folder, openLedger(folder))).filter(({ faults }) => faults.length > 0);
/** Bytes with some of them changed. */
function changed(bytes: Buffer, change: (copy: Buffer) => Buffer | void): Buffer {
	const copy = Buffer.from(bytes);
	return change(copy) ?? copy;
}

describe('a warehouse file that was damaged', () => {
	const random = seededRandom(7);
	const flip = (bytes: Buffer) =>
		changed(bytes, (copy) => void (copy[random.whole(0, copy.length - 1)]! ^= 1 << random.whole(0, 7)));
	const cut = (bytes: Buffer) => bytes.subarray(0, random.whole(0, bytes.length - 1));
	const zeroPage = (bytes: Buffer, nth: number) =>
		changed(bytes, (copy) => void copy.fill(0, 4096 * nth, 4096 * (nth + 1)));
	const orders = async () => bench.served(folder, 'select * from orders order by order_number');

	test.each<[string, number, (bytes: Buffer, nth: number) => Buffer]>([
		['bit flips', 100, flip],
		['truncations', 50, cut],
		['pages of zeros', 20, zeroPage]
	])('by %s, %i of them, is told, or reads as it did', async (_, times, damage) => {
		const bytes = readFileSync(file());
		const before = await orders();
		let told = 0;
		for (let nth = 0; nth < times; nth += 1) {
			writeFileSync(file(), damage(bytes, nth));
			const read = await readVersion(file()).catch((error: Error) => error.message);
			if (read !== whole.fingerprint) told += 1;
			// It was in no page that is used.
			else expect(await orders(), `${nth}`).toEqual(before);
		}
		expect(told).toBeGreaterThan(0);
	});

	test('as it was lost, and with it a bit of the staged rows, is built anew of the rows read again', async () => {
		const { sha256 } = whole.inputs[0]!;
		const rows = join(folder.staged, `${sha256}.parquet`);
		writeFileSync(rows, flip(readFileSync(rows)));
		rmSync(file());
		expect((await faultsOf()).map(({ thing }) => thing)).toEqual(['staged', 'warehouse']);
		await bringUpToDate(folder);
		expect(await faultsOf()).toEqual([]);
		expect(currentManifest(folder)).toMatchObject({ version: whole.version, fingerprint: whole.fingerprint });
	});

	const damages: [name: string, damage: () => void][] = [
		['is cut in half', () => writeFileSync(file(), readFileSync(file()).subarray(0, 40_000))],
		['is empty', () => writeFileSync(file(), '')],
		['is no warehouse', () => writeFileSync(file(), 'garbage'.repeat(10_000))],
		['is that of other exports', () => copyFileSync(otherVersion(), file())],
		['is gone', () => rmSync(file())],
		['has a log beside it', () => writeFileSync(`${file()}.wal`, 'of another')],
		['is pointed to by no name', () => writeFileSync(folder.currentPointer, 'garbage')],
		['has a manifest that is cut', () => writeFileSync(join(folder.warehouse, `${whole.version}.json`), '{"version":')],
		['is gone with its whole folder', () => rmSync(folder.warehouse, { recursive: true })]
	];
	const otherVersion = () => join(base.warehouse, `${firstVersion()}.duckdb`);
	const firstVersion = () => {
		const ledger = new DatabaseSync(base.ledger, { readOnly: true });
		const [first] = ledger.prepare('select version from builds order by built_at').all() as { version: string }[];
		ledger.close();
		return first!.version;
	};

	test.each(damages)(
		'which %s is told and built anew from the originals at start, to the same value',
		async (_, damage) => {
			damage();
			if (existsSync(folder.warehouse)) expect((await faultsOf()).map(({ thing }) => thing)).toContain('warehouse');
			const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
			await beginServing(dataFolder(folder.root));
			expect(said.mock.calls.join('')).toMatch(/built anew from the originals|已按原始文件重新生成/);
			said.mockRestore();
			expect(currentManifest(folder)).toMatchObject({ version: whole.version, fingerprint: whole.fingerprint });
			expect(await faultsOf()).toEqual([]);
			expect(await startUp(folder, openLedger(folder))).toBeNull();
		}
	);

	test('is never opened beside a log', async () => {
		writeFileSync(`${file()}.wal`, 'of another');
		await expect(openWarehouse(file())).rejects.toThrow(/log/);
	});
});

describe('a ledger', () => {
	const serving = () =>
		beginServing(folder).then(
			() => 'serves',
			(error: Error) => error.message
		);

	test.each<[string, () => void, RegExp]>([
		[
			'that is no database',
			() => writeFileSync(folder.ledger, 'garbage'.repeat(1000)),
			/ledger\.sqlite\).*not a database/
		],
		[
			'of which a page is zeros',
			() =>
				writeFileSync(
					folder.ledger,
					changed(readFileSync(folder.ledger), (copy) => void copy.fill(0, 8192, 12288))
				),
			/ledger\.sqlite\) is damaged: .+/
		],
		[
			'that is cut',
			() => writeFileSync(folder.ledger, readFileSync(folder.ledger).subarray(0, 10_000)),
			/ledger\.sqlite\) is damaged: .+/
		],
		['that is gone', () => rmSync(folder.ledger), /holds 2 archived exports and no ledger\.sqlite/]
	])('%s is told in a sentence that names the place, and nothing is changed', async (_, damage, sentence) => {
		vi.stubEnv('DUBAN_LANG', 'en');
		damage();
		for (const beside of ['-wal', '-shm']) rmSync(`${folder.ledger}${beside}`, { force: true });
		expect(await serving()).toMatch(sentence);
		expect(currentVersion(folder)).toBe(whole.version);
		vi.unstubAllEnvs();
	});

	test('whose chain was changed by hand names the first row that is wrong', async () => {
		const database = new DatabaseSync(folder.ledger);
		database.exec(`drop trigger audit_is_never_changed; update audit set actor = 'nobody' where seq = 2`);
		database.close();
		const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		expect(await serving()).toBe('serves');
		expect(said.mock.calls.join('')).toMatch(/(entry|第) ?2/);
		said.mockRestore();
	});

	test('begun anew by a rebuild knows the exports that the figures hold', async () => {
		const { rebuild } = await import('#lib/server/imports/rebuild.ts');
		for (const ending of ['', '-wal', '-shm']) rmSync(`${folder.ledger}${ending}`, { force: true });
		expect(await rebuild(folder, openLedger(folder))).toMatchObject({ isSame: true, exports: 2 });
		expect(await faultsOf()).toEqual([]);
	});
});
