import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import type { Stretch } from '#lib/domain/rules/in-use.ts';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { marked, measuresInDoubt, quality, type Finding, type Quality } from '#lib/server/reports/quality.ts';
import type { Warehouse } from '#lib/server/warehouse/warehouse.ts';
import { checkKeys, checksTouching, measuresTouched, qualityCheck, type CheckKey } from '#queries/quality/index.ts';
import { asked, answered } from '../../src/commands/ask.ts';
import { parseArguments } from '../../src/commands/arguments.ts';
import { load as explain } from '../../src/routes/(supervision)/explain/[measure]/+page.server.ts';
import { load as overview } from '../../src/routes/(supervision)/overview/+page.server.ts';
import { load as page } from '../../src/routes/(supervision)/quality/+page.server.ts';
import { load as orders } from '../../src/routes/(supervision)/quality/[check]/+page.server.ts';
import { dataCut, orders as city, october } from '../queries/city.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
let folder: DataFolder;
let warehouse: Warehouse;
beforeAll(async () => {
	folder = bench.newFolder();
	await bench.take(folder, [{ text: city, dataCut, name: '十月.csv' }]);
	warehouse = await bench.openCurrent(folder);
	vi.stubEnv('DUBAN_DATA', folder.root);
});
afterAll(async () => {
	const { servedWarehouse } = await import('#lib/server/warehouse/served.ts');
	await (await servedWarehouse())?.close();
	vi.unstubAllEnvs();
	await closeLedger(folder);
});

const event = (path: string, params = {}) =>
	({ url: new URL(path, 'http://localhost'), params, locals: { user: { name: 'li' } } }) as never;
type Loaded = Record<string, unknown>;
const loaded = async (load: (event: never) => unknown, path: string, params = {}) =>
	(await load(event(path, params))) as Loaded;

describe('what is marked', () => {
	const finding = (key: CheckKey, affected: number, of: number): Finding => ({
		...{ key, affected, of, lacking: [] },
		share: of === 0 ? null : affected / of
	});
	const found = (...findings: Finding[]): Quality => ({
		...{ orders: 100, any: 1, findings },
		kinds: { completeness: 0, validity: 0, timeliness: 0, contradictions: 0 }
	});

	test('is found in a hundredth or more of the orders that it could be found in', () => {
		const report = found(finding('no-caller', 9, 1000), finding('no-unit', 10, 1000), finding('no-dispatch', 0, 0));
		expect(marked(report).map(({ key }) => key)).toEqual(['no-unit']);
	});

	test('stands beside each measure it touches, the largest share first', () => {
		const report = found(finding('closed-before-received', 2, 100), finding('midnight-closing', 3, 100));
		const inDoubt = measuresInDoubt(report);
		expect(inDoubt.get('handling-time')!.map(({ key }) => key)).toEqual(['midnight-closing', 'closed-before-received']);
		expect(new Set(inDoubt.keys())).toEqual(
			new Set([...measuresTouched('closed-before-received'), ...measuresTouched('midnight-closing')])
		);
		expect(inDoubt.has('received')).toBe(false);
	});

	test('a check that can not be made says which columns are missing, and finds neither all nor nothing', async () => {
		const { findings } = await quality(warehouse.db, october);
		expect(findings.map(({ key }) => key)).toEqual(checkKeys);
		expect(findings.find(({ key }) => key === 'no-caller')).toEqual({
			...{ key: 'no-caller', affected: null, of: null, share: null },
			lacking: ['caller_key']
		});
	});
});

describe('the page', () => {
	test('says which figures are in doubt, by how much, with the way to the orders and to the check', async () => {
		const data = await loaded(page, '/quality?period=2026-10');
		// Of October's 13 orders sent to units four can not be judged: A06, A10, A11 and A16.
		expect(data.finding).toMatch(/^受理的 15 件工单中，\d+ 件（\d+%）至少有一处存疑/);
		const rows = (data.inDoubt as { rows: { measure: { note: string }; share: Loaded; check: Loaded }[] }).rows;
		const worst = rows.find(({ measure }) => measure.note === 'T10')!;
		expect(worst.share).toMatchObject({ numerator: 4, denominator: 13 });
		expect(worst.share.href).toBe('/quality/timeliness-unknown?period=2026-10');
		expect(worst.check).toMatchObject({ value: '无法判断是否按时', href: '#timeliness-unknown' });
	});

	test('shows every check with its definition, also those that can not be made', async () => {
		const data = await loaded(page, '/quality?period=2026-10');
		type Shown = { key: string; facts: { text: string }[]; effects: { text: string }[] };
		const checks = (data.definitions as { checks: Shown[] }[]).flatMap((kind) => kind.checks);
		// The browser keys the lines by their text.
		for (const { key, effects } of checks)
			expect(new Set(effects.map(({ text }) => text)).size, key).toBe(effects.length);
		expect(checks.map(({ key }) => key).sort()).toEqual([...checkKeys].sort());
		expect(checks.find(({ key }) => key === 'no-caller')!.facts[2]!.text).toContain('导出文件中没有');
	});

	test('by unit a row of few orders says so; by another part it is another table', async () => {
		const parts = async (path: string) =>
			((await loaded(page, path)).parts as { rows: { name: Loaded }[] }).rows.map(({ name }) => name);
		const units = await parts('/quality?period=2026-10');
		expect(units.find(({ value }) => value === '城管局')!.note).toBe('件数不足 30，占比起伏大');
		expect((await parts('/quality?period=2026-10&by=channel')).map(({ value }) => value).sort()).toEqual([
			...['微信', '电话', '网站']
		]);
	});

	test('names the exports and how far behind the newest cut each lies', async () => {
		const { sources, age } = (await loaded(page, '/quality?period=2026-10')) as {
			sources: { rows: Loaded[]; fileRows: number };
			age: { text: string }[];
		};
		expect(sources.rows).toMatchObject([{ sourceName: { value: '十月.csv' }, daysBehind: { value: 0 } }]);
		expect(sources.fileRows).toBe(1);
		expect(age[1]!.text).toBe('1 个，其中 0 个的截止早于最新截止 31 天以上');
	});
});

