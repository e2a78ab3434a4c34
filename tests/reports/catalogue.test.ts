import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TableRow } from '#lib/components/table.ts';
import { answer } from '#lib/server/reports/answers.ts';
import { catalogue } from '#lib/server/reports/catalogue.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { catalogueFinding, catalogueView } from '#lib/view/catalogue-view.ts';
import { optionalColumns } from '#queries/columns-carried.ts';
import { besideOrders, measures, type MeasureKey } from '#queries/measures.ts';
import { cityOfOrders, october, scope } from '../queries/city.ts';

const city = cityOfOrders();
const sample = cityOfOrders(
	readFileSync(resolve(import.meta.dirname, '../../seeds/exports/回访工单_2026年10月.csv'), 'utf8')
);

describe.each([
	['the hand-countable city', () => city.db],
	['an export of the made-up city', () => sample.db]
])('%s', (_, db) => {
	test('every measure is there once, with the very answer of its own question or what it lacks', async () => {
		for (const asked of [scope(), october, scope({ unit: ['城管局'] })]) {
			const { ofOrders, beside } = await catalogue(db(), asked);
			expect(ofOrders.map(({ key }) => key)).toEqual(Object.keys(measures));
			expect(beside.map(({ key }) => key)).toEqual(Object.keys(besideOrders));
			for (const entry of ofOrders) {
				if (entry.lack === null) expect(entry.answer, entry.key).toEqual(await answer(db(), entry.key, asked));
				else expect(entry.answer, entry.key).toBeNull();
			}
		}
	});
});

test('of every column that a measure needs it is known whether the exports carry it', () => {
	const known: readonly string[] = [...optionalColumns, 'received_at'];
	for (const { id, needs } of Object.values(measures)) {
		expect(
			needs.filter((column) => !known.includes(column)),
			id
		).toEqual([]);
	}
});

/** Which columns a measure of the hand-countable city lacks; null where it can be told. */
const lackOf = async (key: string) => {
	const { ofOrders, beside } = await catalogue(city.db, october);
	return [...ofOrders, ...beside].find((entry) => entry.key === key)!.lack;
};

test('a measure whose columns no export carries says which, and has no 0', async () => {
	expect(await lackOf('on-time-due')).toBeNull();
	expect(await lackOf('signed-on-time')).toBeNull();
	expect(await lackOf('dispatch-accuracy')).toEqual({
		reason: 'columns',
		columns: ['return_approved_count', 'redispatch_count']
	});
	expect(await lackOf('repeat')).toEqual({ reason: 'columns', columns: ['caller_key'] });
	expect(await lackOf('answer-rate')).toEqual({ reason: 'file', columns: ['answered', 'offered'] });
	expect(await lackOf('knowledge-base')).toEqual({ reason: 'file', columns: [] });
});

const noteOf = ({ measure }: TableRow) => (measure as { note: string }).note;
const links = {
	scope: october,
	periodName: '10月',
	explain: (key: string) => `/e/${key}`,
	behind: (key: string, part: string) => `/o/${key}/${part}`
};

test('the page: values with their parts behind links, a dash and a sentence where something is missing', async () => {
	const all = await catalogue(city.db, october);
	const themes = catalogueView(all, links);
	const rows = themes.flatMap(({ table }) => table.rows);
	expect(rows).toHaveLength(Object.keys(measures).length + Object.keys(besideOrders).length);
	const row = (name: string) => rows.find(({ measure }) => (measure as { value: string }).value === name)!;
	expect(row('按期办结率（应办结口径）')).toEqual({
		measure: { value: '按期办结率（应办结口径）', href: '/e/on-time-due', note: 'T9', measure: 'on-time-due' },
		value: { value: '56%', href: '/e/on-time-due' },
		numerator: { value: 5, href: '/o/on-time-due/numerator' },
		denominator: { value: 9, href: '/o/on-time-due/denominator' }
	});
	expect(row('派单准确率')).toEqual({
		measure: { value: '派单准确率', href: '/e/dispatch-accuracy', note: 'T3；导出文件里没有：退单通过次数、重派次数' },
		value: { value: null },
		numerator: {},
		denominator: {}
	});
	expect(row('人工接通率').value).toEqual({ value: null });
	expect(noteOf(row('人工接通率'))).toContain('人工接听');
	expect(noteOf(row('知识库更新'))).toContain('知识库更新记录');
	const missing = rows.filter((one) => /没有：|需要/.test(noteOf(one))).length;
	expect(catalogueFinding(all)).toContain(`${missing} 个缺少`);
});

test('kept to a unit the city’s own number, calls and seats are not asked, and say so', async () => {
	const kept = scope({ unit: ['城管局'] });
	const rows = catalogueView(await catalogue(sample.db, kept), { ...links, scope: kept }).flatMap(
		({ table }) => table.rows
	);
	const row = (name: string) => rows.find(({ measure }) => (measure as { value: string }).value === name)!;
	expect(noteOf(row('未成年人工单量'))).toBe('M-n；只有全市数，去掉筛选后才显示');
	expect(noteOf(row('人工接通率'))).toBe('C1；通话只有热线和日期，不能按所选条件筛选');
	expect(noteOf(row('每十万人座席数'))).toBe('C10；座席数和话务人员数只到区县，不能按所选条件筛选');
	expect(noteOf(row('万人诉求比'))).toContain('人口');
});

test('the file has the same figures, unrounded, each with its unit', async () => {
	const table = await tables.catalogue(city.db, { scope: october, by: 'unit', language: 'en' });
	const row = (key: MeasureKey) => table.rows.find(({ measure }) => measure === key);
	expect(row('on-time-due')).toMatchObject({
		measureId: 'T9',
		measureName: 'On-time rate, by due date',
		value: 5 / 9,
		valueUnit: 'unit-share',
		numerator: 5,
		denominator: 9,
		lacking: null
	});
	expect(row('repeat')).toMatchObject({ value: null, numerator: null, lacking: 'columns caller_key' });
	expect(row('handling-time')).toMatchObject({ value: 259_200, valueUnit: 'unit-seconds' });
});
