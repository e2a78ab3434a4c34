import { describe, expect, test } from 'vitest';
import {
	formatBase,
	formatCount,
	formatCountShort,
	formatDate,
	formatDateTime,
	formatDuration,
	formatMonth,
	formatPeriod,
	formatPoints,
	formatRate,
	formatShare,
	secondsAsShown
} from '#lib/domain/format.ts';
import { randomFrom } from '#lib/domain/random.ts';

describe('counts', () => {
	test.each([
		[0, '0'],
		[999, '999'],
		[12_345, '12,345'],
		[-1_234_567, '−1,234,567'],
		[3.26, '3.3'],
		[null, '–'],
		[NaN, '–']
	])('%s is %s', (value, text) => expect(formatCount(value, 'en')).toBe(text));

	test('万 and 亿 only for a Chinese reader who wants them', () => {
		expect(formatCount(9_999, 'zh-CN', { wan: true })).toBe('9,999');
		expect(formatCount(12_345, 'zh-CN', { wan: true })).toBe('1.2万');
		expect(formatCount(20_000, 'zh-CN', { wan: true })).toBe('2万');
		expect(formatCount(123_456_789, 'zh-CN', { wan: true })).toBe('1.23亿');
		expect(formatCount(12_345, 'en', { wan: true })).toBe('12,345');
		expect(formatCountShort(1_500_000, 'en')).toBe('1.5M');
		expect(formatCountShort(12_000, 'en')).toBe('12k');
	});
});

describe('rates', () => {
	test('one decimal from a denominator of 1,000, whole below', () => {
		expect(formatRate(1204, 1428, 'en')).toBe('84.3%');
		expect(formatRate(240, 246, 'en')).toBe('98%');
	});

	test('no denominator, no rate', () => {
		expect(formatRate(0, 0, 'en')).toBe('–');
		expect(formatRate(3, null, 'en')).toBe('–');
		expect(formatRate(null, 3, 'en')).toBe('–');
	});

	test('not quite all is not 100 %, not nothing is not 0 %', () => {
		expect(formatRate(9_999, 10_000, 'en')).toBe('>99.9%');
		expect(formatRate(1, 10_000, 'en')).toBe('<0.1%');
		expect(formatRate(999, 1000, 'en')).toBe('99.9%');
		expect(formatRate(10, 10, 'en')).toBe('100%');
		expect(formatRate(0, 10, 'en')).toBe('0%');
		expect(formatShare(1, 1)).toBe('100.0%');
	});

	test('base and points', () => {
		expect(formatBase(1204, 1428, 'zh-CN')).toBe('1,204 / 1,428');
		expect(formatPoints(0.021, 'zh-CN')).toBe('+2.1 个百分点');
		expect(formatPoints(-0.021, 'en')).toBe('−2.1 percentage points');
		expect(formatPoints(-0.0001, 'en')).toBe('0.0 percentage points');
	});
});

describe('durations', () => {
	test.each([
		[45, '45 s', '45秒'],
		[90, '1 min 30 s', '1分钟30秒'],
		[3599.6, '1 h', '1小时'],
		[9000, '2 h 30 min', '2小时30分钟'],
		[86_399, '1 d', '1天'],
		[97_200, '1 d 3 h', '1天3小时'],
		[0, '0 s', '0秒'],
		[null, '–', '–']
	])('%s s is %s, %s', (seconds, en, zh) => {
		expect(formatDuration(seconds, 'en')).toBe(en);
		expect(formatDuration(seconds, 'zh-CN')).toBe(zh);
	});

	test('working time counts days of office hours', () => {
		const working = { working: true, daySeconds: 8 * 3600 };
		expect(formatDuration(2 * 28_800 + 3 * 3600, 'en', working)).toBe('2 working days 3 h');
		expect(formatDuration(28_800, 'en', working)).toBe('1 working day');
		expect(formatDuration(28_799, 'zh-CN', working)).toBe('1个工作日');
	});
});

describe('dates', () => {
	test('in both languages, without a time zone', () => {
		expect(formatMonth('2026-09', 'zh-CN')).toBe('2026年9月');
		expect(formatMonth('2026-09', 'en')).toBe('September 2026');
		expect(formatMonth('2026-09-01', 'en', { short: true })).toBe('Sep 2026');
		expect(formatDate('2026-09-03', 'zh-CN')).toBe('2026年9月3日');
		expect(formatDate('2026-09-03 23:59:59', 'en')).toBe('3 September 2026');
		expect(formatDate('2026-09-03', 'en', { short: true })).toBe('3 Sep');
		expect(formatDateTime('2026-09-03 08:30:00', 'zh-CN')).toBe('2026年9月3日 08:30');
		expect(formatDateTime('2026-09-03T08:30', 'en')).toBe('3 September 2026, 08:30');
	});

	test('what is no date is a dash', () => {
		expect(formatDate('', 'en')).toBe('–');
		expect(formatDate(null, 'en')).toBe('–');
		expect(formatMonth('2026-13', 'en')).toBe('–');
	});

	test('a period has its name where it has one', () => {
		expect(formatPeriod('2026-09-01', '2026-09-30', 'en')).toBe('September 2026');
		expect(formatPeriod('2024-02-01', '2024-02-29', 'zh-CN')).toBe('2024年2月');
		expect(formatPeriod('2026-07-01', '2026-09-30', 'zh-CN')).toBe('2026年第3季度');
		expect(formatPeriod('2026-01-01', '2026-12-31', 'en')).toBe('2026');
		expect(formatPeriod('2026-09-01', '2026-09-15', 'zh-CN')).toBe('2026年9月1日至2026年9月15日');
		expect(formatPeriod('2026-09-01', '2026-09-01', 'en')).toBe('1 September 2026');
	});
});

test('seconds as shown are the seconds that a duration shows', () => {
	const random = randomFrom(7);
	for (let n = 0; n < 3000; n++) {
		const seconds = Math.floor(random() * 10 ** (1 + (n % 7)));
		const shown = secondsAsShown(seconds);
		expect(formatDuration(shown, 'zh-CN'), String(seconds)).toBe(formatDuration(seconds, 'zh-CN'));
		expect(secondsAsShown(shown)).toBe(shown);
	}
});
