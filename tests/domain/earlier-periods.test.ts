import { describe, expect, test } from 'vitest';
import { daysSeen, earlierPeriods, sameDays } from '#lib/domain/earlier-periods.ts';

const october = { from: '2026-10-01', to: '2026-10-31' };
const march = { from: '2026-03-01', to: '2026-03-31' };

test('a month is held against the month before and the same month of the year before', () => {
	expect(earlierPeriods(march)).toEqual({
		before: { from: '2026-02-01', to: '2026-02-28' },
		year: { from: '2025-03-01', to: '2025-03-31' }
	});
	expect(earlierPeriods({ from: null, to: '2026-03-31' })).toEqual({ before: null, year: null });
});

describe('the days T has seen', () => {
	test.each([
		['2026-10-12 23:59:00', { seen: 12, of: 31 }],
		['2026-10-12 23:58:59', { seen: 11, of: 31 }],
		['2026-10-01 12:00:00', { seen: 0, of: 31 }],
		['2026-09-20 12:00:00', { seen: 0, of: 31 }],
		['2026-10-31 23:58:59', { seen: 30, of: 31 }],
		['2026-10-31 23:59:00', null],
		['2026-12-01 00:00:00', null]
	])('of October at %s', (cut, seen) => {
		expect(daysSeen(october, cut)).toEqual(seen);
	});

	test('are not counted where a side is open', () => {
		expect(daysSeen({ from: null, to: '2026-10-31' }, '2026-10-12 12:00:00')).toBeNull();
		expect(daysSeen({ from: '2026-10-01', to: null }, '2026-10-12 12:00:00')).toBeNull();
	});
});

describe('the same days of earlier periods', () => {
	test('as many as T has seen whole, from the first on; nothing is scaled up', () => {
		expect(sameDays(october, '2026-10-12 09:00:00')).toEqual({
			now: { from: '2026-10-01', to: '2026-10-11' },
			before: { from: '2026-09-01', to: '2026-09-11' },
			year: { from: '2025-10-01', to: '2025-10-11' }
		});
	});

	test('a shorter earlier period gives all it has', () => {
		expect(sameDays(march, '2026-03-30 23:59:59')).toMatchObject({
			now: { from: '2026-03-01', to: '2026-03-30' },
			before: { from: '2026-02-01', to: '2026-02-28' }
		});
	});

	test('none where the period is over, or has no whole day', () => {
		expect(sameDays(october, '2026-11-05 00:00:00')).toBeNull();
		expect(sameDays(october, '2026-10-01 20:00:00')).toBeNull();
	});
});
