import { type ExportField, exportFields } from '#lib/domain/export-fields.ts';
import {
	flagWords,
	handlingWords,
	notVisitedWords,
	resolvedWords,
	satisfactionWords,
	type Vocabulary,
	yesNoWords
} from '#lib/domain/vocabularies.ts';
import { literal, literals } from './database.ts';

/** A value read by a vocabulary, as SQL over a column of cleaned text. */
export type WordSql = {
	value: string;
	repairs: { rule: string; when: string }[];
};

const wideBlank = '\u3000';
const wideLetters = 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ０１２３４５６７８９（）／－、';
const narrowLetters = 'abcdefghijklmnopqrstuvwxyz0123456789()/-、';

/** The twin of wordKey in SQL. */
export const wordKeySql = (text: string) =>
	`replace(replace(lower(translate(${text}, '${wideLetters}', '${narrowLetters}')), ' ', ''), '${wideBlank}', '')`;

/** Fields whose words have codes: the view of cleaned values holds their keys as `k_<field>`, made once a row. */
export const isCoded = (field: ExportField) =>
	field === 'kind' || field === 'status' || ['flag', 'word'].includes(exportFields[field]);

/** The code of a field's word, null where the word is in no list. */
export function codeSql(field: ExportField, vocabulary: Vocabulary): string {
	const key = `k_${field}`;
	const cases = Object.entries(vocabulary)
		.filter(([, words]) => words.length > 0)
		.map(([code, words]) => `when ${key} in (${literals(words)}) then ${literal(code)}`);
	return `case ${cases.join(' ')} end`;
}

const merged = (first: Vocabulary<'yes' | 'no'>, second?: Vocabulary<'yes' | 'no'>) => ({
	yes: [...first.yes, ...(second?.yes ?? [])],
	no: [...first.no, ...(second?.no ?? [])]
});

/** A word we have no code for is left out; the row says so. */
const unknownWord = (text: string, value: string) => ({
	rule: 'unknown_word',
	when: `(${text} is not null and ${value} is null)`
});

function flagSql(field: ExportField, text: string): WordSql {
	const code = codeSql(field, merged(yesNoWords, flagWords[field]));
	// 回访次数 in place of 是否回访: more than none is a yes.
	const counted = field === 'visit_attempted' ? ` when regexp_full_match(${text}, '[2-9]|[1-9]\\d+') then true` : '';
	const value = `case ${code} when 'yes' then true when 'no' then false else case${counted} when false then true end end`;
	return { value, repairs: [unknownWord(text, `(${value})`)] };
}

function countSql(text: string): WordSql {
	const value = `try_cast(regexp_extract(${text}, '^(\\d{1,6})(\\.0+)?次?$', 1) as integer)`;
	return { value, repairs: [{ ...unknownWord(text, value), rule: 'unreadable_number' }] };
}

const vocabularies: Partial<Record<ExportField, Vocabulary>> = {
	handling_mode: handlingWords,
	visit_resolved: resolvedWords,
	satisfaction: satisfactionWords,
	satisfaction_final: satisfactionWords
};

/** How a flag, count or coded word is read. */
export function wordSql(field: ExportField): WordSql {
	const text = `v_${field}`;
	if (exportFields[field] === 'flag') return flagSql(field, text);
	if (exportFields[field] === 'count') return countSql(text);
	const value = codeSql(field, vocabularies[field] ?? {});
	const known = unknownWord(text, `(${value})`).when;
	const when = `(${known} and k_${field} not in (${literals(notVisitedWords)}))`;
	return { value, repairs: [{ rule: 'unknown_word', when }] };
}
