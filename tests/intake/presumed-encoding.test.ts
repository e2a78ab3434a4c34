import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { manyBytes, presumedEncoding } from '#lib/server/intake/read/presumed-encoding.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import { quickBench } from './quick-bench.ts';

const { take, taken, ask } = quickBench();
const folder = mkdtempSync(join(tmpdir(), 'duban-presumed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = '工单编号,登记时间,承办单位,诉求内容\n';
const row = (number: number, text = '路灯不亮') => `GD${number},2026-03-01 08:00:00,城管局,${text}\n`;
const numbers = Array.from({ length: 5_000 }, (_, place) => 1_000 + place);
/** Rows so long that not many make a large file. */
const many = encodeGb18030(header + numbers.map((number) => row(number, '路灯不亮'.repeat(500))).join(''));
const kept = numbers.map((number) => `GD${number}`);

describe('a large file whose beginning is GB18030', () => {
	const inGb = (text: string) => encodeGb18030(text);

	test('is as large as it takes', () => expect(many.length).toBeGreaterThan(manyBytes));

	test.each<[string, Uint8Array[], { accepted: number; reasons: { reason: string; count: number }[] }]>([
		['and so is the rest', [inGb(row(9000))], { accepted: 5_001, reasons: [] }],
		[
			'has a line of UTF-8 far below',
			[inGb(row(9000)), Buffer.from(row(9001, '市民反映路灯不亮多日')), inGb(row(9002))],
			{ accepted: 5_002, reasons: [{ reason: 'foreign_encoding', count: 1 }] }
		],
		[
			'has a byte far below that belongs to nothing',
			[inGb(row(9000)), Buffer.from('GD9001,2026-03-01 08:00:00,\xff\xff,\n', 'latin1'), inGb(row(9002))],
			{ accepted: 5_002, reasons: [{ reason: 'foreign_encoding', count: 1 }] }
		],
		[
			'ends inside a character',
			[inGb(row(9000)), inGb(row(9001)).subarray(0, -2)],
			{ accepted: 5_001, reasons: [{ reason: 'foreign_encoding', count: 1 }] }
		]
	])(
		'%s: nothing else is read than where all of it is looked through first',
		async (_, tail, { accepted, reasons }) => {
			const result = await taken(take(Buffer.concat([many, ...tail])));
			expect(result.rows).toMatchObject({ read: accepted + reasons.length, accepted });
			expect(result.reasons).toEqual(reasons);
			const [first] = await ask(
				result,
				`select count(*)::integer as n, count(distinct unit)::integer as units from staged
			where order_number in ('${kept.join(`', '`)}')`
			);
			expect(first).toEqual({ n: kept.length, units: 1 });
		}
	);
});

describe('nothing is presumed', () => {
	const presumed = (name: string, bytes: Uint8Array) => {
		const path = join(folder, name);
		writeFileSync(path, bytes);
		return presumedEncoding(path, 0);
	};
	const short = header + row(1);

	test('of a small file', () => {
		const path = join(folder, 'small.csv');
		writeFileSync(path, encodeGb18030(short));
		expect(presumedEncoding(path)).toBeUndefined();
		expect(presumedEncoding(path, 0)).toBe('gb18030');
	});

	test.each([
		['UTF-8', Buffer.from(short)],
		['nothing but ASCII', Buffer.from('a,b\n1,2\n')],
		['damaged UTF-8', Buffer.concat([Buffer.from(short), Buffer.from([0xb9, 0xa4, 0x0a])])],
		['text with the mark of UTF-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), encodeGb18030(short)])],
		['text with the mark of UTF-16', Buffer.from(`\ufeff${short}`, 'utf16le')],
		['what is no text of GB18030', Buffer.from([0xff, 0x31, 0x0a])],
		['one line', encodeGb18030('工单编号')]
	])('of %s', (name, bytes) => expect(presumed(`${name}.csv`, bytes)).toBeUndefined());
});
