import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Said } from '#lib/domain/answers.ts';
import type { Looked } from '#lib/domain/looked.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { lookAt } from '#lib/server/intake/look.ts';
import { lookAtExport } from '#lib/server/intake/look-at-export.ts';
import { RefusedExport } from '#lib/server/intake/refused-export.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-look-'));
const folder = ensureDataFolder(dataFolder(root));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let files = 0;

const look = (content: string | Uint8Array, said: Said = {}) => {
	const archived = join(root, `export-${++files}`);
	writeFileSync(archived, content);
	const scratch = join(root, `job-${files}`);
	mkdirSync(scratch);
	return lookAt({ archived, folder: scratch, said });
};
const columnsOf = async (content: string, said?: Said) =>
	((await look(content, said)) as Looked).columns.map(({ header, field, why }) => `${header}: ${field} (${why})`);

const text = [
	'某市工单明细,,,,,',
	'工单编号（必填）,受理日期,受理时间,最终办结时间,承办单位,承办单位',
	...Array.from({ length: 9 }, (_, n) => `GD${n},2026-03-0${n + 1},08:00,2026-04-01 09:00:00,甲局,乙局`),
	''
].join('\n');

test('columns are shown in their order with what they are taken for and why', async () => {
	expect(await columnsOf(text)).toEqual([
		'工单编号（必填）: order_number (remark)',
		'受理日期: registered_at (half)',
		'受理时间: registered_at (name)',
		'最终办结时间: closed_at (ending)',
		'承办单位: unit (name)',
		'承办单位#2: null (unknown)'
	]);
});

test('what was said of a column is why it is taken for that; what is kept raw is nobody’s', async () => {
	const answers = { 'column:unit': '承办单位#2', raw: '["受理日期","最终办结时间"]' };
	const said = await columnsOf(text, { answers });
	expect(said.slice(1)).toEqual([
		...['受理日期: null (raw)', '受理时间: registered_at (name)', '最终办结时间: null (raw)'],
		...['承办单位: null (unknown)', '承办单位#2: unit (said)']
	]);
});

test('the first rows are shown, cut to a line, with few samples of each column', async () => {
	const long = text.replaceAll('甲局', `"${'甲'.repeat(100)}\n局"`);
	const { rows, columns, kind } = (await look(long)) as Looked;
	expect([kind, rows.length, rows[0]!.number]).toEqual(['orders', 6, 3]);
	expect(rows[0]!.cells[4]).toHaveLength(80);
	expect(columns[0]!.samples).toEqual(['GD0', 'GD1', 'GD2']);
	expect(columns[1]).toMatchObject({ filled: 9, fitting: 9 });
});

test('a question that stands before every column is given instead of columns, with the rows the file begins with', async () => {
	const unnamed = 'GD1,2026-03-01 08:00,甲局\nGD2,2026-03-02 08:00,乙局\n';
	expect(await look(unnamed)).toMatchObject({
		...{ outcome: 'asked', question: { name: 'header-row' } },
		rows: [{ number: 1, cells: ['GD1', '2026-03-01 08:00', '甲局'] }, { number: 2 }]
	});
	const said = (await look(unnamed, { answers: { 'header-row': 'none' } })) as Looked;
	expect(said.columns.map(({ holdsDays }) => holdsDays)).toEqual([false, true, false]);
});

test('a file that can not be read is refused, also by the process a page asks; that process leaves nothing', async () => {
	await expect(look('标题\n')).rejects.toThrow(RefusedExport);
	const sha256 = 'a'.repeat(64);
	writeFileSync(join(folder.exports, sha256), text);
	expect(await lookAtExport(folder, { sha256, said: {} })).toMatchObject({ outcome: 'looked', kind: 'orders' });
	writeFileSync(join(folder.exports, sha256), '标题\n');
	expect(await lookAtExport(folder, { sha256, said: {} })).toMatchObject({
		...{ outcome: 'refused', refusal: { reason: 'no_header_found' } }
	});
	rmSync(join(folder.exports, sha256));
	expect(await lookAtExport(folder, { sha256, said: {} })).toMatchObject({
		...{ outcome: 'refused', refusal: { reason: 'unreadable_file' } }
	});
	expect(readdirSync(folder.scratch)).toEqual([]);
});
