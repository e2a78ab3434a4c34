import { describe, expect, test } from 'vitest';
import { monthsFromTo } from '#lib/domain/periods.ts';
import { randomFrom } from '#lib/domain/random.ts';
import { breaksOf, renamesAmong, type NameMonth } from '#lib/domain/series-breaks.ts';

const year = monthsFromTo('2026-01', '2026-12');
const series = year.map((month) => ({ month, orders: 1000 }));
const from = (name: string, first: string, last: string, orders: number, kind: string | null = null): NameMonth[] =>
	monthsFromTo(first, last).map((month) => ({ month, name, kind, orders }));
const told = (...names: NameMonth[][]) =>
	breaksOf(series, names.flat()).map(({ month, what, name }) => [month, what, name]);

describe('a name begins or ends', () => {
	test('in the first month that is different', () => {
		expect(told(from('12301', '2026-01', '2026-05', 80), from('12345', '2026-01', '2026-12', 900))).toEqual([
			['2026-06', 'ends', '12301']
		]);
		expect(told(from('新线', '2026-09', '2026-12', 50))).toEqual([['2026-09', 'begins', '新线']]);
		expect(told(from('短', '2026-04', '2026-05', 50))).toEqual([
			['2026-04', 'begins', '短'],
			['2026-06', 'ends', '短']
		]);
	});

	test('but not where the series begins or ends, and not for a pause', () => {
		expect(told(from('全年', '2026-01', '2026-12', 5))).toEqual([]);
		expect(told([...from('停过', '2026-01', '2026-03', 60), ...from('停过', '2026-08', '2026-12', 60)])).toEqual([]);
		expect(breaksOf([], [])).toEqual([]);
	});

	test('but not where luck alone would do: a name of two orders a year', () => {
		expect(
			told([
				{ month: '2026-05', name: '少', orders: 1 },
				{ month: '2026-09', name: '少', orders: 1 }
			])
		).toEqual([]);
	});

	test('a rare name that really is there all year is hardly ever said to begin or end', () => {
		const random = randomFrom(59);
		let found = 0;
		for (let round = 0; round < 2000; round += 1) {
			const names = year.map((month) => ({
				month,
				name: '罕',
				orders: Array.from({ length: 200 }, () => random() < 0.002).filter(Boolean).length
			}));
			found += breaksOf(
				year.map((month) => ({ month, orders: 200 })),
				names
			).length;
		}
		expect(found / 2000).toBeLessThan(0.05);
	});
});

describe('a renaming', () => {
	const renames = (...names: NameMonth[][]) => renamesAmong(breaksOf(series, names.flat()));

	test('may be where one unit ends and another of its kind and size begins', () => {
		expect(
			renames(from('城管局', '2026-01', '2026-06', 100, '部门'), from('城市管理局', '2026-07', '2026-12', 90, '部门'))
		).toEqual([{ month: '2026-07', from: '城管局', to: '城市管理局' }]);
	});

	test('may be where both have orders in the month of the change', () => {
		expect(renames(from('旧', '2026-01', '2026-07', 100), from('新', '2026-07', '2026-12', 100))).toHaveLength(1);
	});

	test('is not of a name to itself, where it was there for one month alone', () => {
		expect(renames(from('短', '2026-06', '2026-06', 100))).toEqual([]);
	});

	test('is not where kind, size or time differ', () => {
		const old = from('旧', '2026-01', '2026-06', 100, '部门');
		expect(renames(old, from('新', '2026-07', '2026-12', 100, '区县'))).toEqual([]);
		expect(renames(old, from('新', '2026-07', '2026-12', 300, '部门'))).toEqual([]);
		expect(renames(old, from('新', '2026-10', '2026-12', 100, '部门'))).toEqual([]);
	});

	test('takes each name once, the most alike first', () => {
		const found = renames(
			...[from('甲', '2026-01', '2026-06', 100), from('乙', '2026-01', '2026-06', 60)],
			...[from('丙', '2026-07', '2026-12', 62), from('丁', '2026-07', '2026-12', 95)]
		);
		expect(found).toEqual([
			{ month: '2026-07', from: '乙', to: '丙' },
			{ month: '2026-07', from: '甲', to: '丁' }
		]);
	});
});
