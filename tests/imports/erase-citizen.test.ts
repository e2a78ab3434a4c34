import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { hearChanges } from '#lib/server/durable-files.ts';
import { eraseCitizen } from '#lib/server/imports/erase-citizen.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { rebuild } from '#lib/server/imports/rebuild.ts';
import { startUp } from '#lib/server/imports/start-up.ts';
import { verify } from '#lib/server/imports/verify.ts';
import { originalRows } from '#lib/server/internal/original-rows.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { readHere } from '../support/read-here.ts';
import { rowsIn, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const phone = '13812345678';
const header = '工单编号,受理时间,承办单位,办结时间,来电人,来电号码,诉求内容,诉求内容';
const first = [
	`2026年9月工单明细`,
	header,
	`GD1,2026-09-01 08:00:00,城管局,2026-09-02 08:00:00,赵小满,${phone},"路灯不亮，\n请回电 138 1234 5678",`,
	`GD2,2026-09-01 09:00:00,城管局,2026-09-02 09:00:00,钱大有,13900000001,"邻居赵小满（+86-${phone}）也说",`,
	`GD3,2026-09-02 08:00:00,住建局,,赵小满,86${phone},"又漏水",`,
	`GD4,坏时间,住建局,,赵小满,${phone},"时间读不出的一行",`,
	`GD5,2026-09-03 08:00:00,住建局,,孙一,13900000002,少一格`,
	`GD6,2026-09-03 09:00:00,住建局,,孙一,139123456781,"十二位号码 ${phone}9 不是他",`,
	`合计,,,,,,,`
].join('\r\n');
const second = [header, `GD1,2026-09-01 08:00:00,城管局,2026-09-03 08:00:00,赵小满,${phone},改了办结时间,`].join('\n');
const other = [header, `GD9,2026-09-01 08:00:00,城管局,,李四,13900000009,与他无关,`].join('\n');

let folder: DataFolder;
let ledger: Ledger;
const take = (text: string | Uint8Array, name: string, dataCut?: string) =>
	importAndRecord(folder, ledger, [{ path: bench.write(text, name), dataCut }], { by: 'test', reader: readHere });

/** The imports, made once; each test erases in a copy. */
let imported: DataFolder;
beforeAll(async () => {
	imported = folder = bench.newFolder();
	ledger = openLedger(folder);
	await take(first, '九月.csv', '2026-09-30 23:59:59');
	await take(gzipSync(second), '九月补.csv.gz', '2026-09-30 23:59:59');
	await take(other, '别人.csv', '2026-09-29 12:00:00');
	await closeLedger(folder);
});
beforeEach(() => {
	folder = bench.newFolder();
	cpSync(imported.root, folder.root, { recursive: true });
	ledger = openLedger(folder);
});
let stop = () => {};
afterEach(async () => {
	stop();
	await closeLedger(folder);
});

const erase = (isMeant = true, texts = ['赵小满']) =>
	eraseCitizen(folder, ledger, { phones: [phone], orders: [], texts }, { by: 'clerk', isMeant });

const figures = () =>
	bench.served(
		folder,
		`select * exclude (caller_key, previous_received_at, previous_closed_at, file_sha256, sheet, row_number, seen_at)
		from orders order by order_number`
	);
const files = (path: string): string[] =>
	readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]
	);
/** Everything at rest that is no cell store, as bytes; the cells as text. */
async function speaking(): Promise<string[]> {
	const wanted = [phone, '138 1234 5678', '赵小满'];
	const found: string[] = [];
	for (const path of files(folder.root)) {
		const text = path.endsWith('.parquet')
			? JSON.stringify(await rowsIn(':memory:', `select t::varchar as row from read_parquet('${path}') as t`))
			: readFileSync(path).toString('utf8');
		// A longer number is another's.
		if (wanted.some((one) => text.replaceAll(`${phone}9`, '').includes(one))) found.push(path);
	}
	return found;
}

