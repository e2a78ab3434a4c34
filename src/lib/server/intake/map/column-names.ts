import type { Answers } from '#lib/domain/answers.ts';
import { headerKey } from '#lib/domain/header-matching.ts';
import { shownSamples } from '../cells/shown-cells.ts';
import { OpenQuestion } from '../open-question.ts';
import type { SourceRow } from '../read/records.ts';
import type { FoundHeader } from './find-header.ts';

const sampleRows = 3;

/** Gives every column a name to be told by: `#3` where it has none, `承办单位#2` where another had it before. */
export function withColumnNames(header: FoundHeader): FoundHeader {
	const seen = new Map<string, number>();
	const headers = header.headers.map((name, place) => {
		if (headerKey(name) === '') return `#${place + 1}`;
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times > 1 ? `${name}#${times}` : name;
	});
	return { ...header, headers, written: header.headers };
}

/**
 * Asks which of several columns of one name a field is read from, where they do not say the same in the first rows.
 * Throws OpenQuestion.
 */
export function askDuplicates({ headers, written, match, lastRow }: FoundHeader, head: SourceRow[], answers: Answers) {
	if (!written) return;
	const data = head.filter(({ number, problem }) => number > lastRow && !problem);
	const cellsOf = (place: number) => data.map(({ cells }) => cells[place]?.trim() ?? '');
	for (const [field, place] of match) {
		if (answers[`column:${field}`] !== undefined) continue;
		const key = headerKey(written[place] ?? '');
		const twins = written.flatMap((name, other) => (headerKey(name) === key ? [other] : []));
		if (new Set(twins.map((twin) => cellsOf(twin).join('\n'))).size < 2) continue;
		throw new OpenQuestion({
			name: `column:${field}`,
			details: { field },
			choices: twins.map((twin) => ({
				value: headers[twin]!,
				samples: shownSamples(
					cellsOf(twin)
						.filter((cell) => cell !== '')
						.slice(0, sampleRows)
				)
			}))
		});
	}
}
