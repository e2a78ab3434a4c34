import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { document, duban } from '../support/command-line.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-command-line-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const data = join(root, 'data');
const write = (name: string, content: string | Buffer) => {
	const path = join(root, name);
	writeFileSync(path, content);
	return path;
};

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const files = [
	write('photo.csv', Buffer.concat([jpeg, Buffer.alloc(2000, 7)])),
	write('empty.csv', ''),
	write('header.csv', '工单编号,受理时间,办结时间\n'),
	write('page.xls', '<html><body><table><tr><td>工单编号</td></tr></table></body></html>')
];
const good = write('good.csv', '工单编号,受理时间\n1,2026-09-01 08:00:00\n');
beforeAll(() => document(data, ['import', good]));

describe('files that are no exports', () => {
	test.each([
		['zh', /^[^a-z]*[\u4e00-\u9fff][^。]*。/],
		['en', /^[A-Z][^\u4e00-\u9fff]*\.$/]
	])(
		'each is refused with a sentence in the language of who asks (%s), exit 1, and the version stays',
		async (language, sentence) => {
			const before = readFileSync(join(data, 'warehouse', 'current'), 'utf8');
			const { status, stdout, stderr } = await duban(data, ['import', ...files, '--json'], {
				env: { DUBAN_LANG: language }
			});
			expect(status).toBe(1);
			const refused = JSON.parse(stdout) as { refused: { reason: string; message: string }; version: string }[];
			expect(refused.map((one) => one.refused.reason)).toEqual([
				'not_a_table',
				'empty_file',
				'header_only',
				'html_table'
			]);
			for (const [place, { refused: refusal, version }] of refused.entries()) {
				expect(refusal.message).toMatch(sentence);
				expect(stderr).toContain(`${files[place]!.split('/').at(-1)}: ${refusal.message}\n`);
				expect(`${version}\n`).toBe(before);
			}
			expect(readFileSync(join(data, 'warehouse', 'current'), 'utf8')).toBe(before);
			expect(await document(data, ['ask', 'volumes'])).toEqual([{ received: 1, desk: 0, toUnits: 1 }]);
		}
	);
});

test('with --json there is one document on standard output, and nothing else', async () => {
	for (const line of [
		['import', good, ...files.slice(1, 2)],
		['ask', 'timeliness', '--by', 'unit']
	]) {
		const { stdout } = await duban(data, [...line, '--json'], { door: ['src/setup.mjs', 'cli'] });
		expect(stdout.trimEnd().split('\n'), line.join(' ')).toHaveLength(1);
		expect(Array.isArray(JSON.parse(stdout))).toBe(true);
	}
});

test('a command that cannot be carried out says what to write instead, exit 2, and prints nothing', async () => {
	for (const line of [
		['import', join(root, 'nowhere.csv')],
		['import', good, '--data-cut', '2026-02-30 10:00:00'],
		['ask', 'the-weather'],
		['ask', 'volumes', '--by', 'colour'],
		['ask', 'volumes', '--unti', '2026-09-01'],
		['ask', 'handling-time', '--estimator', 'guess'],
		['ask', 'handling-time', '--days', 'working'],
		['fly']
	]) {
		const { status, stdout, stderr } = await duban(data, [...line, '--json']);
		expect([status, stdout], line.join(' ')).toEqual([2, '']);
		expect(stderr, line.join(' ')).toMatch(/^duban: [^\n]+\n$/);
	}
});
