import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { document, duban } from '../support/command-line.ts';

/**
 * The command line on exports made by others. Every figure here was computed outside the product, with other
 * tools; the files are no part of the project.
 */
const exports = resolve(import.meta.dirname, '../../../shared/exports');
const isThere = existsSync(exports);
if (!isThere) console.warn('acceptance on real exports: skipped, since ../shared/exports is not on this machine');

const root = mkdtempSync(join(tmpdir(), 'duban-acceptance-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const newFolder = () => join(root, `data-${++folders}`);
const real = (...paths: string[]) => paths.map((path) => join(exports, path));

type Row = Record<string, unknown>;
type Rows = { read: number; accepted: number; setAside: number; identical: number; nonData: number };
type Taken = { rows: Rows; version: string; mapping: { field: string; headers: string[] }[]; notes: string[]; unmapped: string[] };

const take = (data: string, ...line: string[]) => document<Taken[]>(data, ['import', ...line]);
const ask = (data: string, ...line: string[]) => document<Row[]>(data, ['ask', ...line]);
const rateOf = async (data: string, ...line: string[]) => {
	const [row] = await ask(data, 'on-time', ...line);
	return [row!.numerator, row!.denominator];
};
const three = (value: unknown) => Number((value as number).toFixed(3));

describe.skipIf(!isThere)('Pingshan, judged by the source’s own flags', () => {
	test.each(['pingshan/pingshan_2018-02_to_09.csv', 'pingshan/pingshan_2018-02_to_09.gb18030.csv'])('%s', async (path) => {
		const data = newFolder();
		const [taken] = await take(data, ...real(path));
		expect(taken!.rows).toMatchObject({ read: 3981, accepted: 3981, setAside: 0, identical: 0, nonData: 0 });
		expect(await ask(data, 'timeliness')).toEqual([
			{
				...{ closedOnTime: 3485, closedLate: 494, openWithin: 0, openOverdue: 0, unknown: 2, total: 3981 },
				...{ closedWithoutTime: 0, byFlag: 3979 }
			}
		]);
		// 117 units with a name, and orders without one.
		const units = await ask(data, 'volumes', '--by', 'unit');
		expect(units).toHaveLength(118);
		expect(units.reduce((sum, unit) => sum + (unit.received as number), 0)).toBe(3981);
	});

	test('both files in one folder are 3,981 orders; every row of the second is identical', async () => {
		const data = newFolder();
		const taken = await take(
			data,
			...real('pingshan/pingshan_2018-02_to_09.csv', 'pingshan/pingshan_2018-02_to_09.gb18030.csv')
		);
		expect(taken.map(({ rows }) => rows)).toMatchObject([
			{ read: 3981, accepted: 3981, identical: 0 },
			{ read: 3981, accepted: 0, identical: 3981, superseded: 0 }
		]);
		expect(await ask(data, 'volumes')).toMatchObject([{ received: 3981 }]);
	});
});

describe.skipIf(!isThere)('Baltimore', () => {
	const data = newFolder();
	beforeAll(() => take(data, ...real('baltimore/311_sample.csv')));

	test('closed by the due time, of those with both, as a whole and by agency', async () => {
		const byUnit = await ask(data, 'on-time', '--basis', 'closed', '--by', 'unit');
		const of = (unit: string) => {
			const row = byUnit.find((one) => one.unit === unit)!;
			return [row.numerator, row.denominator];
		};
		expect(await rateOf(data, '--basis', 'closed')).toEqual([7988, 9555]);
		expect(of('Solid Waste')).toEqual([4140, 4705]);
		expect(of('Transportation')).toEqual([1228, 1542]);
		expect(of('Housing')).toEqual([1035, 1158]);
		expect(of('Water Wastewater')).toEqual([474, 780]);
	});

	test('handling time', async () => {
		const [row] = await ask(data, 'handling-time');
		expect(row).toMatchObject({ n: 9792, negative: 0, dateOnly: 0, closedWithoutTime: 0 });
		expect([three(row!.medianHours), (row!.meanHours as number).toFixed(2), (row!.p90Hours as number).toFixed(2)]).toEqual([
			...[32.404, '296.55', '648.13']
		]);
	});

	test('by due date, at the moment the export was made', async () => {
		const cut = newFolder();
		await take(cut, ...real('baltimore/311_sample.csv'), '--data-cut', '2019-02-13 16:18:56');
		expect(await rateOf(cut)).toEqual([7944, 9646]);
	});
});

describe.skipIf(!isThere)('Boston, where the clock and the source’s flag differ', () => {
	test('the clock judges; five orders closed before they were opened stand apart', async () => {
		const data = newFolder();
		await take(data, ...real('boston/filtered_2016.csv'));
		expect(await rateOf(data, '--basis', 'closed')).toEqual([3824, 3927]);
		const [dropped] = await ask(data, 'handling-time');
		expect(dropped).toMatchObject({ n: 5355, negative: 5 });
		expect(three(dropped!.medianHours)).toBe(2.091);
		const [kept] = await ask(data, 'handling-time', '--negatives', 'keep');
		expect(kept).toMatchObject({ n: 5360, negative: 5 });
		expect(three(kept!.medianHours)).toBe(2.09);
	});
});

describe.skipIf(!isThere)('Los Angeles', () => {
	test('a visit date is no deadline, and orders closed before they were created stand apart', async () => {
		const data = newFolder();
		const [taken] = await take(data, ...real('los-angeles/2018_mini.csv'));
		expect(taken!.mapping.map(({ field }) => field)).not.toContain('due_at');
		expect(taken!.unmapped).toContain('ServiceDate');
		expect(taken!.notes).toContain('no_deadline_column');
		expect(await rateOf(data)).toEqual([0, 0]);
		const [dropped] = await ask(data, 'handling-time');
		expect(dropped).toMatchObject({ n: 9958, negative: 23 });
		expect(three(dropped!.medianHours)).toBe(71.359);
		const [kept] = await ask(data, 'handling-time', '--negatives', 'keep');
		expect(three(kept!.medianHours)).toBe(71.176);
	});
});

describe.skipIf(!isThere)('New York', () => {
	test('by closing date, and by due date at the moment the export was made', async () => {
		const data = newFolder();
		await take(data, ...real('new-york/311_sample.csv'));
		expect(await rateOf(data, '--basis', 'closed')).toEqual([2064, 2188]);
		const [row] = await ask(data, 'handling-time');
		expect(row).toMatchObject({ n: 2441, negative: 0, closedWithoutTime: 2 });
		expect(three(row!.medianHours)).toBe(1.817);
		await take(data, ...real('new-york/311_sample.csv'), '--data-cut', '2018-10-22 02:47:00');
		expect(await rateOf(data)).toEqual([1563, 1727]);
		expect(await rateOf(data, '--basis', 'closed')).toEqual([2064, 2188]);
	});
});

describe.skipIf(!isThere)('Kansas City', () => {
	test('closing dates without a time count in days, and in no hours', async () => {
		const data = newFolder();
		const [taken] = await take(data, ...real('kansas-city/311_Call_Center_Service_Requests.csv'));
		expect(taken!.rows).toMatchObject({ read: 4493, setAside: 0 });
		const [row] = await ask(data, 'handling-time');
		expect(row).toEqual({
			...{ n: 0, medianHours: null, p90Hours: null, meanHours: null, negative: 0 },
			...{ dateOnly: 2355, medianWholeDays: 10, closedWithoutTime: 457 }
		});
	});
});

describe.skipIf(!isThere)('Hunan', () => {
	test('a workbook whose times are text but for one real date; closing is taken from the reply', async () => {
		const data = newFolder();
		const [taken] = await take(data, ...real('hunan-messages/e4.xlsx'));
		expect(taken!.rows).toMatchObject({ read: 120, accepted: 120 });
		expect(taken!.notes).toContain('closing_taken_from_reply');
		const [row] = await ask(data, 'handling-time');
		expect(row!.n).toBe(120);
		expect(three(row!.medianHours)).toBe(238.702);
	});
});

describe('files that are no exports', () => {
	const data = newFolder();
	const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
	const write = (name: string, content: string | Buffer) => {
		const path = join(root, name);
		writeFileSync(path, content);
		return path;
	};
	const files = [
		write('photo.csv', Buffer.concat([jpeg, Buffer.alloc(2000, 7)])),
		write('empty.csv', ''),
		write('header.csv', '工单编号,受理时间,办结时间\n'),
		write('page.xls', '<html><body><table><tr><td>工单编号</td></tr></table></body></html>')
	];
	const good = write('good.csv', '工单编号,受理时间\n1,2026-09-01 08:00:00\n');
	beforeAll(() => take(data, good));

	test.each([
		['zh', /^[^a-z]*[\u4e00-\u9fff][^。]*。/],
		['en', /^[A-Z][^\u4e00-\u9fff]*\.$/]
	])('each is refused with a sentence in the language of who asks (%s), exit 1, and the version stays', async (language, sentence) => {
		const before = readFileSync(join(data, 'warehouse', 'current'), 'utf8');
		const { status, stdout, stderr } = await duban(data, ['import', ...files, '--json'], { env: { DUBAN_LANG: language } });
		expect(status).toBe(1);
		const refused = JSON.parse(stdout) as { refused: { reason: string; message: string }; version: string }[];
		expect(refused.map((one) => one.refused.reason)).toEqual(['not_a_table', 'empty_file', 'header_only', 'html_table']);
		for (const [place, { refused: refusal, version }] of refused.entries()) {
			expect(refusal.message).toMatch(sentence);
			expect(stderr).toContain(`${files[place]!.split('/').at(-1)}: ${refusal.message}\n`);
			expect(`${version}\n`).toBe(before);
		}
		expect(readFileSync(join(data, 'warehouse', 'current'), 'utf8')).toBe(before);
		expect(await ask(data, 'volumes')).toEqual([{ received: 1, desk: 0, toUnits: 1 }]);
	});

	test('with --json there is one document on standard output, and nothing else', async () => {
		for (const line of [['import', good], ['import', ...files], ['ask', 'volumes'], ['ask', 'timeliness', '--by', 'unit']]) {
			const { stdout } = await duban(data, [...line, '--json'], { door: ['src/setup.mjs', 'cli'] });
			expect(stdout.trimEnd().split('\n'), line.join(' ')).toHaveLength(1);
			expect(Array.isArray(JSON.parse(stdout))).toBe(true);
		}
	});

	test('a command that cannot be carried out says what to write instead, exit 2, and prints nothing', async () => {
		for (const line of [
			['import', join(root, 'nowhere.csv')],
			['import'],
			['import', good, '--data-cut', 'yesterday'],
			['import', good, '--data-cut', '2026-02-30 10:00:00'],
			['ask', 'the-weather'],
			['ask', 'volumes', '--by', 'colour'],
			['ask', 'volumes', '--from', '2026-02-30'],
			['ask', 'volumes', '--unti', '2026-09-01'],
			['fly']
		]) {
			const { status, stdout, stderr } = await duban(data, [...line, '--json']);
			expect([status, stdout], line.join(' ')).toEqual([2, '']);
			expect(stderr, line.join(' ')).toMatch(/^duban: [^\n]+\n$/);
		}
	});
});
