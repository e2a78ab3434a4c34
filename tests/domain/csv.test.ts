import { describe, expect, test } from 'vitest';
import { csvDocument, harmless } from '#lib/domain/csv.ts';

describe('a document', () => {
	test('opens with a BOM and ends every row with CRLF', () => {
		expect(csvDocument(['单位', '受理'], [['城管局', 7]])).toBe('\uFEFF单位,受理\r\n城管局,7\r\n');
	});

	test('has its header even without rows', () => {
		expect(csvDocument(['a'], [])).toBe('\uFEFFa\r\n');
	});

	test('leaves null empty, and numbers as they are', () => {
		expect(csvDocument(['a', 'b', 'c', 'd'], [[null, 0, -5, 0.8360020931449503]])).toBe(
			'\uFEFFa,b,c,d\r\n,0,-5,0.8360020931449503\r\n'
		);
	});

	test.each([
		['a,b', '"a,b"'],
		['say "yes"', '"say ""yes"""'],
		['two\nlines', '"two\nlines"'],
		['a\rb', '"a\rb"'],
		['=1,2', `"'=1,2"`],
		['中文；分号', '中文；分号']
	])('quotes %j where it must', (text, cell) => {
		expect(csvDocument(['h'], [[text]])).toBe(`\uFEFFh\r\n${cell}\r\n`);
	});

	test('headings are as harmless as cells', () => {
		expect(csvDocument(['=cmd'], [])).toBe(`\uFEFF'=cmd\r\n`);
	});
});

describe('what a spreadsheet would run', () => {
	test.each([
		'=1+1',
		'+1',
		'-1',
		'@SUM(A1)',
		'＝1',
		'＋1',
		'－1',
		'＠x',
		'\t=1',
		'\r=1',
		' =1',
		'\u3000=1',
		'\u00a0@x',
		'\n=1',
		'\0=1'
	])('%j gets an apostrophe', (text) => {
		expect(harmless(text)).toBe(`'${text}`);
	});

	test.each(['城管局', 'a=b', '1-2', 'x@y.cn', '', ' 空格', `'quoted`])('%j stays', (text) => {
		expect(harmless(text)).toBe(text);
	});
});
