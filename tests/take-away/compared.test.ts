import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fullCell } from '#lib/components/table.ts';
import { freeze } from '#lib/server/release/freeze.ts';
import { releasesInForce } from '#lib/server/release/read-release.ts';
import { compareView } from '#lib/view/compare-view.ts';
import { namedPeriodName } from '#lib/view/period-names.ts';
import { load } from '../../src/routes/(review)/compare/+page.server.ts';
import { GET as png } from '../../src/routes/(review)/compare/charts/[chart].png/+server.ts';
import { GET as svg } from '../../src/routes/(review)/compare/charts/[chart].svg/+server.ts';
import { GET as csv } from '../../src/routes/(review)/compare.csv/+server.ts';
import { GET as parquet } from '../../src/routes/(review)/compare.parquet/+server.ts';
import { GET as xlsx } from '../../src/routes/(review)/compare.xlsx/+server.ts';
import { warehouseBench } from '../support/warehouse.ts';
import { dataCut, releasedOrders } from './released-city.ts';

const bench = warehouseBench();
beforeAll(async () => {
	const folder = bench.newFolder();
	await bench.take(folder, [{ text: releasedOrders, dataCut }]);
	const warehouse = await bench.openCurrent(folder);
	for (const period of ['2026-08', '2026-09']) await freeze(folder, warehouse, period);
	vi.stubEnv('DUBAN_DATA', folder.root);
});
afterAll(() => void vi.unstubAllEnvs());

type Endpoint = (event: never) => Response | Promise<Response>;
const asked = async (GET: unknown, query: string, params: Record<string, string> = {}) =>
	(GET as Endpoint)({ url: new URL(`http://localhost/compare${query}`), params } as never);
const units = '?unit=甲局&unit=戊局';

describe('a comparison to take away', () => {
	test('has the same lines as CSV and as workbook, with the digits of the page', async () => {
		const text = (await (await asked(csv, units)).text()).replace(/^\uFEFF/, '').split('\r\n');
		const bytes = new Uint8Array(await (await asked(xlsx, units)).arrayBuffer());
		const rows = (await readXlsx(bytes)).sheets[0]!.rows.map((row) => row.map((cell) => cell ?? '').join(','));
		expect(text.slice(0, rows.length)).toEqual(rows);
		const view = compareView(releasesInForce(), 'unit', ['甲局', '戊局'])!;
		const [table] = view.measures.find(({ measure }) => measure === 'on-time-due')!.tables;
		for (const row of table!.rows) {
			for (const [place, name] of ['甲局', '戊局'].entries()) {
				const shown = String(fullCell(row[`row${place}`]).value);
				const line = rows.find((one) => {
					const [period, , , , who, , , rate] = one.split(',');
					const inFile = /^[\d.]+$/.test(rate ?? '') ? `${Math.round(Number(rate) * 100)}%` : rate;
					return namedPeriodName(period ?? '') === fullCell(row.period).value && who === name && inFile === shown;
				});
				expect(line, `${name} ${shown}`).toBeDefined();
			}
		}
		expect(rows.some((row) => row.includes('≥'))).toBe(true);
	});

	test('says in every form what it rests on', async () => {
		const version = releasesInForce()[0]!.manifest.warehouseVersion;
		const said = ['2026年8月 – 2026年9月', dataCut, version, '归期依据', '<10'];
		const text = await (await asked(csv, units)).text();
		const sheets = (await readXlsx(new Uint8Array(await (await asked(xlsx, units)).arrayBuffer()))).sheets;
		const about = sheets[1]!.rows.flat().join('\n');
		const bytes = Buffer.from(await (await asked(parquet, units)).arrayBuffer());
		for (const words of said) for (const file of [text, about, bytes.toString('utf8')]) expect(file).toContain(words);
		expect(bytes.toString('latin1', 0, 4)).toBe('PAR1');
	});

	test('is named after those compared', async () => {
		const names = (await asked(xlsx, units)).headers.get('content-disposition')!;
		expect(names).toContain('filename="duban-compare-unit.xlsx"');
		expect(decodeURIComponent(names)).toContain('甲局');
	});

	test('has each picture of the page in both forms', async () => {
		const data = (await load({ url: new URL(`http://localhost/compare${units}`) } as never)) as {
			view: NonNullable<ReturnType<typeof compareView>>;
			foot: { period: string; definitions: unknown[] };
		};
		expect(data.foot.period).toBe('2026年8月 – 2026年9月');
		expect(data.foot.definitions.length).toBe(data.view.measures.length);
		const drawn = data.view.measures.filter(({ chart }) => chart !== null);
		expect(drawn.length).toBeGreaterThan(2);
		for (const { measure } of drawn) {
			const drawing = await (await asked(svg, units, { chart: measure })).text();
			for (const words of [dataCut, '2026年8月 – 2026年9月', '归期依据']) expect(drawing, measure).toContain(words);
			const picture = Buffer.from(await (await asked(png, units, { chart: measure })).arrayBuffer());
			expect(picture.toString('latin1', 1, 4)).toBe('PNG');
		}
	});

	test.each([
		[csv, ''],
		[xlsx, '?unit=甲局'],
		[parquet, '?unit=甲局&unit=没有'],
		[png, units],
		[svg, '?district=东区']
	])('%o of %j is not there: nothing to compare', async (GET, query) => {
		await expect((async () => asked(GET, query, { chart: 'constructor' }))()).rejects.toMatchObject({ status: 404 });
	});
});
