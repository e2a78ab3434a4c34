import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { document, duban } from '../support/command-line.ts';
import { csv } from '../support/warehouse.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-rules-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const data = join(root, 'data');
const write = (name: string, content: string) => {
	const path = join(root, name);
	writeFileSync(path, content);
	return path;
};

/** 40 orders of each unit, without a deadline: 甲局 closes them after three working days, 乙局 at once but a fifth never. */
const rows = Array.from({ length: 80 }, (_, place) => ({
	工单编号: String(place),
	承办单位: place % 2 === 0 ? '甲局' : '乙局',
	诉求类型: '求助',
	受理时间: '2026-09-07 10:00:00',
	办结时间: place % 2 === 0 ? '2026-09-10 10:00:00' : place % 10 === 1 ? '' : '2026-09-07 12:00:00'
}));
beforeAll(async () => {
	await document(data, ['import', write('orders.csv', csv(rows)), '--data-cut', '2026-10-31 12:00:00']);
});

const own = (id: string, workingDays: number, more = {}) =>
	write(
		`${id}.json`,
		JSON.stringify({ ...plainRules, id, validFrom: '2026-01-01', limits: [{ limit: { workingDays } }], ...more })
	);

test('orders without a deadline are judged under other rules, and the places that change are said', async () => {
	expect(await document(data, ['ask', 'on-time'])).toEqual([{ numerator: 0, denominator: 0, rate: null }]);
	expect(await document(data, ['ask', 'on-time', '--rules', 'usual-limits'])).toEqual([
		{ numerator: 72, denominator: 80, rate: 0.9 }
	]);
	expect(await document(data, ['ask', 'order', '--id', '0', '--rules', 'usual-limits'])).toMatchObject([
		{ dueAt: '2026-09-14 23:59:59', dueSource: 'usual-limits', state: 'closed_on_time' }
	]);
	await document(data, ['rules', 'add', own('two-days', 2)]);
	await document(data, ['rules', 'use', 'usual-limits', '--from', '2026-01-01']);
	const replay = await document(data, ['ask', 'ranking', '--rules', 'two-days']);
	expect(replay).toMatchObject([
		{ unit: '乙局', place: 1, placeInUse: 2, placeChange: 1 },
		{ unit: '甲局', place: 2, placeInUse: 1, placeChange: -1, numerator: 0 }
	]);
});

test('rules in use from a day on judge the orders received from that day on', async () => {
	await document(data, ['rules', 'add', own('later', 2)]);
	await document(data, ['rules', 'use', 'later', '--from', '2026-09-08']);
	expect(await document(data, ['ask', 'on-time'])).toMatchObject([{ numerator: 72, denominator: 80 }]);
	await document(data, ['rules', 'use', 'later', '--from', '2026-09-07']);
	expect(await document(data, ['ask', 'on-time'])).toMatchObject([{ numerator: 32, denominator: 80 }]);
	expect(await document(data, ['ask', 'deadlines'])).toMatchObject([
		{ both: 0, byRule: 80, disagree: null, ruleSet: 'later' }
	]);
});

test('a month from the 19th, noon to noon, holds other orders than the calendar month', async () => {
	const moments = ['2026-08-19 11:59:59', '2026-08-19 12:00:00', '2026-09-19 11:59:59', '2026-09-19 12:00:00'];
	const other = join(root, 'months');
	const orders = moments.map((at, place) => ({ 工单编号: String(place), 受理时间: at }));
	await document(other, ['import', write('months.csv', csv(orders)), '--data-cut', '2026-10-31 12:00:00']);
	const volumes = (...more: string[]) => document(other, ['ask', 'volumes', '--rules', 'month-19-noon', ...more]);
	expect(await volumes('--period', '2026-09')).toMatchObject([{ received: 2 }]);
	expect(await volumes('--by', 'month')).toMatchObject([
		{ month: '2026-08', received: 1 },
		{ month: '2026-09', received: 2 },
		{ month: '2026-10', received: 1 }
	]);
	expect(await document(other, ['ask', 'volumes', '--period', '2026-08'])).toMatchObject([{ received: 2 }]);
});

test.each([
	[['rules', 'add', 'no-such-file.json'], /no-such-file/],
	[['rules', 'show', 'nobody'], /usual-limits/],
	[['rules', 'use', 'usual-limits', '--from', '2001-01-01'], /2015-01-01/],
	[['ask', 'on-time', '--rules', 'nobody'], /usual-limits/],
	[['ask', 'on-time', '--period', '2026-13'], /2026-13/],
	[['ask', 'on-time', '--period', '2026-09', '--from', '2026-09-01'], /--period/]
])('%j is refused with what there is', async (line, sentence) => {
	const { status, stderr } = await duban(data, line, { env: { DUBAN_LANG: 'en' } });
	expect(status).toBe(2);
	expect(stderr).toMatch(sentence);
});

test('a rule file that can not be used names the place, and the same id twice is refused', async () => {
	const wrong = await duban(data, ['rules', 'add', own('wrong', 0)], { env: { DUBAN_LANG: 'zh' } });
	expect(wrong.stderr).toContain('limits[0].limit.workingDays');
	const again = await duban(data, ['rules', 'add', own('two-days', 3)], { env: { DUBAN_LANG: 'en' } });
	expect(again.stderr).toMatch(/two-days already/);
	expect(await document(data, ['rules', 'list'])).toContainEqual(
		expect.objectContaining({ id: 'two-days', limits: 1 })
	);
});
