import { headerKey, matchHeaders } from '#lib/domain/header-matching.ts';
import type { RecordProblem, SourceRow } from '../read/records.ts';
import { limits } from '../limits.ts';
import { type FoundHeader, missingFields } from '../map/find-header.ts';

/** What a row is by its shape alone; only 'data' rows are looked into. */
export type RowShape =
	| { outcome: 'header' | 'data' }
	| { outcome: 'nonData'; reason: 'title' | 'blank' | 'repeated_header' | 'another_header' | 'total' | 'remark' }
	| { outcome: 'setAside'; reason: 'cell_count' | 'cell_too_long' | 'another_table' | RecordProblem };

const totalWord = /^(合计|总计|小计|总和|共计|汇总|累计|本页合计|本页小计|grandtotal|subtotal|total)([::0-9(共]|$)/;
const remarkWord =
	/^(制表|填表|导出|打印|统计|报表|备注|注|说明|审核|签发|数据来源|数据截止|数据性质|第\d+页|共\d+[页条]|printed|exportedby|exportedat|exporton|source:|note)/;

/** From so many names on, and of so many of its cells, a row is the header of a table. */
const leastNames = 3;
const namesShare = 2 / 3;

/**
 * Tells rows apart for one header, in the order of the file; a sheet's rows need not fill every cell, a text record's do.
 * Below the header of another table rows are set aside until ours comes again: its columns may be others, or stand
 * elsewhere, and a closing would be read as a receipt.
 */
export function rowShaper(
	{ firstRow, lastRow, headers, written, kind, match, width = headers.length, usualWidth = width }: FoundHeader,
	{ isSheet }: { isSheet: boolean }
) {
	const numberPlace = match.get('order_number') ?? 0;
	// 统计局 begins like a remark: in a list of names a remark is one only where it stands alone and says of what.
	const isOfNames = kind !== 'orders' && !match.has('order_number');
	const isRemark = (cells: string[], filled: number) =>
		remarkWord.test(headerKey(cells[filled]!)) &&
		(!isOfNames ||
			(/[:：]|^\s*[第共]\d/.test(cells[filled]!) && !cells.some((cell, place) => place > filled && cell.trim())));
	const headerKeys = (written ?? headers).map(headerKey);
	// In a sheet a column that no name stands above is still a column; in a text nobody knows where it begins.
	const known = isSheet ? Math.max(width, usualWidth) : width;
	const widths = new Set([headers.length, width, usualWidth]);
	const readPlaces = [...match.values()];
	const isTooLong = (cell = '') => cell.length > limits.cellLength;

	const isRepeatedHeader = (cells: string[]) =>
		headerKey(cells[numberPlace] ?? '') === headerKeys[numberPlace] &&
		headerKeys.every((key, place) => headerKey(cells[place] ?? '') === key) &&
		cells.slice(headerKeys.length).every((cell) => headerKey(cell) === '');

	const names = new Set(headerKeys.filter((key) => key !== ''));
	const isAnotherHeader = (cells: string[]) => {
		const keys = cells.map(headerKey).filter((key) => key !== '');
		// Every order has a time of receipt; no name has a year in it.
		if (keys.length < leastNames || keys.some((key) => /\d{4}/.test(key))) return false;
		if (keys.filter((key) => names.has(key)).length >= keys.length * namesShare) return true;
		const match = matchHeaders(cells);
		return (
			match.size >= Math.max(leastNames, keys.length * namesShare) &&
			missingFields({ kind: 'orders', match }).length === 0
		);
	};
	let isElsewhere = false;

	function shapeOf({ number, cells, problem }: SourceRow): RowShape {
		if (number >= firstRow && number <= lastRow) return { outcome: 'header' };
		const filled = cells.findIndex((cell) => cell !== '' && cell.trim() !== '');
		if (filled < 0) return { outcome: 'nonData', reason: 'blank' };
		if (number < firstRow) return { outcome: 'nonData', reason: 'title' };
		if (problem) return { outcome: 'setAside', reason: problem };

		const numberCell = cells[numberPlace] ?? '';
		const isNumber = /\d{3}/.test(numberCell) && !/^\s*[\u4e00-\u9fff]{2}/.test(numberCell);
		if (!isNumber) {
			const key = headerKey(cells[filled]!);
			if (totalWord.test(key)) return { outcome: 'nonData', reason: 'total' };
			if (isRemark(cells, filled)) return { outcome: 'nonData', reason: 'remark' };
			const isRepeated = isRepeatedHeader(cells);
			if (isRepeated || (kind === 'orders' && isAnotherHeader(cells))) {
				isElsewhere = !isRepeated;
				return { outcome: 'nonData', reason: isRepeated ? 'repeated_header' : 'another_header' };
			}
		}
		if (isElsewhere) return { outcome: 'setAside', reason: 'another_table' };
		// One cell more, and blank, is a separator too many somewhere before it: the values stand in other columns.
		const isOfWidth = isSheet || widths.has(cells.length);
		const hasMore = cells.length > known && cells.some((cell, place) => place >= known && cell.trim());
		if (!isOfWidth || hasMore) return { outcome: 'setAside', reason: 'cell_count' };
		const isLong = readPlaces.some((place) => isTooLong(cells[place]));
		return isLong ? { outcome: 'setAside', reason: 'cell_too_long' } : { outcome: 'data' };
	}
	/** Whether the rows now are another table's: none of them is data, whatever it looks like. */
	return Object.assign(shapeOf, { isElsewhere: () => isElsewhere });
}
