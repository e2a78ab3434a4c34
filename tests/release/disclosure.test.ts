import { describe, expect, test } from 'vitest';
import { hidden, publicCount, publicRate, publicTable } from '#lib/domain/disclosure.ts';
import { rankUnits } from '#lib/domain/ranking.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';

describe('a count as the public sees it', () => {
	test.each([
		[0, 0],
		[1, hidden],
		[9, hidden],
		[10, 10],
		[12, 10],
		[13, 15],
		[17, 15],
		[18, 20],
		[1203, 1205]
	])('%i is written %s', (count, shown) => expect(publicCount(count)).toBe(shown));
});

describe('a rate as the public sees it', () => {
	test.each([
		['made of rounded counts', 45, 50, 0.9],
		['nothing where the numerator is hidden', hidden, 50, null],
		['nothing where the denominator is hidden', hidden, hidden, null],
		['nothing on a base under 30', 25, 25, null],
		['something from 30 on', 15, 30, 0.5],
		['0 where there was none', 0, 40, 0],
		['nothing where a count is not known', null, 40, null]
	] as const)('%s', (_, numerator, denominator, rate) => expect(publicRate(numerator, denominator)).toBe(rate));
});

const times: FigureTable = {
	id: 'handling-time',
	by: 'district',
	columns: [
		{ key: 'name', kind: 'text' },
		{ key: 'n', kind: 'count' },
		{ key: 'medianSeconds', kind: 'seconds', measure: 'handling-time', n: 'n' }
	],
	rows: [
		{ name: '东区', n: 12, medianSeconds: 3629 },
		{ name: '西区', n: 9, medianSeconds: 100 },
		{ name: '南区', n: 0, medianSeconds: null }
	],
	total: { name: null, n: 21, medianSeconds: 3601 }
};

test('a time is shown on ten orders or more, in whole minutes; a total is rounded on its own', () => {
	const shown = publicTable(times);
	expect(shown.rows).toEqual([
		{ name: '东区', n: 10, medianSeconds: 3600 },
		{ name: '西区', n: hidden, medianSeconds: null },
		{ name: '南区', n: 0, medianSeconds: null }
	]);
	expect(shown.total).toEqual({ name: null, n: 20, medianSeconds: 3600 });
	expect(times.rows[0]).toEqual({ name: '东区', n: 12, medianSeconds: 3629 });
});

/** A ranking as reports/tables gives it, of units with these counts. */
function ranking(counts: Record<string, [number, number]>): FigureTable {
	const shares = Object.entries(counts).map(([unit, [numerator, denominator]]) => ({
		unit,
		unitKind: '部门',
		numerator,
		denominator
	}));
	return {
		id: 'ranking',
		by: 'unit',
		columns: [
			{ key: 'unit', kind: 'text' },
			{ key: 'place', kind: 'place' },
			{ key: 'unitKind', kind: 'text' },
			{ key: 'numerator', kind: 'count' },
			{ key: 'denominator', kind: 'count' },
			{ key: 'rate', kind: 'rate', of: { numerator: 'numerator', denominator: 'denominator' } },
			{ key: 'low', kind: 'rate' },
			{ key: 'high', kind: 'rate' },
			{ key: 'standing', kind: 'code' }
		],
		rows: rankUnits(shares).units,
		total: null
	};
}

const find = (table: FigureTable, unit: string) => table.rows.find((row) => row.unit === unit) as TableRow;

const ordinary = Object.fromEntries(
	['子', '丑', '寅', '卯', '辰', '巳', '午', '未'].map((unit, n) => [unit, [91 + n, 100]] as [string, [number, number]])
);

describe('a ranking as the public sees it', () => {
	const shown = publicTable(
		ranking({ 甲: [203, 212], 乙: [187, 201], 丙: [41, 44], 丁: [7, 41], 戊: [8, 9], 己: [22, 24], ...ordinary })
	);

	test('rates and intervals come from the rounded counts', () => {
		expect(find(shown, '甲')).toMatchObject({ numerator: 205, denominator: 210, rate: 205 / 210 });
		expect(shown.rows.find(({ place }) => place === 1)).toMatchObject({
			rate: Math.max(...shown.rows.map(({ rate }) => Number(rate)))
		});
		const again = rankUnits([{ unit: '甲', unitKind: null, numerator: 205, denominator: 210 }]).units[0]!;
		expect(find(shown, '甲')).toMatchObject({ low: again.low, high: again.high });
	});

	test('the kind of a unit does not leave the building', () => {
		expect(shown.columns.map(({ key }) => key)).not.toContain('unitKind');
		expect(shown.rows.some((row) => 'unitKind' in row)).toBe(false);
	});

	test('too few keep neither rate nor place nor interval', () => {
		for (const unit of ['戊', '己'])
			expect(find(shown, unit)).toMatchObject({ rate: null, place: null, low: null, high: null, standing: 'too_few' });
	});

	test('a unit that closed almost nothing on time is still said to lie below, without its number', () => {
		expect(find(shown, '丁')).toMatchObject({
			numerator: hidden,
			denominator: 40,
			rate: null,
			low: null,
			standing: 'far_below'
		});
	});

	test('a hidden numerator that could be ordinary is not judged', () => {
		const alike = publicTable(ranking({ 甲: [20, 60], 乙: [19, 60], 丙: [9, 31] }));
		expect(find(alike, '丙')).toMatchObject({ numerator: hidden, rate: null, standing: 'hidden' });
	});
});
