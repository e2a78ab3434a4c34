import { describe, expect } from 'vitest';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import type { QuickBench } from '../quick-bench.ts';
import { asks, counted, flagged, input, lines, orders, refusedFor, setAside } from './outcomes.ts';

const text = lines(
	'工单编号,登记时间,承办单位',
	'GD1001,2026-03-01 08:00:00,城市管理局',
	'GD1002,2026-03-01 09:00:00,民政局'
);

/** B01–B15: what the bytes are. */
export function encodings({ take, taken, asked, ask }: QuickBench): void {
	const units = async (content: string | Uint8Array) => {
		const result = await taken(take(content));
		const rows = await ask(result, 'select unit from staged order by row_number');
		return { encoding: result.format.encoding, units: rows.map(({ unit }) => unit) };
	};

	describe('encodings', () => {
		const read = (id: string, what: string, bytes: () => Uint8Array, encoding: string, unit = '城市管理局') =>
			input(id, what, 'A', async () => {
				expect(await units(bytes())).toEqual({ encoding, units: [unit, '民政局'] });
				return `read as ${encoding}`;
			});
		read('B01', 'UTF-8', () => Buffer.from(text), 'utf-8');
		read('B02', 'UTF-8 with a mark', () => Buffer.from(`\ufeff${text}`), 'utf-8');
		read('B03', 'GBK', () => encodeGb18030(text), 'gb18030');
		read('B04', 'four-byte characters', () => encodeGb18030(text.replace('城市', '𠮷市')), 'gb18030', '𠮷市管理局');
		read('B05', 'UTF-16 as Excel writes it', () => Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le');

		input('B06', 'two encodings in one file', 'Q', async () => {
			const other = lines('GD1003,2026-03-01 08:00:00,市场监督管理局', 'GD1004,2026-03-01 08:00:00,水务局');
			const inUtf8 = await taken(take(Buffer.concat([Buffer.from(text), encodeGb18030(other)])));
			expect(await ask(inUtf8, 'select unit from staged order by 1')).toEqual([
				{ unit: '城市管理局' },
				{ unit: '民政局' }
			]);
			const told = await ask(inUtf8, `select row_number::integer as row, reason, value from rows order by 1`);
			expect(told).toMatchObject([
				{ row: 4, reason: 'foreign_encoding' },
				{ row: 5, reason: 'foreign_encoding' }
			]);
			expect(told[0]!.value).toContain('GD1003');
			const long = text + lines('GD1005,2026-03-01 08:00:00,住房和城乡建设局', 'GD1006,2026-03-01 08:00:00,教育局');
			const inGb = await taken(take(Buffer.concat([encodeGb18030(long), Buffer.from(other)])));
			expect(inGb.rows).toMatchObject({ accepted: 4, setAside: 2 });
			return setAside(inUtf8, 'foreign_encoding', 2);
		});

		input('B07', 'cut inside a character', 'Q', async () => {
			const cut = Buffer.from(text + 'GD1003,2026-03-01 08:00:00,水务局');
			const result = await taken(take(cut.subarray(0, cut.length - 1)));
			expect(result.rows.accepted).toBe(2);
			expect(flagged(result, 'cut_short')).not.toBe('');
			return setAside(result, 'foreign_encoding', 1);
		});

		input('B08', 'GBK that is valid UTF-8 too', '?', async () => {
			const english = 'order_number,received_at,unit\nA1001,2026-03-01 08:00:00,';
			const both = Buffer.concat([Buffer.from(english), Buffer.from([0xc2, 0xa3, 0xd2, 0xbb]), Buffer.from('\n')]);
			const question = await asked(take(both));
			expect(question).toEqual({
				name: 'encoding',
				details: { value: '拢一' },
				choices: [
					{ value: 'utf-8', samples: ['£һ'] },
					{ value: 'gb18030', samples: ['拢一'] }
				]
			});
			const said = await taken(take(both, { answers: { encoding: 'gb18030' } }));
			expect(await ask(said, 'select unit from staged')).toEqual([{ unit: '拢一' }]);
			expect((await taken(take(`${english}Café Québec\n`))).format.encoding).toBe('utf-8');
			return asks(question);
		});
	});

	describe('characters', () => {
		input('B09', 'characters that were broken before', 'F', async () => {
			const result = await taken(
				take(orders({ 承办单位: ['城管\ufffd', '城管局', '锟斤拷局'] }, ['GD1001', 'GD锟斤拷', 'GD1003']))
			);
			expect(result.rows.accepted).toBe(2);
			return `${flagged(result, 'broken_characters')} ${setAside(result, 'broken_characters', 1)}`;
		});

		input('B10', 'NUL bytes', 'F', async () => {
			const result = await taken(take(orders({ 承办单位: ['城\0管局', '城管局'] }, ['GD1001', 'GD\x001002'])));
			expect(await ask(result, 'select unit from staged')).toEqual([{ unit: '城管局' }]);
			expect(setAside(result, 'broken_characters', 1)).not.toBe('');
			return counted(result, 'control_characters', 1);
		});

		input('B11', 'blanks nobody sees in headers', 'N', async () => {
			const result = await taken(
				take(lines('\u00a0工单编号\u3000,登记\u200b时间,"承办\t单位"', 'GD1001,2026-03-01 08:00:00,城管局'))
			);
			expect(result.mapping.map(({ field }) => field).sort()).toEqual(['order_number', 'registered_at', 'unit']);
			return flagged(result, 'header_tidied');
		});

		input('B12', 'marks of direction and control characters in text', 'N', async () => {
			const result = await taken(take(orders({ 承办单位: ['城\u202e管局', '城\x07管局'] })));
			expect(await ask(result, 'select distinct unit from staged')).toEqual([{ unit: '城管局' }]);
			return `${counted(result, 'invisible_characters', 1)} ${counted(result, 'control_characters', 1)}`;
		});

		for (const [id, what, content, reason] of [
			['B13', 'no byte', '', 'empty_file'],
			['B14', 'only blanks', ' \n\t\n', 'empty_file'],
			['B15', 'a header and no rows', '工单编号,登记时间\n', 'header_only']
		] as const) {
			input(id, what, 'X', async () => refusedFor(await take(content), reason));
		}
	});
}
