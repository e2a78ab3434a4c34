import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { GET as chartSvg } from '../../src/routes/(supervision)/charts/[page]/[chart].svg/+server.ts';
import { load as methods } from '../../src/routes/(supervision)/methods/+page.server.ts';
import { GET as tableCsv } from '../../src/routes/(supervision)/tables/[table].csv/+server.ts';
import { GET as tableParquet } from '../../src/routes/(supervision)/tables/[table].parquet/+server.ts';
import { GET as tableXlsx } from '../../src/routes/(supervision)/tables/[table].xlsx/+server.ts';
import { dataCut, orders } from '../queries/city.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
let folder: DataFolder;
beforeAll(async () => {
	folder = bench.newFolder();
	await bench.take(folder, [{ text: orders, dataCut }]);
	vi.stubEnv('DUBAN_DATA', folder.root);
});
afterAll(async () => {
	const { servedWarehouse } = await import('#lib/server/warehouse/served.ts');
	await (await servedWarehouse())?.close();
	vi.unstubAllEnvs();
});

type Endpoint = (event: never) => Response | Promise<Response>;
const at = (GET: Endpoint, address: string, params: Record<string, string>) =>
	GET({ url: new URL(address, 'http://localhost'), params, locals: { user: { name: 'li' } } } as never);
const header = /^attachment; filename="([\w.-]+)"; filename\*=UTF-8''([\w.!~%-]+)$/;
const namesOf = (response: Response) => header.exec(response.headers.get('content-disposition') ?? '') ?? [];
const nameOf = (response: Response) => namesOf(response)[1];
const fullNameOf = (response: Response) => decodeURIComponent(namesOf(response)[2] ?? '');

const files = { csv: tableCsv, xlsx: tableXlsx, parquet: tableParquet } as unknown as Record<string, Endpoint>;

describe.each(Object.entries(files))('a table as %s', (ending, GET) => {
	test.each(Object.keys(tables))('%s is a file named after table and period', async (table) => {
		const response = await at(GET, `/tables/${table}.${ending}?period=2026-09&measure=on-time-due`, { table });
		expect(response.status).toBe(200);
		expect(nameOf(response)).toBe(`${table}-2026-09.${ending}`);
		expect(fullNameOf(response)).toMatch(
			new RegExp(`^[\\p{Script=Han}（）]{3,}(-按承办单位|-按月份)?-2026年9月\\.${ending}$`, 'u')
		);
		const start = Buffer.from(await response.arrayBuffer())
			.subarray(0, 4)
			.toString('latin1');
		expect(start).toMatch({ csv: /^ï»¿/, xlsx: /^PK/, parquet: /^PAR1$/ }[ending]!);
	});

	test('is named incomplete where the data cut lies within its period', async () => {
		const response = await at(GET, `/tables/volumes.${ending}?period=2026-10`, { table: 'volumes' });
		expect(nameOf(response)).toBe(`volumes-2026-10-incomplete.${ending}`);
		expect(fullNameOf(response)).toBe(`受理量-按承办单位-2026年10月-期间未完.${ending}`);
	});

	test.each(['nothing', 'constructor', '../volumes'])('called %s is not there', async (table) => {
		await expect(at(GET, `/tables/x.${ending}`, { table })).rejects.toMatchObject({ status: 404 });
	});
});

test('a file of orders holds all that the number counts, and who took it is written down', async () => {
	const query = '?period=2026-10&measure=on-time-due&part=denominator';
	const response = await at(files.csv!, `/tables/orders-behind.csv${query}`, { table: 'orders-behind' });
	const numbers = (await response.text()).match(/^A\d\d/gm);
	expect(numbers).toEqual(['A15', 'A03', 'A06', 'A05', 'A09', 'A10', 'A08', 'A12', 'A14']);
	const [last] = await auditLatest(openLedger(folder), 1);
	expect(last).toMatchObject({ actor: 'li', action: 'orders_viewed', object: 'on-time-due' });
	for (const measure of ['minors', 'nothing', ''])
		await expect(
			at(files.csv!, `/tables/orders-behind.csv?measure=${measure}`, { table: 'orders-behind' })
		).rejects.toMatchObject({ status: 404 });
});

