import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cellText, fullCell, type CellKind } from '#lib/components/table.ts';
import { hidden } from '#lib/domain/disclosure.ts';
import { formatCount, formatDuration, formatMonth } from '#lib/domain/format.ts';
import { freeze } from '#lib/server/release/freeze.ts';
import { readRelease } from '#lib/server/release/read-release.ts';
import { fromDuckDb } from '#lib/server/warehouse/values.ts';
import { releasedTableView } from '#lib/view/release-tables.ts';
import { GET as file } from '../../src/routes/(public)/releases/[period]/[revision]/[file]/+server.ts';
import { GET as parquet } from '../../src/routes/(public)/releases/[period]/[revision]/[table].parquet/+server.ts';
import { GET as xlsx } from '../../src/routes/(public)/releases/[period]/[revision]/[table].xlsx/+server.ts';
import { GET as png } from '../../src/routes/(public)/releases/[period]/[revision]/charts/[chart].png/+server.ts';
import { GET as svg } from '../../src/routes/(public)/releases/[period]/[revision]/charts/[chart].svg/+server.ts';
import { warehouseBench } from '../support/warehouse.ts';
import { dataCut, releasedOrders } from './released-city.ts';

const bench = warehouseBench();
const scratch = mkdtempSync(join(tmpdir(), 'duban-released-'));
let shelf: string;
beforeAll(async () => {
	const folder = bench.newFolder();
	await bench.take(folder, [{ text: releasedOrders, dataCut }]);
	const warehouse = await bench.openCurrent(folder);
	for (const period of ['2026-08', '2026-09']) await freeze(folder, warehouse, period);
	shelf = folder.releases;
	vi.stubEnv('DUBAN_DATA', folder.root);
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(scratch, { recursive: true });
});

type Endpoint = (event: never) => Response | Promise<Response>;
const asked = async (GET: unknown, params: Record<string, string>, heard: Record<string, string> = {}) =>
	(GET as Endpoint)({
		params: { period: '2026-09', revision: '1', ...params },
		locals: { locale: 'zh-CN' },
		setHeaders: (headers: Record<string, string>) => void Object.assign(heard, headers)
	} as never);
const release = () => readRelease({ period: '2026-09', revision: 1 });
const ids = [
	'volumes-by-month',
	'volumes-by-district',
	'volumes-by-kind',
	'timeliness-by-district',
	'timeliness-by-unit',
	'on-time-by-district',
	'handling-time-by-district',
	'stages',
	'ranking',
	'return-visits-by-district',
	'return-visits-by-unit'
];

/** The rows of a Parquet file, and what stands in its own metadata. */
async function readParquet(bytes: ArrayBuffer) {
	const path = join(scratch, 'table.parquet');
	writeFileSync(path, Buffer.from(bytes));
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
	const rows = (await ask(`select * from '${path}'`)).map((row) =>
		Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDuckDb(value)]))
	);
	const notes = await ask(`select decode(key) as key, decode(value) as value from parquet_kv_metadata('${path}')`);
	connection.closeSync();
	instance.closeSync();
	return { rows, notes: notes.map(({ key, value }) => `${String(key)} ${String(value)}`).join('\n') };
}

/** What a spreadsheet shows of a cell; months stand in files as '2026-09'. */
function displayed(value: unknown, format: string | undefined, kind: CellKind): string {
	if (typeof value === 'string' && /^\d{4}-\d{2}$/.test(value)) return formatMonth(value, 'zh-CN');
	if (typeof value !== 'number') return typeof value === 'string' && value !== '' ? value : '–';
	if (kind === 'duration') return formatDuration(value, 'zh-CN');
	if (format === '0%' || format === '0.0%') return `${(value * 100).toFixed(format === '0%' ? 0 : 1)}%`;
	return formatCount(value, 'zh-CN');
}

