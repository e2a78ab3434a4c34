import { mayBePlain } from '../cells/plain-lines.ts';
import { findHeader } from '../map/find-header.ts';
import { type AnswersFor, signatureOf } from '../map/signature.ts';
import { OpenQuestion } from '../open-question.ts';
import { RefusedExport } from '../refused-export.ts';
import { encodingQuestion, readTwoWays } from './ambiguous-encoding.ts';
import { detectDialect, fullWidthDialect } from './dialect.ts';
import { textOf, textReading, withoutForeignRows } from './mixed-encoding.ts';
import { headRows, noDates, type OpenExport, requireHeader } from './opened.ts';
import { type Dialect, RecordSplitter, type SourceRow } from './records.ts';
import type { ByteOrderMark } from './sniff.ts';
import { type TextSample, textSample } from './text-sample.ts';

const recognisedFields = (rows: SourceRow[]) => findHeader(rows)?.match.size ?? 0;

function firstRecords({ text, isWhole }: TextSample, dialect: Dialect): SourceRow[] {
	const splitter = new RecordSplitter(dialect);
	const rows = [...splitter.push(text), ...(isWhole ? splitter.end() : [])];
	return withoutForeignRows(rows.slice(0, headRows));
}

/** The dialect; a full-width comma is one only if somebody says so. Throws OpenQuestion where nobody has. */
function dialectOf(sample: TextSample, answersFor: AnswersFor): Dialect {
	const dialect = detectDialect(sample.text, recognisedFields);
	if (recognisedFields(firstRecords(sample, dialect)) >= 2) return dialect;
	const parted = fullWidthDialect(sample.text, recognisedFields);
	if (!parted) return dialect;
	const { separator } = parted;
	const { headers } = findHeader(firstRecords(sample, parted))!;
	if (answersFor(headers).separator === separator) return parted;
	throw new OpenQuestion(
		{ name: 'separator', details: { value: separator }, choices: [{ value: separator, samples: headers.slice(0, 6) }] },
		signatureOf(headers)
	);
}

function refuseForeignHeader([first]: SourceRow[]): void {
	const byte = first?.problem === 'foreign_encoding' && /^\[byte (\d+)\]/.exec(first.cells[0]!)?.[1];
	if (byte) throw new RefusedExport('unknown_encoding', { byte: Number(byte), encoding: '' });
}

/** Text of any encoding whose cells are parted by any separator. Throws OpenQuestion where either is open. */
export function openText(path: string, mark: ByteOrderMark, answersFor: AnswersFor, said?: 'gb18030'): OpenExport {
	const reading = said ? { encoding: said, isMixed: false } : textReading(path, mark);
	const sample = textSample(textOf(path, reading));
	const dialect = dialectOf(sample, answersFor);
	const firstRows = firstRecords(sample, dialect);
	const isNamed = (findHeader(firstRows)?.match.size ?? 0) >= 2;
	if (!isNamed) refuseForeignHeader(firstRows);
	const header = requireHeader(findHeader(firstRows), firstRows, answersFor);
	const twoWays = mark || said || reading.encoding !== 'utf-8' || reading.isMixed ? null : readTwoWays(path);
	if (twoWays) {
		const { encoding } = answersFor(header.headers);
		if (encoding === 'gb18030') return openText(path, mark, answersFor, 'gb18030');
		if (encoding !== 'utf-8') throw encodingQuestion(twoWays, signatureOf(header.headers));
	}

	const notes: string[] = [];
	function* rows() {
		const records = new RecordSplitter({ ...dialect, width: header.usualWidth, namedWidth: header.headers.length });
		const tell = reading.isMixed ? withoutForeignRows : (batch: SourceRow[]) => batch;
		const onCut = () => notes.push('cut_short');
		for (const text of textOf(path, reading, onCut)) yield tell(records.push(text));
		yield tell(records.end());
	}
	return {
		format: { container: 'csv', encoding: reading.encoding, separator: dialect.separator, sheet: '' },
		header,
		head: firstRows,
		rows,
		...(!reading.isMixed &&
			mayBePlain(dialect, reading.encoding) && { plain: { path, encoding: reading.encoding, dialect } }),
		dates: noDates(),
		notes
	};
}
