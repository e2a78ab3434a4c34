import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hidden, publicRules } from '#lib/domain/disclosure.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { auditLatest, verifyAudit } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { releasesListed } from '#lib/server/ledger/releases.ts';
import { freeze, NotReleasable } from '#lib/server/release/freeze.ts';
import { publish } from '#lib/server/release/publish.ts';
import { releaseManifest } from '#lib/server/release/shelf.ts';
import type { Warehouse } from '#lib/server/warehouse/warehouse.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const dataCut = '2026-10-31 23:59:59';
const day = (n: number) => `2026-09-${String(1 + (n % 28)).padStart(2, '0')}`;

/** Orders of September by unit, district and number; every seventh late, every ninth visited in vain. */
const orders = (unit: string, district: string, count: number, from = 0) =>
	Array.from({ length: count }, (_, n) => ({
		工单编号: `${unit}${from + n}`,
		受理时间: `${day(n)} 08:00:00`,
		所属区县: district,
		承办单位: unit,
		承办单位类型: '部门',
		诉求类型: n % 3 === 0 ? '投诉' : '咨询',
		办结时间: `${day(n)} ${n % 7 === 0 ? '20' : '10'}:00:00`,
		办理截止时间: `${day(n)} 18:00:00`,
		是否回访: '是',
		是否有效回访: n % 9 === 0 ? '否' : '是',
		是否解决: n % 4 === 0 ? '未解决' : '已解决'
	}));

const first = csv([
	...orders('甲局', '东区', 83),
	...orders('乙局', '西区', 41),
	...orders('丙局', '西区', 6),
	...orders('丁局', '南区', 12)
]);
const later = csv(orders('甲局', '东区', 20, 83));

/** Every file of a folder with the hash of its bytes. */
const bytesOf = (place: string) =>
	Object.fromEntries(
		readdirSync(place).map((name) => [
			name,
			createHash('sha256')
				.update(readFileSync(join(place, name)))
				.digest('hex')
		])
	);

let folder: DataFolder;
let warehouse: Warehouse;
beforeAll(async () => {
	folder = bench.newFolder();
	const taken = await bench.take(folder, [{ text: first, dataCut }]);
	expect(taken.map(({ outcome }) => outcome)).toEqual(['taken']);
	warehouse = await bench.openCurrent(folder);
});
afterAll(() => closeLedger(folder));

describe('what can be released', () => {
	test.each([
		['2026', 'not_a_period'],
		['2026-9', 'not_a_period'],
		['2026-13', 'not_a_period'],
		['../2026-09', 'not_a_period'],
		['all', 'not_a_period'],
		['', 'not_a_period'],
		['2026-11', 'not_over'],
		['2026-Q4', 'not_over'],
		['2026-08', 'no_orders']
	])('%j is refused: %s', async (period, reason) => {
		const refused = await freeze(folder, warehouse, period).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(NotReleasable);
		expect(refused).toMatchObject({ reason, period });
	});
});

