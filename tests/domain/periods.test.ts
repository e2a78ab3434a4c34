import { describe, expect, test } from 'vitest';
import {
	addDays,
	addMonths,
	daysBetween,
	isDay,
	isIncomplete,
	lastCompleteMonth,
	momentAfter,
	monthsFromTo,
	nameBefore,
	namedPeriod,
	periodBefore,
	yearBefore,
	yearUpTo
} from '#lib/domain/periods.ts';

describe('days', () => {
	test.each(['2026-10-31', '2024-02-29', '2000-02-29', '1999-12-31'])('%s exists', (day) => {
		expect(isDay(day)).toBe(true);
	});

	test.each([
		'2026-02-29',
		'2026-02-30',
		'1900-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-1-1',
		'26-01-01',
		'',
		'2026-10-31 '
	])('“%s” does not', (day) => {
		expect(isDay(day)).toBe(false);
	});

	test.each([
		['2024-02-28', 1, '2024-02-29'],
		['2026-02-28', 1, '2026-03-01'],
		['2026-01-01', -1, '2025-12-31'],
		['2026-03-08', 365, '2027-03-08'],
		['2026-10-31', 0, '2026-10-31']
	])('%s and %i days is %s', (day, n, then) => {
		expect(addDays(day, n)).toBe(then);
		expect(daysBetween(day, then)).toBe(n);
	});

	test.each([
		['2026-01-31', 1, '2026-02-28'],
		['2024-01-31', 1, '2024-02-29'],
		['2026-03-31', -1, '2026-02-28'],
		['2026-11-15', 3, '2027-02-15'],
		['2026-01-15', -13, '2024-12-15'],
		['2024-02-29', 12, '2025-02-28']
	])('%s and %i months is %s', (day, n, then) => {
		expect(addMonths(day, n)).toBe(then);
	});
});

describe('named periods', () => {
	test.each([
		['2026-09', '2026-09-01', '2026-09-30'],
		['2024-02', '2024-02-01', '2024-02-29'],
		['2026-12', '2026-12-01', '2026-12-31'],
		['2026-Q1', '2026-01-01', '2026-03-31'],
		['2026-Q4', '2026-10-01', '2026-12-31'],
		['2026', '2026-01-01', '2026-12-31'],
		['all', null, null]
	])('%s', (name, from, to) => {
		expect(namedPeriod(name)).toEqual({ from, to });
	});

	test.each(['2026-13', '2026-00', '2026-Q5', '2026-Q0', '26-09', '2026-9', 'All', '', '2026-09-01', '0050'])(
		'“%s” names none',
		(name) => {
			expect(namedPeriod(name)).toBeNull();
		}
	);

	test.each([
		['2026-09', '2026-08'],
		['2026-01', '2025-12'],
		['2026-Q1', '2025-Q4'],
		['2026-Q3', '2026-Q2'],
		['2026', '2025'],
		['all', null]
	])('before %s comes %s', (name, before) => {
		expect(nameBefore(name)).toBe(before);
	});
});

describe('the period to compare with', () => {
	test.each([
		['a month', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
		['a quarter over a year’s end', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
		['a year', '2024-01-01', '2024-12-31', '2023-01-01', '2023-12-31'],
		['ten days', '2026-03-11', '2026-03-20', '2026-03-01', '2026-03-10'],
		['one day', '2024-03-01', '2024-03-01', '2024-02-29', '2024-02-29']
	])('before %s', (_, from, to, earlierFrom, earlierTo) => {
		expect(periodBefore({ from, to })).toEqual({ from: earlierFrom, to: earlierTo });
	});

	test.each([
		['a leap February', '2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
		['the February after a leap one', '2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
		['some days', '2026-03-11', '2026-03-20', '2025-03-11', '2025-03-20'],
		['a leap day', '2024-02-29', '2024-02-29', '2023-02-28', '2023-02-28']
	])('a year before %s', (_, from, to, earlierFrom, earlierTo) => {
		expect(yearBefore({ from, to })).toEqual({ from: earlierFrom, to: earlierTo });
	});

	test('there is none where a side is open', () => {
		for (const open of [
			{ from: null, to: null },
			{ from: '2026-01-01', to: null },
			{ from: null, to: '2026-01-01' }
		]) {
			expect(periodBefore(open)).toBeNull();
			expect(yearBefore(open)).toBeNull();
		}
	});
});

describe('the data cut', () => {
	test.each([
		['2026-10-31 12:00:00', '2026-09'],
		['2026-10-31 23:59:59', '2026-10'],
		['2026-10-31 23:00:00', '2026-10'],
		['2026-10-30 23:59:59', '2026-09'],
		['2026-11-01 00:00:00', '2026-10'],
		['2026-01-15 08:00:00', '2025-12'],
		['2024-02-28 23:59:59', '2024-01']
	])('at %s the last complete month is %s', (cut, month) => {
		expect(lastCompleteMonth(cut)).toBe(month);
	});

	test.each([
		['2026-10-31', '2026-10-31 23:59:59', false],
		['2026-10-31', '2026-10-31 12:00:00', true],
		['2026-10-31', '2026-11-01 00:00:00', false],
		[null, '2026-10-31 12:00:00', false]
	])('a period to %s, seen at %s, is incomplete: %s', (to, cut, incomplete) => {
		expect(isIncomplete({ from: null, to }, cut)).toBe(incomplete);
	});
});

test('months from one to another are both included', () => {
	expect(monthsFromTo('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
	expect(monthsFromTo('2026-02', '2026-02')).toEqual(['2026-02']);
	expect(monthsFromTo('2026-03', '2026-02')).toEqual([]);
});

describe('months of assessment from the 19th, noon to noon', () => {
	const begins = { startDay: 19, cutOffHour: 12 };
	const september = namedPeriod('2026-09', begins)!;

	test('run from the 19th of the month before to the 19th, and keep where they begin', () => {
		expect(september).toEqual({ from: '2026-08-19', to: '2026-09-18', month: begins });
		expect(momentAfter(september)).toBe('2026-09-19 12:00:00');
		expect(namedPeriod('2026-01', begins)).toMatchObject({ from: '2025-12-19', to: '2026-01-18' });
		expect(namedPeriod('2026-Q3', begins)).toMatchObject({ from: '2026-06-19', to: '2026-09-18' });
		expect(namedPeriod('2026', begins)).toMatchObject({ from: '2025-12-19', to: '2026-12-18' });
	});

	test('are compared with such months', () => {
		expect(periodBefore(september)).toEqual({ from: '2026-07-19', to: '2026-08-18', month: begins });
		expect(yearBefore(september)).toEqual({ from: '2025-08-19', to: '2025-09-18', month: begins });
	});

	test('stand in a series of thirteen', () => {
		expect(yearUpTo('2026-09-18', begins)).toEqual({ from: '2025-08-19', to: '2026-09-18', month: begins });
		expect(yearUpTo('2026-09-19', begins)).toMatchObject({ from: '2025-09-19' });
		expect(yearUpTo('2026-09-30')).toEqual({ from: '2025-09-01', to: '2026-09-30' });
	});

	test('are over at noon', () => {
		expect(isIncomplete(september, '2026-09-19 11:59:59')).toBe(true);
		expect(isIncomplete(september, '2026-09-19 12:00:00')).toBe(false);
		expect(lastCompleteMonth('2026-09-19 11:59:59', begins)).toBe('2026-08');
		expect(lastCompleteMonth('2026-09-19 12:00:00', begins)).toBe('2026-09');
		expect(lastCompleteMonth('2026-10-31 12:00:00', begins)).toBe('2026-10');
	});
});
