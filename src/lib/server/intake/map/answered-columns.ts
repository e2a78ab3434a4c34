import { rawAnswer } from '#lib/domain/answer-values.ts';
import type { Answers } from '#lib/domain/answers.ts';
import type { ExportField } from '#lib/domain/export-fields.ts';
import { fieldsOf } from '#lib/domain/profiles/profile.ts';
import type { FoundHeader } from './find-header.ts';

/** The caller's name is never staged, but looked for in other columns to be blotted out there: also where its own is kept raw. */
const looked = 'caller_name';

/**
 * The header with what people said of its columns: those kept raw are nobody's, a field is read from the column they named,
 * from none where they named none, and a column they named is nobody else's. A header that is not there says nothing, and so does
 * a field that exports of this kind have not.
 */
export function withAnswers(header: FoundHeader, answers: Answers): FoundHeader {
	const match = new Map(header.match);
	const fields = new Set(fieldsOf(header.kind));
	const raw = placesKeptRaw(header.headers, answers[rawAnswer]);
	for (const [field, at] of match) if (raw.has(at) && field !== looked) match.delete(field);
	for (const [name, said] of Object.entries(answers)) {
		const field = name.replace(/^column:/, '') as ExportField;
		if (field === name || !fields.has(field)) continue;
		const place = header.headers.indexOf(said);
		if (said === '') match.delete(field);
		if (said === '' || place < 0) continue;
		raw.delete(place);
		if (match.get(field) === place) continue;
		for (const [other, at] of match) if (at === place) match.delete(other);
		match.set(field, place);
	}
	return { ...header, match, raw };
}

/** A list that is none, as a person may type it, keeps nothing. */
function placesKeptRaw(headers: string[], said: string | undefined): Set<number> {
	if (said === undefined) return new Set();
	try {
		const kept = new Set<unknown>(JSON.parse(said) as unknown[]);
		return new Set(headers.flatMap((header, place) => (kept.has(header) ? [place] : [])));
	} catch {
		return new Set();
	}
}
