import { below, pick } from './clean-export.ts';
import { anyText, cells, emptied, filled, onlyOne, timesAs, wide, written, wrong } from './spoilt-cells.ts';
import type { Defect } from './table-defects.ts';

/** What is wrong with what stands in cells. */
export const cellDefects: Defect[] = [
	{ name: 'B11 blanks around', apply: written([...anyText, 'number'], (text) => ` \u00a0${text}\u3000`) },
	{ name: 'B12 marks nobody sees', apply: written([...anyText, 'number'], (text) => `\u202e${text}\u200b`) },
	{ name: 'B10 control characters', apply: written(['name'], (text) => `${text.slice(0, 1)}\u0007${text.slice(1)}`) },
	{ name: 'B65 full-width digits', apply: written(['time'], wide) },
	{ name: 'B80 an apostrophe before', apply: written(['number', 'time'], (text) => `'${text}`) },
	{ name: 'B82 a formula of text', apply: written(['number', 'name', 'time'], (text) => `="${text}"`) },
	{ name: 'B90 words for nothing', apply: emptied(['name', 'time', 'word'], ['NULL', '-', '——', '无', 'N/A', '\\N']) },
	{ name: 'B73 zero dates', apply: emptied(['time'], ['0000-00-00', '1900-01-00', '1970-01-01 08:00:00']) },
	{ name: 'B51 errors of a spreadsheet', apply: emptied(['name', 'time', 'word', 'count'], ['#N/A', '#REF!']) },
	{
		name: 'B61 days that do not exist',
		apply: wrong(['time'], ['2026-02-30 08:00:00', '2026-13-01', '昨天下午', '2026-04-31'])
	},
	{
		name: 'B70 years nobody means',
		apply: wrong(['time'], ['0202-03-01 08:00:00', '20021-03-01', '2062-03-01 08:00:00'])
	},
	{ name: 'B83 no number', apply: wrong(['number'], ['', ' ', '无']) },
	{ name: 'B56 a rounded number', apply: wrong(['number'], ['2.02601E+19', '2.0E+15']) },
	{ name: 'B09 broken characters', apply: wrong(['number'], ['GD\ufffd2026', '锟斤拷20261']) },
	{
		name: 'B80 another case',
		apply: cells(['number'], ({ text, means }) =>
			text === means ? { text: text.toLowerCase(), means: text.toLowerCase() } : undefined
		)
	},
	{
		name: 'B81 twenty digits',
		apply: cells(['number'], (cell) => {
			if (cell.text !== cell.means) return undefined;
			const text = cell.text.replace('GD', '2026010100000');
			return { text, means: text };
		})
	},
	{
		name: 'B63 24:00',
		apply: cells(['time'], (cell) =>
			filled(cell) ? { text: '2026-03-05 24:00:00', means: '2026-03-06 00:00:00' } : undefined
		)
	},
	{
		name: 'B64 the 60th second',
		apply: cells(['time'], (cell) =>
			filled(cell) ? { text: '2026-03-05 23:59:60', means: '2026-03-06 00:00:00' } : undefined
		)
	},
	{
		name: 'B66 afternoons',
		apply: cells(['time'], (cell) =>
			filled(cell) ? { text: '2026年3月5日 下午3点', means: '2026-03-05 15:00:00' } : undefined
		)
	},
	{
		name: 'B67 serial numbers',
		apply: cells(['time'], (cell) => (filled(cell) ? { text: '46086.5', means: '2026-03-05 12:00:00' } : undefined))
	},
	{ name: 'B69 digits alone', apply: timesAs((y, m, d, clock) => `${y}${m}${d}${clock.replaceAll(':', '')}`) },
	{ name: 'B52 slashes', apply: timesAs((y, m, d, clock) => `${y}/${Number(m)}/${Number(d)} ${clock}`) },
	{ name: 'B66 年月日', apply: timesAs((y, m, d, clock) => `${y}年${Number(m)}月${Number(d)}日 ${clock}`) },
	{ name: 'B71 a T between', apply: timesAs((y, m, d, clock) => `${y}-${m}-${d}T${clock}`) },
	{ name: 'B71 a zone', apply: timesAs((y, m, d, clock) => `${y}-${m}-${d}T${clock}+08:00`) },
	{
		name: 'B62 month or day first',
		apply: onlyOne(
			'B68',
			timesAs((y, m, d, clock) => `${m}/${d}/${y} ${clock}`)
		)
	},
	{
		name: 'B68 two digits of the year',
		apply: onlyOne(
			'B62',
			timesAs((y, m, d, clock) => `${y.slice(2)}-${m}-${d} ${clock}`)
		)
	},
	{
		name: 'B72 days alone',
		apply: cells(['time'], (cell) =>
			filled(cell) && !cell.native && cell.text === cell.means
				? { text: cell.text.slice(0, 10), means: `${String(cell.means).slice(0, 10)} 00:00:00` }
				: undefined
		)
	},
	{ name: 'B87 a word nobody knows', apply: cells(['word'], () => ({ text: '量子态', means: null })) },
	{
		name: 'B88 other words for yes',
		apply: cells(['word'], ({ means }, random) =>
			typeof means === 'boolean'
				? { text: pick(random, means ? ['Y', '1', '√', 'true'] : ['N', '0', '×']), means }
				: undefined
		)
	},
	{
		name: 'B91 other numbers',
		apply: cells(['count'], (_, random) =>
			pick(random, [
				{ text: '1,234', means: 1234 },
				{ text: '1.5e3', means: 1500 },
				{ text: '１２', means: 12 },
				{ text: '1.5', means: null }
			])
		)
	},
	{
		name: 'B95 text a spreadsheet would run',
		apply: cells(['name'], (_, random) => {
			const text = pick(random, ['=HYPERLINK("http://x")', '@SUM(A1)', '＝1+1']);
			return { text, means: text };
		})
	},
	{
		name: 'B96 markup and SQL',
		apply: cells(['name'], (_, random) => {
			const text = pick(random, ['<script>alert(1)</script>', `'; DROP TABLE orders; --`, '100%_局', "it's"]);
			return { text, means: text };
		})
	},
	{
		name: 'B97 a phone in a name',
		apply: cells(['name'], ({ text, means }) =>
			text === means && !/\d$/.test(text) ? { text: `${text}13812345678`, means: `${text}***` } : undefined
		)
	},
	{
		name: 'B20 a long cell',
		apply: cells(['name'], () => ({ text: '长'.repeat(70_000), means: null, mustNot: true }))
	},
	{
		name: 'B09 broken characters in a name',
		apply: cells(['name'], ({ text, means }) =>
			text === means ? { text: `${text}\ufffd`, means: `${text}\ufffd` } : undefined
		)
	}
];

/** What only a workbook holds: times as real dates, some of them. */
export const sheetDefects: Defect[] = [
	{
		name: 'B52 real dates among texts',
		apply: cells(['time'], (cell) => {
			if (!filled(cell) || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(cell.text)) return undefined;
			const native = new Date(`${cell.text.replace(' ', 'T')}Z`);
			// No program has a date for a 60th second or 24:00.
			return Number.isNaN(native.getTime()) ? undefined : { ...cell, native };
		})
	},
	{
		name: 'B91 counts as numbers',
		apply: cells(['count'], (cell) => (typeof cell.means === 'number' ? { ...cell, native: cell.means } : undefined))
	},
	{
		name: 'B81 numbers of orders as numbers',
		apply: cells(['number'], ({ text, means }, random) => {
			if (text !== means) return undefined;
			const native = 20260000 + below(random, 9999);
			return { text: String(native), means: String(native), native };
		})
	}
];
