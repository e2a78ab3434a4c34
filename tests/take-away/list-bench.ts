import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { addAccount, disableAccount } from '#lib/server/auth/accounts.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { publish } from '#lib/server/release/publish.ts';
import { GET as importsCsv } from '../../src/routes/(office)/imports/[list].csv/+server.ts';
import { GET as importsParquet } from '../../src/routes/(office)/imports/[list].parquet/+server.ts';
import { GET as importsXlsx } from '../../src/routes/(office)/imports/[list].xlsx/+server.ts';
import { GET as publishingCsv } from '../../src/routes/(office)/publishing/[list].csv/+server.ts';
import { GET as publishingParquet } from '../../src/routes/(office)/publishing/[list].parquet/+server.ts';
import { GET as publishingXlsx } from '../../src/routes/(office)/publishing/[list].xlsx/+server.ts';
import { GET as accountsCsv } from '../../src/routes/(office)/users/accounts.csv/+server.ts';
import { GET as accountsParquet } from '../../src/routes/(office)/users/accounts.parquet/+server.ts';
import { GET as accountsXlsx } from '../../src/routes/(office)/users/accounts.xlsx/+server.ts';
import { GET as releasesCsv } from '../../src/routes/(public)/releases/[list].csv/+server.ts';
import { GET as releasesParquet } from '../../src/routes/(public)/releases/[list].parquet/+server.ts';
import { GET as releasesXlsx } from '../../src/routes/(public)/releases/[list].xlsx/+server.ts';
import { rowsIn, warehouseBench } from '../support/warehouse.ts';
import { dataCut, releasedOrders } from './released-city.ts';

const files = {
	releases: { csv: releasesCsv, xlsx: releasesXlsx, parquet: releasesParquet },
	imports: { csv: importsCsv, xlsx: importsXlsx, parquet: importsParquet },
	publishing: { csv: publishingCsv, xlsx: publishingXlsx, parquet: publishingParquet },
	users: { csv: accountsCsv, xlsx: accountsXlsx, parquet: accountsParquet }
};
export type Door = keyof typeof files;
export type Ending = keyof (typeof files)[Door];
export const endings: Ending[] = ['csv', 'xlsx', 'parquet'];

/** Lists of a town with a taken, a repeated and a refused file, two months and a quarter released, and three accounts. */
export function listBench() {
	const bench = warehouseBench();
	const scratch = mkdtempSync(join(tmpdir(), 'duban-lists-'));
	const oddName = '=1+1\u202e.csv';
	let folder: DataFolder;
	beforeAll(async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-21T20:00:00Z') });
		folder = bench.newFolder();
		vi.stubEnv('DUBAN_DATA', folder.root);
		const ledger = openLedger(folder);
		for (const one of [
			{ text: releasedOrders, name: '八月九月.csv', dataCut },
			{ text: releasedOrders, name: '再来一次.csv', dataCut },
			{ text: '', name: oddName }
		]) {
			await recordImports(folder, ledger, await bench.take(folder, [one]), 'test');
			vi.setSystemTime(Date.now() + 60_000);
		}
		const warehouse = await bench.openCurrent(folder);
		for (const period of ['2026-08', '2026-09']) await publish(folder, ledger, warehouse, period, '张三');
		await publish(folder, ledger, warehouse, '2026-Q3', 'command line');
		for (const [name, role] of [
			['guanli', 'admin'],
			['李四', 'deputy'],
			['王五', 'supervisor']
		] as const)
			await addAccount(ledger, { name, role, password: 'rain on the roof, again', by: 'test' });
		await disableAccount(ledger, '李四', 'guanli');
	});
	afterAll(async () => {
		vi.useRealTimers();
		const { servedWarehouse } = await import('#lib/server/warehouse/served.ts');
		await (await servedWarehouse())?.close();
		vi.unstubAllEnvs();
		await closeLedger(folder);
		rmSync(scratch, { recursive: true });
	});

	const locals = { user: { name: 'guanli', role: 'admin' }, session: null, locale: 'zh-CN' };
	const event = (params = {}, heard: Record<string, string> = {}) =>
		({ params, locals, setHeaders: (headers: object) => void Object.assign(heard, headers) }) as never;
	const get = async (door: Door, list: string, ending: Ending, heard = {}): Promise<Response> =>
		(files[door][ending] as (event: never) => Promise<Response>)(event({ list }, heard));

	/** A list in all three forms; CSV and workbook must agree before anything else is looked at. */
	async function taken(door: Door, list: string) {
		const [csv, xlsx, parquet] = await Promise.all(endings.map((ending) => get(door, list, ending)));
		const { sheets } = await readXlsx(new Uint8Array(await xlsx!.arrayBuffer()));
		const rows = sheets[0]!.rows.map((row) => row.map((cell) => (cell ?? null) as string | number | null));
		const text = (await csv!.text()).replace(/^\uFEFF/, '');
		const lines = text.split('\r\n');
		expect(lines.slice(0, rows.length).map((line) => line.replaceAll('"', ''))).toEqual(
			rows.map((row) => row.map((cell) => cell ?? '').join(','))
		);
		const path = join(scratch, 'list.parquet');
		const bytes = Buffer.from(await parquet!.arrayBuffer());
		writeFileSync(path, bytes);
		const notes = await rowsIn(':memory:', `select decode(value) as value from parquet_kv_metadata('${path}')`);
		return {
			headings: rows[0] as string[],
			rows: rows.slice(1),
			said: { csv: text, xlsx: sheets[1]!.rows.flat().join('\n'), parquet: notes.map(({ value }) => value).join('\n') },
			parquet: await rowsIn(':memory:', `select * from '${path}'`),
			bytes,
			name: csv!.headers.get('content-disposition')!
		};
	}

	return { bench, standing: () => folder, event, get, taken };
}
