import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	calendarDays,
	deadlineAfterWorkingDays,
	isWorkingDay,
	publicCalendar,
	publishedCalendar,
	workingCalendar,
	workingDaysBetween,
	YearNotLoaded
} from '#lib/domain/working-days.ts';

const reference = new URL('../../../shared/exports/calendar/merged_2007_2026.csv', import.meta.url);

test.each([
	['2026-02-13', 5, '2026-02-27'],
	['2026-02-13', 1, '2026-02-14'],
	['2026-02-21', 5, '2026-02-28'],
	['2026-02-27', 1, '2026-02-28'],
	['2026-05-08', 1, '2026-05-09'],
	['2026-09-30', 5, '2026-10-13'],
	['2025-09-26', 5, '2025-10-10'],
	['2026-03-02', 15, '2026-03-23']
])('received %s with %i working days is due at the end of %s', (received, limit, due) => {
	expect(deadlineAfterWorkingDays(received, limit)).toBe(due);
});

test('the time of day of a receipt changes nothing', () => {
	expect(deadlineAfterWorkingDays('2026-02-13 00:00:00', 5)).toBe('2026-02-27');
	expect(deadlineAfterWorkingDays('2026-02-13 23:59:59', 5)).toBe('2026-02-27');
});

test('a limit of no working days ends on the day of receipt, worked or not', () => {
	expect(deadlineAfterWorkingDays('2026-02-21', 0)).toBe('2026-02-21');
});

test('the notices of 2025 and 2026 are in the calendar, day by day', () => {
	const days = [...calendarDays()].filter(({ date }) => date >= '2025-01-01');
	const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
	const isWeekend = (date: string) => weekday(date) === 0 || weekday(date) === 6;
	const worked = days.filter(({ date, isWorking }) => isWorking && isWeekend(date)).map(({ date }) => date);
	const off = days.filter(({ date, isWorking }) => date > '2026' && !isWorking && !isWeekend(date));
	expect(worked).toEqual([
		...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
		...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
	]);
	expect(off.map(({ date }) => date.slice(5)).join(' ')).toBe(
		'01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07'
	);
});

test.each([
	[2018, 250],
	[2019, 250],
	[2020, 249],
	[2024, 251],
	[2025, 248],
	[2026, 248]
])('%i has %i working days', (year, count) => {
	expect([...calendarDays()].filter(({ date, isWorking }) => isWorking && date.startsWith(`${year}`))).toHaveLength(
		count
	);
});

describe('a year that is not loaded', () => {
	test.each([
		['the received day', () => deadlineAfterWorkingDays('2027-01-04', 1), 2027],
		['the deadline', () => deadlineAfterWorkingDays('2026-12-28', 15), 2027],
		['the end of a span', () => workingDaysBetween('2026-12-30', '2027-01-04'), 2027],
		['a single day', () => isWorkingDay('2027-01-01'), 2027],
		['a day before the first year', () => isWorkingDay('2006-12-30'), 2006]
	])('is an error where it holds %s', (_place, ask, year) => {
		const error = (() => {
			try {
				return ask();
			} catch (thrown) {
				return thrown;
			}
		})();
		expect(error).toBeInstanceOf(YearNotLoaded);
		expect(error).toMatchObject({ name: 'YearNotLoaded', year });
	});

	test('is an error where it lies between two loaded ones', () => {
		const gap = workingCalendar({ ...publishedCalendar, years: [2024, 2026] });
		expect(() => workingDaysBetween('2024-12-01', '2026-01-10', gap)).toThrow(YearNotLoaded);
		expect(() => deadlineAfterWorkingDays('2024-12-30', 5, gap)).toThrow(YearNotLoaded);
		expect([...calendarDays(gap)].some(({ date }) => date.startsWith('2025'))).toBe(false);
	});

	test('can be added from a source of its own', () => {
		const added = { years: [2027], daysOff: ['2027-01-01'], workedWeekends: ['2027-01-02'] };
		const calendar = workingCalendar(publishedCalendar, added);
		expect(deadlineAfterWorkingDays('2026-12-31', 1, calendar)).toBe('2027-01-02');
	});
});

test('the later of two sources holds', () => {
	const correction = { years: [2026], daysOff: ['2026-03-03'], workedWeekends: ['2026-01-01'] };
	const calendar = workingCalendar(publishedCalendar, correction);
	expect(isWorkingDay('2026-03-03', calendar)).toBe(false);
	expect(isWorkingDay('2026-01-01', calendar)).toBe(true);
});

test('working days between two days agree with a count by hand, both ways', () => {
	expect(workingDaysBetween('2026-02-13', '2026-02-13')).toBe(0);
	expect(workingDaysBetween('2026-02-13', '2026-02-27')).toBe(5);
	expect(workingDaysBetween('2026-02-27', '2026-02-13')).toBe(-5);
	expect(workingDaysBetween('2026-02-15', '2026-02-23')).toBe(0);
});

test('a deadline is as many working days away as its limit, for every day of 2024 to 2026', () => {
	for (const { date } of calendarDays()) {
		if (date < '2024-01-01' || date > '2026-11-30') continue;
		for (const limit of [1, 5, 10, 15]) {
			const due = deadlineAfterWorkingDays(date, limit);
			expect(workingDaysBetween(date, due)).toBe(limit);
			expect(isWorkingDay(due)).toBe(true);
		}
	}
});

test('an impossible date or limit is refused with its value', () => {
	expect(() => isWorkingDay('2026-02-30')).toThrow('not a date: 2026-02-30');
	expect(() => isWorkingDay('2026/02/03')).toThrow('not a date: 2026/02/03');
	expect(() => deadlineAfterWorkingDays('2026-02-03', 1.5)).toThrow('not a number of working days: 1.5');
});

test.skipIf(!existsSync(reference))(
	'agrees day by day with a second calendar (skipped where the file is absent)',
	() => {
		const lines = readFileSync(reference, 'utf8').replace('\uFEFF', '').trim().split(/\r?\n/).slice(1);
		const isOff = new Map(lines.map((line) => [line.split(',')[0], line.split(',')[1] === '1']));
		const differing = [...calendarDays()].filter(({ date, isWorking }) => {
			const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
			return isWorking === (isOff.get(date) ?? (weekday === 0 || weekday === 6));
		});
		expect(lines.length).toBeGreaterThan(600);
		expect(publicCalendar.years).toHaveLength(20);
		expect(differing).toEqual([]);
	}
);
