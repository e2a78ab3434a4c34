import { describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { cellText, fullCell, type Table } from '#lib/components/table.ts';
import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import { cityTime } from '#lib/server/city-time.ts';
import { importsList, importsTable, type ImportShown } from '#lib/view/imports-view.ts';
import { namedPeriodName } from '#lib/view/period-names.ts';
import { load as importsPage } from '../../src/routes/(office)/imports/+page.server.ts';
import { load as publishingPage } from '../../src/routes/(office)/publishing/+page.server.ts';
import { load as releasesPage } from '../../src/routes/(public)/releases/+page.server.ts';
import { endings, listBench, type Door } from './list-bench.ts';

const { event, get, taken } = listBench();

/** What a page shows of each row, without the apostrophe that only a file needs. */
const textsOf = ({ columns, rows }: Table) =>
	rows.map((row) => columns.map(({ key, kind }) => cellText(fullCell(row[key]), kind, 'zh-CN')));
/** A file's cell as a page would write it. */
function shown(value: string | number | null | undefined, heading: string): string {
	if (value === null || value === undefined || value === '') return '–';
	if (typeof value === 'number')
		return /率/.test(heading) ? `${Math.round(value * 100)}%` : formatCount(value, 'zh-CN');
	if (/^\d{4}-(\d{2}|Q\d)$/.test(value)) return namedPeriodName(value);
	return /^\d{4}-\d{2}-\d{2}/.test(value) ? formatDateTime(value, 'zh-CN') : value.replace(/^'/, '');
}
const asShown = ({ headings, rows }: Awaited<ReturnType<typeof taken>>, page: Table) =>
	rows.map((row) => page.columns.map(({ heading }) => shown(row[headings.indexOf(heading)], heading)));

const lists: [Door, string, string][] = [
	['releases', 'months', '已发布的月份'],
	['releases', 'quarters', '已发布的季度'],
	['imports', 'imports', '导入记录'],
	['imports', 'exports', '在用的导出文件'],
	['publishing', 'months', '月份的发布情况'],
	['publishing', 'quarters', '季度的发布情况'],
	['users', 'accounts', '账号名单']
];

describe.each(lists)('the list %s/%s', (door, list, title) => {
	test('says in every form what it is, when it was made and by which clock, and that it is whole', async () => {
		const { said, rows, parquet, name } = await taken(door, list);
		for (const text of Object.values(said))
			for (const words of [title, cityTime(new Date().toISOString()), 'Asia/Shanghai', `共 ${rows.length} 行`])
				expect(text).toContain(words);
		expect(parquet).toHaveLength(rows.length);
		expect(decodeURIComponent(name)).toMatch(new RegExp(`UTF-8''${title}.*\\.csv$`));
	});

	test('can be had in English', async () => {
		overwriteGetLocale(() => 'en');
		try {
			const { headings, said } = await taken(door, list);
			expect(headings.join()).not.toMatch(/\p{Script=Han}/u);
			for (const text of Object.values(said)) expect(text).toContain('by the clocks of Asia/Shanghai');
		} finally {
			overwriteGetLocale(() => 'zh-CN');
		}
	});
});

describe('releases', () => {
	const page = async () => (await releasesPage(event())) as { tables: Table[] };

	test('have the rows of the page, to the digit, and the two numbers of each rate', async () => {
		const [months] = (await page()).tables;
		expect(months).toMatchObject({ id: 'months', csvHref: '/releases/months.csv' });
		expect(months!.otherFiles!.map(({ href }) => href)).toEqual(['/releases/months.xlsx', '/releases/months.parquet']);
		const file = await taken('releases', 'months');
		expect(asShown(file, months!)).toEqual(textsOf(months!));
		expect(file.rows.map(([period]) => period)).toEqual(['2026-09', '2026-08']);
		for (const { due_rate, due_numerator, due_denominator } of file.parquet as Record<string, number>[])
			expect(due_rate).toBeCloseTo(due_numerator! / due_denominator!, 2);
	});

	test('define their measures, say how small numbers are protected, and may be kept a while', async () => {
		const { said } = await taken('releases', 'months');
		for (const text of Object.values(said))
			for (const words of ['T9', '归期依据', '<10']) expect(text).toContain(words);
		const heard: Record<string, string> = {};
		await get('releases', 'months', 'csv', heard);
		expect(heard['cache-control']).toBe('public, max-age=300');
	});

	test('tell of nobody: who released is for the office', async () => {
		for (const ending of endings) {
			const bytes = Buffer.from(await (await get('releases', 'months', ending)).arrayBuffer());
			expect(bytes.includes('张三'), ending).toBe(false);
		}
	});
});

describe('imports', () => {
	const page = async () => (await importsPage(event())) as unknown as { table: Table; exports: Table };

	test('have the rows of the page, refused and repeated files too', async () => {
		const { table } = await page();
		const file = await taken('imports', 'imports');
		expect(asShown(file, table)).toEqual(textsOf(table));
		expect(file.rows.map((row) => row[3])).toEqual(['整份拒收', '与先前同一文件', '已导入']);
		expect(file.parquet.map(({ outcome }) => outcome)).toEqual(['refused', 'again', 'taken']);
		expect(file.parquet[0]).toMatchObject({ imported_at: '2026-11-22 04:02:00', read: null, data_cut: null });
		expect(table.rows[0]!.file).toMatchObject({ href: '/imports/3' });
	});

	test('a name that a spreadsheet would run, or that turns the text round, does neither', async () => {
		const file = await taken('imports', 'imports');
		expect(file.rows[0]![0]).toBe(`'=1+1\uFFFD.csv`);
		expect(file.parquet[0]!.file).toBe('=1+1\uFFFD.csv');
	});

	test('exports in use have the rows of the page and the whole of each hash', async () => {
		const { exports: table } = await page();
		const file = await taken('imports', 'exports');
		expect(table).toMatchObject({ csvHref: '/imports/exports.csv' });
		expect(file.parquet.every(({ hash }) => /^[0-9a-f]{64}$/.test(String(hash)))).toBe(true);
		const short = { ...file, rows: file.rows.map((row) => row.with(-1, `${String(row.at(-1)).slice(0, 12)}…`)) };
		expect(asShown(short, table)).toEqual(textsOf(table));
	});

	test('a long page stops, the file does not, and the link says how many rows it holds', () => {
		const refused = { outcome: 'refused', refusal: { reason: 'empty_file', details: {} } };
		const many = Array.from({ length: 501 }, (_, place) => ({
			...{ seq: 501 - place, sha256: `${place}`, fileName: 'x.csv', importedAt: '2026-11-22 04:00:00' },
			result: refused
		})) as unknown as ImportShown[];
		const list = importsList(many);
		expect(list.rows).toHaveLength(501);
		expect(importsTable(list).rows).toHaveLength(500);
		expect(importsTable(list).fileRows).toBe(501);
	});
});

test('what was published, by whom and when, stands in the file as on the page', async () => {
	type Group = { rows: { name: string; state: string; revisions: { text: string }[] }[]; fileRows: number };
	const { page } = (await publishingPage(event())) as { page: { groups: (Group & { csvHref: string })[] } };
	for (const [place, list] of ['months', 'quarters'].entries()) {
		const group = page.groups[place]!;
		const file = await taken('publishing', list);
		expect(group).toMatchObject({ csvHref: `/publishing/${list}.csv`, fileRows: file.rows.length });
		const sentences = file.rows.map(([period, state, revision, by, at, cut]) => [
			shown(period, ''),
			state,
			revision === null
				? null
				: `第 ${revision} 版，${by}，${formatDateTime(String(at), 'zh-CN')}，数据截至 ${formatDateTime(String(cut), 'zh-CN')}`
		]);
		expect(sentences).toEqual(
			group.rows.flatMap(({ name, state, revisions }) =>
				revisions.length > 0 ? revisions.map(({ text }) => [name, state, text]) : [[name, state, null]]
			)
		);
	}
	const [september] = (await taken('publishing', 'months')).parquet;
	expect(september).toMatchObject({ period: '2026-09', state: 'current', revision: 1, frozen_by: '张三' });
});
