import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { releaseFoot } from '#lib/view/release-view.ts';
import type { Release } from '#lib/server/release/read-release.ts';

const root = join(import.meta.dirname, '../..');
const print = readFileSync(join(root, 'src/lib/styles/print.css'), 'utf8');

describe('on paper', () => {
	test('what is for pressing is not printed', () => {
		const gone = /([^{}]*)\{\s*display: none !important;/.exec(print)![1]!;
		for (const part of ['nav', '.table-foot', '.take-away', '.foot-links', '.files', 'button', 'form'])
			expect(gone, part).toContain(part);
	});

	test('no heading, no head of a table and no words before one end a sheet, no total begins one', () => {
		const ends = /([^{}]*)\{\s*break-after: avoid;/.exec(print)![1]!;
		for (const part of [
			'h2',
			'h3',
			'caption',
			'main p:has(+ :is(.data-table',
			'thead',
			':has(tfoot) tbody tr:nth-last-child'
		])
			expect(ends, part).toContain(part);
		const begins = /([^{}]*)\{\s*break-before: avoid;/.exec(print)![1]!;
		for (const part of ['tfoot', '.chart .source']) expect(begins, part).toContain(part);
	});

	test.each(['overview', 'completion', 'ranking', 'response-times', 'return-visits'])(
		'the foot of /%s defines what stands in its tables',
		(page) => {
			const path = join(root, 'src/routes/(supervision)', page, '+page.server.ts');
			expect(readFileSync(path, 'utf8')).toMatch(/foot: \{ \.\.\.shown\.foot, definitions: definitionLines\(/);
		}
	);

	test('the foot of a release says its definitions out of its own manifest', () => {
		const both = { 'zh-CN': '按期办结率', en: 'On-time rate' };
		const { definitions, dataCut, period, version } = releaseFoot({
			ref: { period: '2026-10', revision: 1 },
			tables: { ranking: { columns: [{ key: 'rate', kind: 'rate', measure: 'on-time-due' }], rows: [] } },
			manifest: {
				dataCut: '2026-10-31 23:59:59',
				warehouseVersion: 'abcdef',
				isMadeUp: false,
				definitions: [
					{ id: 'T9', key: 'on-time-due', name: both, formula: both, leftOut: both, basis: 'later_basis', source: '' }
				]
			}
		} as unknown as Release);
		expect([period, dataCut, version]).toEqual(['2026年10月', '2026-10-31 23:59:59', 'abcdef']);
		expect(definitions).toEqual([{ term: 'T9 按期办结率', text: expect.stringContaining('later_basis') }]);
	});
});
