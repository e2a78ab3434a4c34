import { describe, expect, test } from 'vitest';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { importDetail } from '#lib/view/import-detail-view.ts';

const formats: [TakenIn['format'], string, string][] = [
	[{ container: 'csv', encoding: 'gb18030', separator: ',', sheet: '' }, 'gb18030', 'CSV'],
	[{ container: 'xlsx', encoding: '', separator: '', sheet: '明细' }, '明细', 'Excel'],
	[{ container: 'xls', encoding: '', separator: '', sheet: '明细' }, '明细', 'Old Excel'],
	[{ container: 'ods', encoding: '', separator: '', sheet: '明细' }, '明细', 'OpenDocument'],
	[{ container: 'html', encoding: 'utf-8', separator: '', sheet: 'table 2' }, '第 2 个表格', 'Table 2 of a web page'],
	[{ container: 'json', encoding: 'utf-8', separator: '', sheet: '' }, 'utf-8', 'JSON, encoding'],
	[{ container: 'json', encoding: 'utf-8', separator: '', sheet: 'a.b' }, 'a.b', 'list a.b'],
	[{ container: 'jsonl', encoding: 'utf-8', separator: '', sheet: '' }, '每行一条', 'JSON lines'],
	[{ container: 'parquet', encoding: '', separator: '', sheet: '' }, 'Parquet', 'Parquet']
];

describe('what a file was', () => {
	test.each(formats)('%o', (format, chinese, english) => {
		const result: TakenIn = {
			...{ outcome: 'taken', sha256: 'a'.repeat(64), fileName: 'x', kind: 'orders', dataCut: '2026-03-01 08:00:00' },
			...{
				dataCutFrom: 'latest',
				content: '1',
				mapping: [],
				unmapped: [],
				repairs: [],
				reasons: [],
				notes: [],
				isMadeUp: false
			},
			...{ signature: '', answers: {}, profile: null },
			rows: { read: 1, accepted: 1, repaired: 0, setAside: 0, nonData: 0 },
			format
		};
		const said = (locale: 'zh-CN' | 'en') => {
			overwriteGetLocale(() => locale);
			const shown = importDetail({
				seq: 1,
				sha256: result.sha256,
				fileName: 'x',
				importedAt: '',
				undoneAt: null,
				result
			});
			return shown.taken!.facts[1]!.text;
		};
		expect(said('zh-CN')).toContain(chinese);
		expect(said('en')).toContain(english);
	});
});
