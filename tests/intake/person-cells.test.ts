import { describe, expect, test } from 'vitest';
import { type OrderField, orderFields } from '#lib/domain/export-fields.ts';
import { headerSynonyms } from '#lib/domain/header-synonyms.ts';
import { csv } from '../support/warehouse.ts';
import { intakeBench } from './intake-helpers.ts';

const { take, taken, ask } = intakeBench();

const headerOf = (field: OrderField) => headerSynonyms[field][0]!;
const order = (place: number, said: Partial<Record<OrderField, string>>) => ({
	[headerOf('order_number')]: `A${1000 + place}`,
	[headerOf('registered_at')]: '2026-09-01 08:00:00',
	[headerOf('closed_at')]: '2026-09-12 08:00:00',
	...Object.fromEntries(Object.entries(said).map(([field, value]) => [headerOf(field as OrderField), value]))
});
const orders = (...rows: Partial<Record<OrderField, string>>[]) => {
	const columns = new Set(rows.flatMap((row) => Object.keys(row) as OrderField[]));
	const blank = Object.fromEntries([...columns].map((field) => [field, '']));
	return csv(rows.map((row, place) => order(place, { ...blank, ...row })));
};
/** What stands in the staged rows under a field, in their order. */
const stagedOf = async (text: string, field: OrderField) => {
	const result = await taken(take(text));
	const rows = await ask(result, `select ${field} as value from staged order by row_number`);
	return { values: rows.map(({ value }) => value), repairs: result.repairs };
};

/** Columns of names whose text is staged. */
const leaving = (Object.keys(orderFields) as OrderField[]).filter(
	(field) => orderFields[field] === 'name' && !['caller_name', 'stated_duration', 'data_nature'].includes(field)
);

test("another caller's name, alone in a cell of whatever column, is blotted out; what is part of a longer name stays", async () => {
	const planted = Object.fromEntries(leaving.map((field) => [field, '赵小满']));
	const spaced = Object.fromEntries(leaving.map((field) => [field, '赵\u3000敏']));
	const others = Object.fromEntries(leaving.map((field) => [field, '赵小满街道']));
	const text = orders(
		{ caller_name: '王大力', ...planted },
		{ caller_name: '赵小满', unit: '城管局' },
		{ caller_name: '赵 敏', ...others },
		{ caller_name: '孙一', ...spaced }
	);
	const result = await taken(take(text));
	const staged = JSON.stringify(await ask(result, 'select * exclude (content_hash) from staged'));
	expect(staged).not.toMatch(/赵小满(?!街道)|赵.?敏/);
	expect(staged.match(/赵小满街道/g)?.length).toBe(leaving.length);
	expect(result.repairs).toContainEqual({ rule: 'name_of_caller', count: 2 * leaving.length });
	expect(await ask(result, `select count(*)::integer as n from rows where reason = 'name_of_caller'`)).toEqual([
		{ n: 2 * leaving.length }
	]);
});

describe('somebody who is no caller of the export', () => {
	const units = Array.from({ length: 40 }, () => ({ unit: '城管局', category_1: '市容', district: '高新区' }));

	test('is blotted out of a column of units by name, and of any column as somebody addressed', async () => {
		const text = orders(
			...units,
			{ unit: '周建军', category_1: '张先生', district: '欧阳女士' },
			{ unit: '司马长风', category_1: '市容', district: '高新区' },
			{ unit: '城管局 李女士', category_1: '市容（王老师、赵同志）', district: '高新区' }
		);
		const unit = await stagedOf(text, 'unit');
		expect(unit.values.slice(40)).toEqual(['***', '***', '城管局 ***']);
		expect(unit.repairs).toContainEqual({ rule: 'person_name', count: 6 });
		expect((await stagedOf(text, 'category_1')).values.slice(40)).toEqual(['***', '市容', '市容（***、***）']);
		expect((await stagedOf(text, 'district')).values.slice(40)).toEqual(['***', '高新区', '高新区']);
	});

	test('is not looked for by shape elsewhere, nor where a unit or a place could be called so', async () => {
		const kept = ['黄赌毒', '高新区', '安置房', '石景山', '万年青'];
		const text = orders(
			...units,
			...kept.map((value) => ({ unit: '城管局', category_1: value, district: value })),
			...['高管局', '石景山', '马家庄', '文旅体委', '武装部', '林业局', '江水务', '金融办', '成先生面馆'].map(
				(unit) => ({
					unit
				})
			),
			// A name in full beside it: 万年青 is a place.
			{ unit: '万年青' },
			{ unit: '万年青街道办' }
		);
		const result = await taken(take(text));
		expect(result.repairs).toEqual([]);
	});

	test('a name that comes often is a unit of that name; many names of that shape are a column of such', async () => {
		const often = orders(...units, ...units.map(() => ({ unit: '万年青' })));
		expect((await stagedOf(often, 'unit')).repairs).toEqual([]);
		const names = ['周建军', '赵小满', '王大力', '孙一平', '李卫国', '陈思远'];
		const many = orders(...names.map((unit) => ({ unit, caller_name: '周建军' })));
		expect((await stagedOf(many, 'unit')).values.filter((value) => value !== '***').length).toBeGreaterThan(4);
	});

	test('a place that a caller is called after stays, as often as it stands there', async () => {
		const districts = ['金牛', '武侯', '成华', '青羊'].flatMap((district) =>
			Array.from({ length: 10 }, () => ({ district, caller_name: '王大力' }))
		);
		const text = orders(...districts, { district: '武侯', caller_name: '金牛' });
		expect((await stagedOf(text, 'district')).repairs).toEqual([]);
	});
});