test('looks and changes nothing until it is meant', async () => {
	const before = files(folder.root).filter((path) => !path.includes('ledger'));
	const looked = await erase(false);
	expect(looked).toMatchObject({
		isDone: false,
		exports: [
			{ fileName: '九月.csv', own: 3, naming: 1, isDestroyed: false },
			{ fileName: '九月补.csv.gz/九月补.csv', own: 1, naming: 0, isDestroyed: false }
		],
		notSearched: []
	});
	const nobody = { phones: ['13700000000'], orders: ['GD77'], texts: [] };
	const nothing = await eraseCitizen(folder, ledger, nobody, { by: 'clerk', isMeant: true });
	expect(nothing.exports).toEqual([]);
	expect(files(folder.root).filter((path) => !path.includes('ledger'))).toEqual(before);
});

test('erases a citizen everywhere, and leaves every figure, row and check as it was', async () => {
	const before = await figures();
	expect((await speaking()).length).toBeGreaterThan(3);
	await erase();
	expect(await speaking()).toEqual([]);
	expect(await figures()).toEqual(before);
	expect(
		await bench.served(folder, 'select order_number as n from orders where caller_key is not null order by 1')
	).toEqual(['GD2', 'GD6', 'GD9'].map((n) => ({ n })));
	// What is left of the rows: where others named him, and what was set aside.
	const [latest] = await importsListed(ledger);
	const again = (await importsListed(ledger)).find(
		({ fileName, undoneAt }) => fileName === '九月.csv' && undoneAt === null
	)!;
	expect(latest).toMatchObject({
		fileName: '九月补.csv.gz/九月补.csv',
		result: { notes: expect.arrayContaining(['citizen_erased']) }
	});
	expect((await originalRows(folder, again.sha256, { row: 4 }))!.rows[0]!.cells).toEqual(
		expect.arrayContaining(['GD2', '钱大有', '13900000001', '邻居***（***）也说'])
	);
	expect(again.result).toMatchObject({ rows: { accepted: 4, setAside: 2 } });
	expect(
		(await originalRows(folder, again.sha256))!.rows.map(({ cells }) => cells.filter((cell) => cell !== ''))
	).toEqual([
		['GD4', '坏时间', '住建局'],
		['GD5', '2026-09-03 08:00:00', '住建局', '孙一', '13900000002', '少一格']
	]);
	expect((await verify(folder, ledger)).flatMap(({ faults }) => faults)).toEqual([]);
	expect((await rebuild(folder, ledger))!.isSame).toBe(true);
	const [entry] = await auditLatest(ledger, 1);
	expect(entry).toMatchObject({ actor: 'clerk', action: 'citizen_erased' });
});

test('the destroyed bytes do not come in again, alone or in their archive', async () => {
	await erase();
	for (const [text, name] of [
		[first, '九月.csv'],
		[gzipSync(second), '九月补.csv.gz']
	] as const) {
		const { imported } = await take(text, name);
		expect(imported.map(({ result }) => result)).toMatchObject([
			{ outcome: 'refused', refusal: { reason: 'erased_export' } }
		]);
	}
	expect(await speaking()).toEqual([]);
	// A later export that speaks of him can be erased in turn.
	await take(second.replace('改了', '又改了'), '十月.csv');
	expect((await erase(true, [])).exports).toMatchObject([{ fileName: '十月.csv', own: 1 }]);
});

test('what a process that died left of the bytes goes at the next start', async () => {
	stop = hearChanges((change, of) => {
		if (change === 'remove' && of.startsWith(folder.exports)) throw new Error('killed');
	});
	await expect(erase()).rejects.toThrow('killed');
	stop();
	expect((await speaking()).length).toBeGreaterThan(0);
	await startUp(folder, ledger);
	expect(await speaking()).toEqual([]);
});

test('one that dies before the figures are swapped is finished by the next import', async () => {
	const before = await figures();
	stop = hearChanges((change, of) => {
		if (change === 'rename' && of === folder.currentPointer) throw new Error('killed');
	});
	await expect(erase()).rejects.toThrow('killed');
	stop();
	await startUp(folder, ledger);
	expect(await figures()).toEqual(before);
	expect(await speaking()).toEqual([]);
});
