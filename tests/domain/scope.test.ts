import { describe, expect, test } from 'vitest';
import { everything, queryString, type Request, requestFrom, UnreadablePeriod } from '#lib/domain/scope.ts';

const dataCut = '2026-10-31 12:00:00';
const read = (text: string) => requestFrom(new URLSearchParams(text), dataCut);

describe('a query string is read back as it was written', () => {
	test.each([
		'',
		'?period=2026-09',
		'?period=2026-Q3',
		'?period=2026',
		'?period=all',
		'?from=2026-09-01&to=2026-09-15',
		'?from=2026-09-01',
		'?to=2026-09-15',
		'?period=days&from=2026-09-01&to=2026-09-01',
		'?period=2026-09&compare=year',
		'?compare=none',
		'?compare=before',
		'?unit=城管局',
		'?unit=城管局&unit=住建局&district=东区',
		'?unit=',
		'?unit=&unit=城管局',
		'?line=12345&channel=电话&kind=投诉&category=市容&district=东区&unit=城管局',
		`?unit=${encodeURIComponent(`A&B=C "d" 'e' +f %20 #g`)}`,
		`?unit=${encodeURIComponent(' 有空格 ')}`,
		`?category=${encodeURIComponent('城乡建设->市容')}`,
		'?period=2026-09&unknown=left+alone'
	])('%s', (text) => {
		const request = read(text);
		expect(read(queryString(request))).toEqual(request);
		expect(queryString(read(queryString(request)))).toBe(queryString(request));
	});

	test('every dimension, every kind of period, every comparison, many values', () => {
		for (const [periodName, period] of [
			['2026-09', { from: '2026-09-01', to: '2026-09-30' }],
			['all', { from: null, to: null }],
			[null, { from: '2026-01-01', to: null }]
		] as const) {
			for (const comparison of ['before', 'year', 'none'] as const) {
				for (const values of [[], [''], ['甲', ''], Array.from({ length: 200 }, (_, n) => `单位${n}`)]) {
					const request: Request = {
						scope: { ...everything, period, unit: values, line: values },
						periodName,
						comparison,
						rules: comparison === 'year' ? 'plain' : null
					};
					expect(read(queryString(request))).toEqual(request);
				}
			}
		}
	});
});

describe('what is left out', () => {
	test('without a period it is the last complete month at T', () => {
		expect(read('')).toEqual({
			scope: { ...everything, period: { from: '2026-09-01', to: '2026-09-30' } },
			periodName: '2026-09',
			comparison: 'before',
			rules: null
		});
	});

	test('a value given twice counts once, and no more than 200 are read', () => {
		expect(read('?unit=a&unit=a').scope.unit).toEqual(['a']);
		const many = Array.from({ length: 300 }, (_, n) => `unit=${n}`).join('&');
		expect(read(many).scope.unit).toHaveLength(200);
	});

	test('a named period goes before days', () => {
		expect(read('?period=2026-08&from=2026-09-01').scope.period).toEqual({ from: '2026-08-01', to: '2026-08-31' });
	});
});

test.each([
	['?period=soon', 'soon'],
	['?period=2026-13', '2026-13'],
	['?from=2026-02-30', '2026-02-30'],
	['?to=yesterday', 'yesterday'],
	['?from=2026-09-02&to=2026-09-01', '2026-09-02 – 2026-09-01']
])('%s names no period there could be', (text, value) => {
	expect(() => read(text)).toThrow(UnreadablePeriod);
	expect(() => read(text)).toThrow(expect.objectContaining({ value }));
});

describe('a change of the query string', () => {
	const request = read('?from=2026-09-01&to=2026-09-15&unit=城管局&compare=year');

	test('a period takes the place of the days', () => {
		expect(read(queryString(request, { period: '2026-08' }))).toMatchObject({
			periodName: '2026-08',
			comparison: 'year',
			rules: null
		});
	});

	test('values take the place of values, null removes them', () => {
		expect(read(queryString(request, { unit: ['a', 'b'] })).scope.unit).toEqual(['a', 'b']);
		expect(read(queryString(request, { unit: null })).scope.unit).toEqual([]);
	});

	test('what a page adds of its own is not read as a scope', () => {
		expect(queryString(read('?period=2026-09'), { by: 'unit' })).toBe('?period=2026-09&by=unit');
	});
});
