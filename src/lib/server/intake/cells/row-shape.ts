import { headerKey } from '#lib/domain/header-matching.ts';
import type { RecordProblem, SourceRow } from '../read/records.ts';
import { limits } from '../limits.ts';
import type { FoundHeader } from '../map/find-header.ts';

/** What a row is by its shape alone; only 'data' rows are looked into. */
export type RowShape =
	| { outcome: 'header' | 'data' }
	| { outcome: 'nonData'; reason: 'title' | 'blank' | 'repeated_header' | 'total' | 'remark' }
	| { outcome: 'setAside'; reason: 'cell_count' | 'cell_too_long' | RecordProblem };

const totalWord = /^(合计|总计|小计|总和|共计|汇总|累计|本页合计|本页小计|grandtotal|subtotal|total)([::0-9(共]|$)/;
const remarkWord =
	/^(制表|填表|导出|打印|统计|报表|备注|注|说明|审核|签发|数据来源|数据截止|数据性质|第\d+页|共\d+[页条]|printed|exportedby|exportedat|exporton|source:|note)/;

/** Tells rows apart for one header; a sheet's rows need not fill every cell, a text record's do. */
export function rowShaper(
	{ firstRow, lastRow, headers, written, kind, match }: FoundHeader,
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
	const readPlaces = [...match.values()];
	const isTooLong = (cell = '') => cell.length > limits.cellLength;

	const isRepeatedHeader = (cells: string[]) =>
		headerKey(cells[numberPlace] ?? '') === headerKeys[numberPlace] &&
		headerKeys.every((key, place) => headerKey(cells[place] ?? '') === key);

	return function shapeOf({ number, cells, problem }: SourceRow): RowShape {
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
			if (isRepeatedHeader(cells)) return { outcome: 'nonData', reason: 'repeated_header' };
		}
		const hasTooFew = !isSheet && cells.length < headers.length;
		const hasTooMany =
			cells.length > headers.length && cells.some((cell, place) => place >= headers.length && cell.trim());
		if (hasTooFew || hasTooMany) return { outcome: 'setAside', reason: 'cell_count' };
		const isLong = readPlaces.some((place) => isTooLong(cells[place]));
		return isLong ? { outcome: 'setAside', reason: 'cell_too_long' } : { outcome: 'data' };
	};
}
