import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dimensions } from '#lib/domain/scope.ts';
import { measures } from '#queries/measures.ts';
import { document, duban } from '../support/command-line.ts';
import { orders } from '../queries/city.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-ask-every-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const data = join(root, 'data');
beforeAll(async () => {
	const file = join(root, 'orders.csv');
	writeFileSync(file, orders);
	await document(data, ['import', file, '--data-cut', '2026-10-31 12:00:00']);
});

type Listed = { measure: string; id: string; by: string[]; columns: string[]; formula: string; needs: string[] };

test('every measure is listed with what it is asked by, its columns and its definition, without any data', async () => {
	const listed = (await document(join(root, 'empty'), ['ask', '--list'])) as Listed[];
	expect(listed.map(({ measure }) => measure)).toEqual(Object.keys(measures));
	for (const { measure, by, columns, formula, needs } of listed) {
		const allowed =
			measure === 'minors' ? [] : dimensions.filter((one) => measure !== 'notary-visits' || one !== 'month');
		expect(by).toEqual(allowed);
		expect(columns.length).toBeGreaterThan(1);
		expect(formula).not.toBe('');
		expect(needs.length).toBeGreaterThan(0);
	}
});

test('a measure answers by its key and by its id, with the columns that were listed', async () => {
	const listed = (await document(data, ['ask', '--list'])) as Listed[];
	for (const asked of ['resolved', 's3']) {
		const rows = (await document(data, ['ask', asked, '--by', 'unit'])) as Record<string, unknown>[];
		expect(rows.find(({ unit }) => unit === '城管局')).toMatchObject({
			numerator: 1,
			denominator: 3,
			notInExports: null
		});
		expect(Object.keys(rows[0]!)).toEqual(['unit', ...listed.find(({ measure }) => measure === 'resolved')!.columns]);
	}
	expect(await document(data, ['ask', 'T13-KM'])).toMatchObject([{ n: 13, open: 3, notInExports: null }]);
});

test('a measure whose column no export carries names the column, and is no 0 and no 100', async () => {
	const file = join(root, 'bare.csv');
	writeFileSync(file, '工单编号,受理时间\n1,2026-09-01 08:00:00\n');
	const bare = join(root, 'bare');
	await document(bare, ['import', file, '--data-cut', '2026-10-31 12:00:00']);
	expect(await document(bare, ['ask', 'resolved'])).toEqual([
		{
			numerator: null,
			denominator: null,
			rate: null,
			low: null,
			high: null,
			notInExports: 'visit_resolved, visit_valid'
		}
	]);
});

test('what is the city’s alone is refused by a dimension or a filter', async () => {
	for (const line of [
		['--by', 'unit'],
		['--district', '东区']
	]) {
		const { status } = await duban(data, ['ask', 'minors', ...line]);
		expect(status).toBe(2);
	}
});