test('the watch list as a file says why each order stands in it, of any day of receipt', async () => {
	const response = await at(files.csv!, '/tables/watch-list.csv', { table: 'watch-list' });
	expect(await response.text()).toMatch(/^A05,逾期[^,]*,住建局,求助,2026-10-05 09:00:00,/m);
});

test('a file of a period that is not over holds the same days of it as the page does, where it is asked to', async () => {
	const textOf = async (query: string) =>
		(await at(files.csv!, `/tables/changes-by.csv?period=2026-10&by=unit${query}`, { table: 'changes-by' })).text();
	const [whole, same] = await Promise.all([textOf(''), textOf('&days=same')]);
	expect(whole).toContain('2026年10月\r\n');
	expect(same).toContain('2026年10月1日 至 2026年10月30日');
	// T is the 31st at noon: of the 30 days that are whole the earlier period gives as many.
	const movement = await at(files.csv!, '/tables/movement.csv?period=2026-10&compare=year', { table: 'movement' });
	expect(await movement.text()).toContain('2026年10月1日 至 2026年10月30日');
});

test('CSV and workbook hold the same rows, and both say what they were kept to', async () => {
	const address = '?from=2026-09-01&to=2026-10-31&district=东区&by=kind';
	const csv = await (await at(files.csv!, `/tables/timeliness.csv${address}`, { table: 'timeliness' })).text();
	const response = await at(files.xlsx!, `/tables/timeliness.xlsx${address}`, { table: 'timeliness' });
	const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
	const lines = csv.replace(/^\uFEFF/, '').split('\r\n');
	const rows = sheets[0]!.rows.map((row) => row.map((cell) => cell ?? '').join(','));
	expect(lines.slice(0, rows.length)).toEqual(rows);
	expect(lines).toContain('区县：东区');
	expect(sheets[1]!.rows.flat()).toContain('区县：东区');
	// The definitions name the day their orders count on.
	expect(lines.filter((line) => line.includes('归期依据'))).toHaveLength(6);
});

describe('a chart as SVG', () => {
	test.each([
		['overview', 'funnel'],
		['overview', 'states'],
		['completion', 'chart'],
		['response-times', 'chart'],
		['return-visits', 'flow']
	])('%s/%s is drawn by its page and says where it is from', async (page, chart) => {
		const address = `/charts/${page}/${chart}.svg?from=2026-09-01&to=2026-10-31&district=东区&district=西区`;
		const response = await at(chartSvg as unknown as Endpoint, address, { page, chart });
		expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
		expect(nameOf(response)).toBe(`${page}-${chart}.svg`);
		const svg = await response.text();
		expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
		expect(svg).toContain('东区');
		expect(svg).toContain('2026年10月31日');
	});

	test.each([
		['overview', 'nothing'],
		['overview', 'page'],
		['overview', 'constructor'],
		['ranking', 'charts-99'],
		['constructor', 'funnel'],
		['methods', 'chart']
	])('%s/%s is not there', async (page, chart) => {
		const asked = at(chartSvg as unknown as Endpoint, `/charts/${page}/${chart}.svg`, { page, chart });
		await expect(asked).rejects.toMatchObject({ status: 404 });
	});
});

test('the methods page has a statement for every measure, and knows what the exports carry', async () => {
	const data = (await methods({ url: new URL('http://localhost/methods') } as never)) as {
		methods: { key: string; sql: string; facts: { text: string }[] }[];
	};
	for (const { key, sql, facts } of data.methods) {
		if (key === 'knowledge-base') {
			// In no file that Duban reads: nothing to ask, and it says so.
			expect(sql).toBeNull();
			expect(facts.some(({ text }) => /知识库更新记录/.test(text))).toBe(true);
			continue;
		}
		expect(sql, key).toMatch(/^(select|with) /);
		expect(
			facts.some(({ text }) => /已载入的导出文件/.test(text)),
			key
		).toBe(true);
	}
});
