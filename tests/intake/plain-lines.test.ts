import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { keepCells } from '#lib/server/intake/cells/load-cells.ts';
import { type SpillPaths, spillRows } from '#lib/server/intake/cells/spill-rows.ts';
import { openDatabase } from '#lib/server/intake/check/database.ts';
import { openText } from '#lib/server/intake/read/open-text.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-plain-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const header = '工单编号,登记时间,办结时间,承办单位,备注';

/** Cells that are told apart alike whichever way a line is read, and such as make a line anything but plain. */
const cells = [
	...['城管局', '', 'GD1001', '2026-03-01 08:00:00', ' 前后有空白 ', 'a\tb', '𠮷野家', '１２３', '合计', '小计：12'],
	...['"引号, 和逗号"', '"两\n行"', '说"话', '"从未关上', '\u0001', '\u007f', '\u3000', '=1+1', "'0012"]
];

/** Lines of every kind in a drawn order, among many that are plain. */
function linesOf(seed: number): string {
	const random = randomFrom(seed);
	const pick = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)]!;
	const plain = (place: number) => `GD${1000 + place},2026-03-01 08:00:00,,城管局,${pick(['无', '已转办', ''])}`;
	const odd = [
		() => '',
		() => ',,,,',
		() => '合计,12,,,',
		() => header,
		() => `GD${Math.floor(random() * 9000)},2026-03-01 08:00:00`,
		() => `${plain(1)},多,出`,
		() => `${plain(2)},,`,
		() => `第12号,2026-03-01 08:00:00,,城管局,`,
		() => `12,2026-03-01 08:00:00,,城管局,`,
		() => Array.from({ length: 5 }, () => pick(cells)).join(','),
		() => `GD77,2026-03-01 08:00:00,,${'长'.repeat(70_000)},`,
		() => `GD78\r,2026-03-01 08:00:00,,城管局,`
	];
	const lines = Array.from({ length: 60 }, (_, place) => (random() < 0.7 ? plain(place) : pick(odd)()));
	const end = pick(['\n', '\r\n']);
	return `${header}${end}${lines.join(end)}${pick(['', end])}`;
}

/** Texts whose lines could be taken as they stand: where apostrophes look like quotes none can. */
let readByLine = 0;
/** Of these, such as had some of them in the second half, before any that are not plain. */
let readAhead = 0;

/** Everything that spilling an export leaves, as JSON: cells by row, what other rows are, and the counts. */
async function spilled(path: string, folder: string, isByLine: boolean, leastAhead?: number): Promise<string> {
	const opened = openText(path, null, () => ({}));
	if (isByLine && opened.plain) readByLine++;
	if (!isByLine) delete opened.plain;
	mkdirSync(folder);
	const paths: SpillPaths = {
		plain: join(folder, 'a'),
		ahead: join(folder, 'd'),
		parted: join(folder, 'b'),
		other: join(folder, 'c')
	};
	const all = await spillRows(opened, paths, () => {}, leastAhead);
	if (all.ahead.rows > 0) readAhead++;
	const { separator, hasQuotes, ahead, ...counts } = all;
	// Rows told cell by cell are not looked at for it.
	delete counts.hasUtf8Runs;
	const database = await openDatabase(folder);
	try {
		const kept = join(folder, 'cells.parquet');
		await keepCells(database, opened.header.headers, paths, { ...counts, separator, hasQuotes, ahead }, kept);
		const rows = await database.rows(`select * from read_parquet('${kept}') order by row_number`);
		const other = await database.rows(`select * from read_csv('${paths.other}', header = false, all_varchar = true)`);
		return JSON.stringify({ counts, rows, other }, null, 1);
	} finally {
		database.close();
	}
}

describe('lines taken as they stand are the rows that parting them gives', () => {
	test.each(Array.from({ length: 24 }, (_, seed) => seed + 1))('seed %i', async (seed) => {
		const text = linesOf(seed);
		const path = join(root, `${seed}.csv`);
		writeFileSync(path, seed % 2 === 0 ? encodeGb18030(text) : text);
		const byLine = await spilled(path, join(root, `${seed}-lines`), true);
		expect(byLine).toBe(await spilled(path, join(root, `${seed}-parted`), false));
		expect(await spilled(path, join(root, `${seed}-ahead`), true, 0)).toBe(byLine);
	});

	test('most of these texts had such lines, and many of them some that were read ahead', () => {
		expect(readByLine).toBeGreaterThan(24);
		expect(readAhead).toBeGreaterThan(6);
	});

	test('nearly all lines of an export are taken so', async () => {
		const path = join(root, 'plain.csv');
		const rows = Array.from({ length: 500 }, (_, place) => `GD${place + 1000},2026-03-01 08:00:00,,城管局,“好”`);
		writeFileSync(path, encodeGb18030(`${header}\r\n${rows.join('\r\n')}\r\n合计,500,,,\r\n`));
		const opened = openText(path, null, () => ({}));
		const folder = join(root, 'plain');
		mkdirSync(folder);
		const paths = {
			plain: join(folder, 'a'),
			ahead: join(folder, 'd'),
			parted: join(folder, 'b'),
			other: join(folder, 'c')
		};
		expect(await spillRows(opened, paths, () => {})).toMatchObject({ read: 501, data: 500, nonData: 1 });
		const database = await openDatabase(folder);
		const lines = await database.rows(`select count(*) as n_lines from read_csv('${paths.plain}', header = false)`);
		database.close();
		expect(lines).toEqual([{ n_lines: 500 }]);
	});
});

test('a line without an end is one broken row whose beginning is shown', async () => {
	const path = join(root, 'endless.csv');
	const row = 'GD1001,2026-03-01 08:00:00,,城管局,';
	writeFileSync(path, `${header}\n${row}\n${'x'.repeat(9_000_000)}\n${row}\n`);
	const found = JSON.parse(await spilled(path, join(root, 'endless'), true)) as {
		counts: object;
		rows: { row_number: number; p1: string }[];
	};
	expect(found.counts).toMatchObject({ read: 3, data: 2, setAside: 1 });
	expect(found.rows.map(({ row_number, p1 }) => [row_number, p1.length])).toEqual([
		[2, 6],
		[3, 400],
		[4, 6]
	]);
});

test('lines read ahead end before a line without an end', async () => {
	const path = join(root, 'endless-ahead.csv');
	const long = Array.from(
		{ length: 250 },
		(_, place) => `GD${1000 + place},2026-03-01 08:00:00,,城管局,${'长'.repeat(15_000)}`
	);
	writeFileSync(path, `${[header, ...long].join('\n')}\n${'x'.repeat(9_000_000)}\n${long[0]}\n`);
	const before = readAhead;
	const ahead = await spilled(path, join(root, 'endless-ahead'), true, 0);
	expect(readAhead).toBe(before + 1);
	expect(ahead).toBe(await spilled(path, join(root, 'endless-here'), true));
});