test('the orders of a check are as many as it says, and looking at them is written down', async () => {
	const params = { check: 'timeliness-unknown' };
	const data = await loaded(orders, '/quality/timeliness-unknown?period=2026-10', params);
	expect((data.table as { rows: { number: Loaded }[] }).rows.map(({ number }) => number.value).sort()).toEqual([
		...['A06', 'A10', 'A11', 'A16']
	]);
	expect(data.finding).toBe('4 件，共 13 件可查');
	const [last] = await auditLatest(openLedger(folder), 1);
	expect(last).toMatchObject({ actor: 'li', action: 'orders_viewed', object: 'quality timeliness-unknown' });
	await expect(loaded(orders, '/quality/nothing', { check: 'nothing' })).rejects.toMatchObject({ status: 404 });
	await expect(loaded(orders, '/quality/no-unit?page=2', { check: 'no-unit' })).rejects.toMatchObject({ status: 404 });
});

test('a page carries the marks of its own period, each with its numbers and a way to the check', async () => {
	const data = await loaded(overview, '/overview?period=2026-10');
	const { measures, checks } = (data.page as { quality: { measures: Loaded; checks: Record<string, Loaded> } }).quality;
	expect(measures['on-time-closed']).toBe('timeliness-unknown');
	expect(checks['timeliness-unknown']).toEqual({
		text: '存疑 31%：无法判断是否按时',
		detail: '2026年10月受理的转部门办理的工单中，4 / 13 件：无法判断是否按时',
		href: '/quality?period=2026-10#timeliness-unknown'
	});
	expect(measures.received).toBeUndefined();
});

test('a measure’s explanation lists every check that touches it, with what it found and what that does', async () => {
	const data = await loaded(explain, '/explain/on-time-due?period=2026-10', { measure: 'on-time-due' });
	const checks = data.checks as { name: string; text: string; href: string }[];
	expect(checks.map(({ name }) => name)).toEqual(
		checksTouching('on-time-due').map((key) => qualityCheck(key).name['zh-CN'])
	);
	expect(checks.find(({ href }) => href.endsWith('#timeliness-unknown'))!.text).toBe(
		'4 / 13 件（31%），这些工单有期限的留在分母，不算按期；没有期限的不计入'
	);
});

describe('ask quality', () => {
	const rules: [Stretch[], null] = [[{ from: null, rules: plainRules }], null];
	const ask = (...line: string[]) => answered(warehouse.db, asked(parseArguments(['quality', ...line])), rules);

	test('answers a row a check, as the page counts', async () => {
		const rows = await ask('--period', '2026-10');
		expect(rows.map(({ check }) => check)).toEqual(checkKeys);
		expect(rows.find(({ check }) => check === 'timeliness-unknown')).toMatchObject({
			...{ id: 'D11', kind: 'validity', affected: 4, of: 13, share: 4 / 13, marked: true, notInExports: null }
		});
		expect(rows.find(({ check }) => check === 'no-caller')).toMatchObject({
			...{ affected: null, share: null, marked: null, notInExports: 'caller_key' }
		});
	});

	test('by unit, month or source a row a value, whose orders add up', async () => {
		for (const by of ['unit', 'month', 'source']) {
			const rows = await ask('--period', '2026-10', '--by', by);
			expect(rows.every((row) => by in row)).toBe(true);
			expect(rows.reduce((sum, row) => sum + Number(row.received), 0)).toBe(15);
		}
		expect((await ask('--by', 'source'))[0]).toMatchObject({ source: '十月.csv', dataCut, daysBehind: 0 });
	});
});
