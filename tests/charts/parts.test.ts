import { describe, expect, test } from 'vitest';
import { hatchPath } from '#lib/charts/hatch.ts';
import { funnelCurves, volumeTicks } from '#lib/charts/funnel-parts.ts';
import { cutText, spread, textWidth, wrapText } from '#lib/charts/text.ts';
import { everyPeriod, timeTicks } from '#lib/charts/time-axis.ts';
import { axisText, niceTicks, valueText } from '#lib/charts/values.ts';

describe('periods', () => {
	test('a month without a row is there as a gap', () => {
		expect(everyPeriod(['2025-11', '2026-02', '2025-12'])).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
	});

	test('days run over the end of a month and a leap day', () => {
		expect(everyPeriod(['2024-02-28', '2024-03-02', '2024-03-01'])).toEqual([
			'2024-02-28',
			'2024-02-29',
			'2024-03-01',
			'2024-03-02'
		]);
	});

	test('ticks of many months begin quarters, and the year is written where it changes', () => {
		const months = everyPeriod(['2025-08', '2025-09', '2026-08']);
		expect(timeTicks(months, 5, 'zh-CN').map(({ text }) => text)).toEqual([
			'10月\n2025年',
			'1月\n2026年',
			'4月',
			'7月'
		]);
		expect(timeTicks(months, 5, 'en').map(({ text }) => text)).toEqual(['Oct\n2025', 'Jan\n2026', 'Apr', 'Jul']);
	});
});

describe('values', () => {
	test('round ticks take in every value, and a rate stays between 0 and 1', () => {
		expect(niceTicks(0, 38_661, 5, 'count').values).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
		expect(niceTicks(0.82, 0.999, 5, 'rate').domain).toEqual([0.8, 1]);
		expect(niceTicks(0, 2, 5, 'count').values).toEqual([0, 1, 2]);
		expect(niceTicks(5, 5, 5, 'hours').values.length).toBeGreaterThan(1);
	});

	test('big counts are 万 for a Chinese reader', () => {
		expect(axisText(20_000, 'count', 'zh-CN', 10_000)).toBe('2万');
		expect(axisText(20_000, 'count', 'en', 10_000)).toBe('20k');
	});

	test('a rate takes its decimals from its base, a duration its unit', () => {
		expect(valueText(0.8431, 'rate', 'en', 1428)).toBe('84.3%');
		expect(valueText(0.8431, 'rate', 'en', 88)).toBe('84%');
		expect(valueText(3.25, 'working_days', 'zh-CN')).toBe('3.3 个工作日');
	});
});

describe('text', () => {
	test('a Chinese character is twice as wide as a Latin one', () => {
		expect(textWidth('市水务局', 13)).toBe(52);
		expect(textWidth('aaaa', 13)).toBeLessThan(32);
	});

	test('lines break between Chinese characters and between Latin words', () => {
		expect(wrapText('市人力资源和社会保障局', 80, 13)).toEqual(['市人力资源和', '社会保障局']);
		expect(wrapText('Culture and Tourism', 76, 13)).toEqual(['Culture and', 'Tourism']);
		expect(wrapText('one two three four', 30, 13).at(-1)).toMatch(/…$/);
		expect(cutText('abc', 200, 13)).toBe('abc');
	});

	test('labels that meet share the move and keep their order', () => {
		expect(spread([100, 102, 300], 20, 0, 400)).toEqual([91, 111, 300]);
		expect(spread([5, 6, 7], 20, 10, 400)).toEqual([10, 30, 50]);
		expect(spread([400, 399], 20, 0, 400)).toEqual([400, 380]);
	});
});

test('funnel limits are the golden ones', () => {
	const seen: [number, number] = [0.7, 1];
	const at = (z: 95 | 998, n: number) => {
		const curve = funnelCurves(0.9, n, 1, seen).find((each) => each.z === z && each.side === 'low');
		return Number(curve?.points.at(-1)?.rate.toFixed(4));
	};
	expect([at(95, 100), at(998, 100), at(95, 1000), at(998, 1000)]).toEqual([0.8412, 0.8073, 0.8814, 0.8707]);
});

test('ticks of volume begin at 0 and keep their distance', () => {
	const ticks = volumeTicks(5000, (n) => Math.sqrt(n / 5000) * 600, 50);
	expect(ticks[0]).toBe(0);
	expect(ticks.at(-1)).toBe(5000);
});

test('hatching stays inside its box', () => {
	const numbers = [...hatchPath({ x: 10, y: 20, width: 30, height: 12 }).matchAll(/[ML]([\d.]+),([\d.]+)/g)];
	expect(numbers.length).toBeGreaterThan(6);
	for (const [, x, y] of numbers) {
		expect(Number(x)).toBeGreaterThanOrEqual(10);
		expect(Number(x)).toBeLessThanOrEqual(40);
		expect(Number(y)).toBeGreaterThanOrEqual(20);
		expect(Number(y)).toBeLessThanOrEqual(32);
	}
});
