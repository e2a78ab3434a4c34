import { afterEach, describe, expect, test, vi } from 'vitest';
import { methodsView } from '#lib/view/methods-view.ts';
import { filesBeside } from '#lib/view/table-files.ts';
import { besideOrders, measures, type MeasureKey } from '#queries/measures.ts';
import { load } from '../../src/routes/(supervision)/methods/+page.server.ts';

afterEach(() => void vi.unstubAllEnvs());

describe('the methods page', () => {
	test('lists every measure once, with its formula, what is left out, its source and the columns it needs', () => {
		const methods = methodsView(null);
		expect(methods.map(({ key }) => key)).toEqual([...Object.keys(measures), ...Object.keys(besideOrders)]);
		for (const { key, id, facts } of methods) {
			const text = facts.map(({ text }) => text).join('\n');
			const { formula, leftOut, source, needs } = { ...measures, ...besideOrders }[key as MeasureKey];
			for (const said of [id, formula['zh-CN'], leftOut['zh-CN'], source, ...needs]) expect(text, key).toContain(said);
			expect(new Set(facts.map(({ term }) => term)).size, key).toBe(facts.length);
		}
	});

	test('says which of its columns the loaded exports lack', () => {
		const of = (carried: Record<string, number>) =>
			methodsView({ carried, sqlOf: (key) => `select ${key}` }).find(({ key }) => key === 'visit-reached')!;
		const needs = (carried: Record<string, number>) =>
			of(carried).facts.find(({ text }) => /visit_reached/.test(text))!;
		expect(needs({ visit_attempted: 4, visit_reached: 3 }).text).toMatch(/都有$/);
		expect(needs({ visit_attempted: 4, visit_reached: 0 }).text).toMatch(/没有：回访是否接通 \(visit_reached\)$/);
		expect(of({}).sql).toBe('select visit-reached');
	});

	test('is there where nothing is loaded, and has then no statements', async () => {
		vi.stubEnv('DUBAN_DATA', '/nowhere');
		const data = (await load({ url: new URL('http://localhost/methods') } as never)) as { methods: { sql: null }[] };
		expect(data.methods.every(({ sql }) => sql === null)).toBe(true);
	});
});

test('a table under /tables/ has two files beside its CSV, one of a release has none', () => {
	expect(filesBeside('/tables/on-time.csv?unit=a.csv&by=month')).toEqual([
		{ label: 'XLSX', href: '/tables/on-time.xlsx?unit=a.csv&by=month' },
		{ label: 'Parquet', href: '/tables/on-time.parquet?unit=a.csv&by=month' }
	]);
	expect(filesBeside('/releases/2026-09/1/ranking.csv')).toEqual([]);
	expect(filesBeside(undefined)).toEqual([]);
});