describe.each(ids)('the released table %s', (id) => {
	test('as a workbook shows what the page shows, digit by digit', async () => {
		const bytes = await (await asked(xlsx, { table: id })).arrayBuffer();
		const { sheets } = await readXlsx(new Uint8Array(bytes), { readStyles: true });
		const page = releasedTableView(release(), id)!;
		const [sheet] = sheets;
		const headings = page.columns.map(({ heading, kind }) => (kind === 'duration' ? `${heading}（秒）` : heading));
		expect(sheet!.rows[0]).toEqual(headings);
		const shown = [...page.rows, ...(page.total ? [page.total] : [])].map((row) =>
			page.columns.map(({ key, kind }) => cellText(fullCell(row[key]), kind, 'zh-CN') || '–')
		);
		const found = shown.map((_, line) =>
			page.columns.map(({ kind }, place) => {
				const style = sheet!.cells?.get(`${line + 1},${place}`)?.style;
				return displayed(sheet!.rows[line + 1]?.[place], style?.numFmt, kind);
			})
		);
		expect(found).toEqual(shown);
		expect(sheet!.rows).toHaveLength(shown.length + 1);
	});

	test('as a workbook says which release it is of and defines its measures', async () => {
		const bytes = await (await asked(xlsx, { table: id })).arrayBuffer();
		const about = (await readXlsx(new Uint8Array(bytes))).sheets[1]!.rows.map((row) => row.join(' ')).join('\n');
		for (const said of ['2026年9月（第 1 版）', dataCut, release().manifest.warehouseVersion, '<10', '归期依据'])
			expect(about).toContain(said);
	});

	test('as Parquet holds the same figures, and names what it can not hold', async () => {
		const { rows, notes } = await readParquet(await (await asked(parquet, { table: id })).arrayBuffer());
		const workbook = await readXlsx(new Uint8Array(await (await asked(xlsx, { table: id })).arrayBuffer()));
		const lines = workbook.sheets[0]!.rows.slice(1);
		const { columns, total } = release().tables[id]!;
		expect(rows).toHaveLength(lines.length);
		expect(rows.filter((row) => row.is_total)).toHaveLength(total ? 1 : 0);
		const signs = ['is_total', 'withheld', 'at_least', 'at_most'];
		rows.forEach((row, line) => {
			const names = Object.keys(row).filter((name) => !signs.includes(name));
			expect(names.length).toBeLessThanOrEqual(columns.length);
			names.forEach((name, place) => {
				const cell = lines[line]![place] ?? null;
				if (typeof row[name] !== 'number' && row[name] !== null) return;
				const isNamed = (sign: string) =>
					String(row[sign] ?? '')
						.split(',')
						.includes(name);
				if (cell === hidden) expect([row[name], isNamed('withheld')], name).toEqual([null, true]);
				else if (/^[≥>]/.test(String(cell))) expect(isNamed('at_least'), name).toBe(true);
				else if (typeof cell === 'number') expect(row[name], name).toBe(cell);
			});
		});
		for (const said of ['2026年9月（第 1 版）', dataCut, '归期依据']) expect(notes).toContain(said);
	});

	test('has in no form a count from 1 to 9, nor one that is not rounded', async () => {
		const { rows } = await readParquet(await (await asked(parquet, { table: id })).arrayBuffer());
		const counts = release().tables[id]!.columns.filter(({ kind }) => kind === 'count');
		for (const row of rows) {
			for (const { key } of counts) {
				const value = row[key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
				if (typeof value === 'number') expect(value % 5 === 0 && (value === 0 || value >= 10), key).toBe(true);
			}
		}
	});
});

test('what is hidden and what rounding made whole do occur in these releases', async () => {
	const { rows } = await readParquet(await (await asked(parquet, { table: 'timeliness-by-unit' })).arrayBuffer());
	expect(rows.some((row) => String(row.withheld).includes('total'))).toBe(true);
	const ranking = await readParquet(await (await asked(parquet, { table: 'ranking' })).arrayBuffer());
	const whole = ranking.rows.find((row) => row.at_least === 'rate')!;
	expect(whole.rate).toBeLessThan(1);
	expect(whole.rate).toBeGreaterThan(0.8);
});

describe('files of a release', () => {
	test('are named in words, and may be kept for a while', async () => {
		const heard: Record<string, string> = {};
		const response = await asked(xlsx, { table: 'ranking' }, heard);
		const names = response.headers.get('content-disposition')!;
		expect(names).toContain('filename="duban-2026-09-r1-ranking.xlsx"');
		expect(decodeURIComponent(names)).toContain(`UTF-8''2026年9月发布（第 1 版）-按期办结率，按承办单位.xlsx`);
		expect(heard['cache-control']).toBe('public, max-age=300');
		const csv = await asked(file, { file: 'ranking.csv' });
		expect(decodeURIComponent(csv.headers.get('content-disposition')!)).toContain('按期办结率，按承办单位.csv');
		expect(Buffer.from(await csv.arrayBuffer())).toEqual(readFileSync(join(shelf, '2026-09/1/ranking.csv')));
	});

	test.each(['districts', 'units', 'outcomes', 'answers', 'months'])(
		'picture %s leaves in both forms',
		async (chart) => {
			const drawing = await asked(svg, { chart });
			const text = await drawing.text();
			for (const said of ['归期依据', '2026年9月30日', release().manifest.warehouseVersion].slice(
				chart === 'months' ? 2 : 0
			))
				expect(text).toContain(said);
			const picture = await asked(png, { chart });
			expect(picture.headers.get('content-type')).toBe('image/png');
			expect(Buffer.from(await picture.arrayBuffer()).toString('latin1', 1, 4)).toBe('PNG');
		}
	);

	test.each([
		[xlsx, { table: 'nothing' }],
		[xlsx, { table: 'constructor' }],
		[parquet, { table: '../2026-08/1/ranking' }],
		[parquet, { table: 'ranking', revision: '2' }],
		[svg, { chart: 'times' }],
		[png, { chart: 'constructor' }],
		[png, { chart: 'units', period: '2026-07' }]
	])('%o %o are not there', async (GET, params) => {
		await expect((async () => asked(GET, params as unknown as Record<string, string>))()).rejects.toMatchObject({
			status: 404
		});
	});
});
