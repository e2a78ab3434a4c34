import { findHeader } from '../map/find-header.ts';
import { detectDialect } from './dialect.ts';
import { decodedText, detectEncoding } from './encoding.ts';
import { headRows, noDates, type OpenExport, requireHeader } from './opened.ts';
import { RecordSplitter, type SourceRow } from './records.ts';
import type { ByteOrderMark } from './sniff.ts';

const sampleLength = 256 * 1024;

const recognisedFields = (rows: SourceRow[]) => findHeader(rows)?.match.size ?? 0;

/** Text of any encoding whose cells are parted by any separator. */
export function openText(path: string, mark: ByteOrderMark): OpenExport {
	const encoding = detectEncoding(path, mark);
	let sample = '';
	for (const text of decodedText(path, encoding)) {
		sample += text;
		if (sample.length >= sampleLength) break;
	}
	const dialect = detectDialect(sample, recognisedFields);
	const splitter = new RecordSplitter(dialect);
	const firstRows = [...splitter.push(sample), ...(sample.length < sampleLength ? splitter.end() : [])].slice(
		0,
		headRows
	);
	const header = requireHeader(findHeader(firstRows), firstRows);

	function* rows() {
		const records = new RecordSplitter({ ...dialect, width: header.headers.length });
		for (const text of decodedText(path, encoding)) yield records.push(text);
		yield records.end();
	}
	return {
		format: { container: 'csv', encoding, separator: dialect.separator, sheet: '' },
		header,
		rows,
		dates: noDates(),
		notes: []
	};
}
