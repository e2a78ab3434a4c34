import { expect, test } from 'vitest';
import type { Release } from '#lib/server/release/read-release.ts';
import { listMarks, measureIn, releaseDoubts, releaseMarks } from '#lib/view/release-doubts.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const doubt = (key: string, affected: number | '<10', of: number, measures: string[]) => ({
	...{ key, name: both(`检查 ${key}`), among: both('工单'), affected, of },
	touches: [{ measures, how: both('计入分母') }]
});
const release = (period: string, doubts?: object) =>
	({
		ref: { period, revision: 1 },
		tables: {},
		manifest: { definitions: [{ key: 'resolved', name: both('解决率') }], doubts }
	}) as unknown as Release;
const doubts = {
	from: 0.01,
	found: [
		doubt('batch', 50, 200, ['handling-time', 'resolved']),
		doubt('instant', '<10', 200, ['resolved', 'received'])
	]
};

test('of each figure of a release the largest doubt is marked, in the counts that were released', () => {
	const { checks, measures } = releaseMarks(release('2026-09', doubts));
	expect(measures).toEqual({ 'handling-time': 'batch', resolved: 'batch', received: 'instant' });
	expect(checks.batch).toEqual({
		text: expect.stringContaining('25'),
		detail: expect.stringContaining('50 / 200'),
		href: '#doubts'
	});
	expect(checks.instant!.text).toContain('<10');
});

test('in a list of releases each has its own', () => {
	const [one, other] = [release('2026-09', doubts), release('2026-08', { from: 0.01, found: [] })];
	const { checks, measures } = listMarks([one, other]);
	expect(checks[measures[measureIn(one, 'resolved')]!]!.href).toBe('/releases/2026-09#doubts');
	expect(measures[measureIn(other, 'resolved')]).toBeUndefined();
});

test('the page says each finding and what it does to which figures; of an older release nothing', () => {
	expect(releaseDoubts(release('2026-09'))).toBeNull();
	const said = releaseDoubts(release('2026-09', doubts))!;
	expect(said.from).toMatch(/^1\s?%$/);
	expect(said.found.map(({ term }) => term)).toEqual([
		expect.stringContaining('检查 batch'),
		expect.stringContaining('检查 instant')
	]);
	expect(said.found[0]!.effects[0]!.measures).toContain('解决率');
});
