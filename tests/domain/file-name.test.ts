import { describe, expect, test } from 'vitest';
import { attachment, fileName } from '#lib/domain/file-name.ts';

describe('the name of a file', () => {
	test('is its parts, those with nothing in them left out', () => {
		expect(fileName(['部门排名', '', '2026年9月', ' '], 'csv')).toBe('部门排名-2026年9月.csv');
	});

	test.each([
		['../../etc/passwd', ' .. etc passwd'.trim()],
		['a:b|c?"<d>*', 'a b c d'],
		['换\r\n行\u202e', '换 行'],
		['甲局.', '甲局']
	])('%j leads nowhere', (part, shown) => {
		const name = fileName([part], 'png');
		expect(name).not.toMatch(/[<>:"/\\|?*\r\n\u202e]/);
		expect(name).not.toMatch(/^\./);
		expect(name).toContain(shown.replace(/^[. ]+/, ''));
	});

	test('is cut where a part is long', () => {
		expect([...fileName(['长'.repeat(90)], 'svg')].length).toBe(44);
	});
});

describe('the header of a file to keep', () => {
	test('has a plain name, and the full one coded', () => {
		expect(attachment('ranking-2026.csv', "排名 (1)'*.csv")).toBe(
			'attachment; filename="ranking-2026.csv"; filename*=UTF-8\'\'%E6%8E%92%E5%90%8D%20%281%29%27%2A.csv'
		);
	});

	test('lets nothing out of its quotes, and half a character breaks nothing', () => {
		const header = attachment('a"; x="\r\n甲', '\ud800a');
		expect(header).toMatch(/^attachment; filename="a_x_"; filename\*=UTF-8''%EF%BF%BDa$/);
	});
});