describe('a release', () => {
	let place: string;
	beforeAll(async () => {
		await publish(folder, openLedger(folder), warehouse, '2026-09', 'tester');
		place = join(folder.releases, '2026-09', '1');
	});
	const manifest = () => releaseManifest({ period: '2026-09', revision: 1 }, folder);
	const tables = (): FigureTable[] =>
		manifest()
			.files.filter(({ name }) => name.endsWith('.json'))
			.map(({ name }) => JSON.parse(readFileSync(join(place, name), 'utf8')) as FigureTable);

	test('holds every table as JSON and CSV, with the hash of each', () => {
		const { files } = manifest();
		expect(files.length).toBeGreaterThanOrEqual(20);
		expect(new Set(files.map(({ name }) => name))).toEqual(
			new Set(readdirSync(place).filter((name) => name !== 'manifest.json'))
		);
		for (const { name, sha256 } of files) expect(bytesOf(place)[name]).toBe(sha256);
	});

	test('says what its checks of data quality put in doubt, in counts as the public sees them', async () => {
		expect(manifest().doubts).toEqual({ from: 0.01, found: [] });
		const doubtful = orders('甲局', '东区', 103).map((order, n) => ({
			...order,
			...(n < 17 && { 承办单位: '' }),
			...(n > 99 && { 办结时间: '2026-08-31 08:00:00' })
		}));
		const other = bench.newFolder();
		await bench.take(other, [{ text: csv(doubtful), dataCut }]);
		const { manifest: released } = await freeze(other, await bench.openCurrent(other), '2026-09');
		expect(released.doubts!.found.map(({ key, affected, of }) => [key, affected, of])).toEqual([
			['no-unit', 15, 105],
			['closed-before-received', '<10', 105]
		]);
		for (const { touches, name } of released.doubts!.found) {
			expect(name.en).not.toBe('');
			expect(touches.flatMap(({ measures }) => measures).length).toBeGreaterThan(0);
		}
	});

	test('says what it shows, from what, by which definitions and statements', () => {
		expect(manifest()).toMatchObject({
			from: '2026-09-01',
			to: '2026-09-30',
			dataCut,
			warehouseVersion: warehouse.about.version,
			disclosure: publicRules
		});
		expect(manifest().exports).toHaveLength(1);
		expect(manifest().definitions.map(({ id }) => id)).toEqual(expect.arrayContaining(['T1', 'T9', 'S3']));
		for (const [id, statements] of Object.entries(manifest().statements)) {
			expect(statements.length, id).toBeGreaterThan(0);
			expect(statements[0]!.sql, id).toMatch(/^(select|with) /);
		}
	});

	test('shows no count from 1 to 9, and none that is not rounded to 5', () => {
		let hiddenCells = 0;
		for (const { id, columns, rows, total } of tables()) {
			for (const row of [...rows, ...(total ? [total] : [])]) {
				for (const { key, kind } of columns) {
					const cell = row[key];
					if (cell === hidden) hiddenCells += 1;
					else if (kind === 'count' && cell !== null)
						expect(cell, `${id} ${key}`).toSatisfy((count: number) => count === 0 || (count >= 10 && count % 5 === 0));
				}
			}
		}
		expect(hiddenCells).toBeGreaterThan(0);
	});

	test('shows no rate that its own two counts do not give', () => {
		for (const { id, columns, rows, total } of tables()) {
			for (const row of [...rows, ...(total ? [total] : [])]) {
				for (const { key, of } of columns) {
					if (!of || row[key] === null) continue;
					expect(row[of.denominator], id).toBeGreaterThanOrEqual(publicRules.fewestForRate);
					expect(row[key], id).toBe((row[of.numerator] as number) / (row[of.denominator] as number));
				}
			}
		}
	});

	test('carries no cell that its columns do not name, and no order', () => {
		for (const { columns, rows } of tables())
			for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({ key }) => key));
		const text = readdirSync(place)
			.map((name) => readFileSync(join(place, name), 'utf8'))
			.join('\n');
		expect(text).not.toMatch(/甲局\d|08:00:00/);
	});

	test('stands in the ledger and in the audit chain, under the name of who released it', async () => {
		const ledger = openLedger(folder);
		const [record] = await releasesListed(ledger);
		expect(record).toMatchObject({
			period: '2026-09',
			revision: 1,
			frozenBy: 'tester',
			manifestSha256: bytesOf(place)['manifest.json']
		});
		expect((await auditLatest(ledger))[0]).toMatchObject({
			actor: 'tester',
			action: 'release_frozen',
			object: '2026-09/1'
		});
		expect(await verifyAudit(ledger)).toMatchObject({ intact: true });
	});

	test('released again without change stays the same revision, also twice at once', async () => {
		const before = bytesOf(place);
		const again = () => publish(folder, openLedger(folder), warehouse, '2026-09', 'another');
		const both = await Promise.all([again(), again()]);
		expect(both.map(({ isNew, manifest }) => [isNew, manifest.revision])).toEqual([
			[false, 1],
			[false, 1]
		]);
		expect(bytesOf(place)).toEqual(before);
		expect(await releasesListed(openLedger(folder))).toHaveLength(1);
	});

	test('changed figures become the next revision, and the old one stays byte for byte', async () => {
		const before = bytesOf(place);
		await bench.take(folder, [{ text: later, dataCut, name: 'later.csv' }]);
		const newer = await bench.openCurrent(folder);
		const { isNew, manifest } = await publish(folder, openLedger(folder), newer, '2026-09', 'tester');
		expect({ isNew, revision: manifest.revision }).toEqual({ isNew: true, revision: 2 });
		expect(bytesOf(place)).toEqual(before);
		expect(bytesOf(join(folder.releases, '2026-09', '2'))['ranking.json']).not.toBe(before['ranking.json']);
		expect((await releasesListed(openLedger(folder))).map(({ revision }) => revision)).toEqual([2, 1]);
	});
});

test('a revision on the shelf that the ledger lacks is entered with the next release', async () => {
	const own = bench.newFolder();
	await bench.take(own, [{ text: first, dataCut }]);
	const of = await bench.openCurrent(own);
	await freeze(own, of, '2026-09');
	expect(await releasesListed(openLedger(own))).toEqual([]);
	await publish(own, openLedger(own), of, '2026-09', 'tester');
	expect(await releasesListed(openLedger(own))).toHaveLength(1);
	await closeLedger(own);
});

test('a first release pressed twice at once gives one revision', async () => {
	const own = bench.newFolder();
	await bench.take(own, [{ text: first, dataCut }]);
	const of = await bench.openCurrent(own);
	const press = () => publish(own, openLedger(own), of, '2026-09', 'tester');
	const both = await Promise.all([press(), press()]);
	expect(both.map(({ isNew }) => isNew)).toEqual([true, false]);
	expect(readdirSync(join(own.releases, '2026-09'))).toEqual(['1']);
	await closeLedger(own);
});
