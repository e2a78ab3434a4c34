import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { matchHeaders } from '#lib/domain/header-matching.ts';
import { dayNumber } from '#lib/domain/working-days.ts';
import { headersOf } from '#seeds/files/layouts.ts';
import { planFiles } from '#seeds/files/plan.ts';
import { generateCity, type CityOptions } from '#seeds/generate.ts';
import { readCity, readExport } from './read-export.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-city-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hashes = (paths: string[]) => paths.map((path) => createHash('sha256').update(readFileSync(path)).digest('hex'));
const make = (name: string, options: Omit<CityOptions, 'folder'> = {}) =>
	generateCity({ orders: 900, ...options, folder: join(folder, name) });

test('the same seed gives the same bytes, another seed others', async () => {
	const [once, twice, other] = [await make('once'), await make('twice'), await make('other', { seed: 2 })];
	const [first, second, third] = [once, twice, other].map((files) => hashes(files.map(({ path }) => path)));
	expect(once).toHaveLength(7);
	expect(second).toEqual(first);
	for (const hash of third!) expect(first).not.toContain(hash);
});

test('the exports hold every order once, and the last brings some of them again', async () => {
	const told: number[] = [];
	const files = await make('sums', { onProgress: (written, total) => told.push(written / total) });
	const read = await Promise.all(files.map(readExport));
	const [update, ...first] = [files.at(-1)!, ...files.slice(0, -1)];
	const numbers = read.slice(0, -1).flatMap((orders) => orders.map(({ number }) => number));
	expect(read.map((orders) => orders.length)).toEqual(files.map(({ rows }) => rows));
	expect(first.reduce((sum, { rows }) => sum + rows, 0)).toBe(900);
	expect(new Set(numbers).size).toBe(900);
	expect(update.rows).toBeGreaterThan(0);
	expect(numbers).toEqual(expect.arrayContaining(read.at(-1)!.map(({ number }) => number)));
	expect((await readCity(files)).size).toBe(900);
	expect(told.at(-1)).toBe(1);
});

test('each export shows nothing later than its data cut, and the cuts go forward', async () => {
	const files = await make('cuts');
	const cuts = files.map(({ dataCut }) => dataCut);
	expect(cuts).toEqual([...cuts].sort());
	expect(cuts.at(-1)).toBe('2026-10-31 23:59:59');
	for (const file of files) {
		for (const order of await readExport(file)) {
			for (const at of ['receivedAt', 'dispatchedAt', 'signedAt', 'contactedAt', 'closedAt', 'visitedAt'] as const) {
				expect(order[at] <= file.dataCut, `${order.number} ${at} ${order[at]}`).toBe(true);
			}
		}
	}
});

test('every export says that it is made up', async () => {
	for (const { path, form } of await make('label')) {
		const bytes = readFileSync(path);
		if (form === 'xlsx') expect(String((await readXlsx(bytes)).sheets[0]!.rows[0]![0])).toContain('虚构数据');
		else {
			const text = new TextDecoder(form === 'gb18030.csv' ? 'gb18030' : 'utf-8').decode(bytes);
			const [title, ...orders] = text.trimEnd().split(/\r?\n/);
			expect(title!.includes('虚构数据') || orders.every((line) => line.endsWith(',虚构数据'))).toBe(true);
		}
	}
});

test('a workbook holds no more than it should; the rest goes on in the next file', () => {
	const [first, last] = [dayNumber('2026-07-01'), dayNumber('2026-10-31')];
	const days = last - first + 1;
	const plans = planFiles(
		first,
		last,
		Array.from({ length: days }, () => 1000)
	);
	expect(plans.map(({ form }) => form)).toEqual(['xlsx', 'utf8.csv', 'utf8.csv']);
	expect(plans[0]!.last - plans[0]!.first + 1).toBe(8);
	expect(plans[1]!.first).toBe(plans[0]!.last + 1);
	expect(plans[2]!.first).toBe(plans[1]!.last + 1);
	expect(new Set(plans.map(({ fileName }) => fileName)).size).toBe(3);
});

test('every header is one that our fields are known by, each of another field', () => {
	const first = dayNumber('2024-11-01');
	for (const { layout } of planFiles(
		first,
		first + 729,
		Array.from({ length: 730 }, () => 1)
	)) {
		const headers = headersOf(layout);
		expect([...matchHeaders(headers).values()].sort((a, b) => a - b)).toEqual([...headers.keys()]);
	}
});

test('a city whose deadlines need a calendar that is not there is refused', async () => {
	await expect(make('late', { to: '2026-12-20' })).rejects.toThrow(
		'orders received until 2026-12-20 have deadlines in 2027'
	);
});
