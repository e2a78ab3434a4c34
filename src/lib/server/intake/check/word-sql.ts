import { type ExportField, exportFields, type FieldKind } from '#lib/domain/export-fields.ts';
import { fieldWords, flagWordsOf } from '#lib/domain/field-words.ts';
import { notVisitedWords, type Vocabulary } from '#lib/domain/vocabularies.ts';
import { type Database, literal, literals } from './database.ts';

/**
 * Words are read once, not once a row: each field with a vocabulary gets a table `words_<field>` of its distinct
 * words, their code, and whether a word is one we know.
 */

const wideBlank = '\u3000';
const wideLetters = 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ０１２３４５６７８９（）／－';
const narrowLetters = 'abcdefghijklmnopqrstuvwxyz0123456789()/-';

/** The twin of wordKey in SQL. */
const keySql = (text: string) =>
	`replace(replace(lower(translate(${text}, '${wideLetters}', '${narrowLetters}')), ' ', ''), '${wideBlank}', '')`;

/** Fields whose words have codes or are numbers. */
export const isCoded = (field: ExportField) => field in fieldWords || convertedKinds.includes(exportFields[field]);
const convertedKinds: FieldKind[] = ['flag', 'count', 'amount', 'seconds', 'month'];

/** Fields whose words are numbers. */
export const isNumber = (field: ExportField) => ['count', 'amount', 'seconds'].includes(exportFields[field]);

/** A word without a code is a fault only where the word itself is not kept. */
export const keepsWord = (field: ExportField) => exportFields[field] === 'name';

/** The code of `key`, null where it is in no list. */
function codeSql(vocabulary: Vocabulary): string {
	const cases = Object.entries(vocabulary)
		.filter(([, words]) => words.length > 0)
		.map(([code, words]) => `when key in (${literals(words)}) then ${literal(code)}`);
	return `case ${cases.join(' ')} end`;
}

const number = (digits: string) => `try_cast(nullif(${digits}, '') as double)`;
const part = (unit: string) => `coalesce(${number(`regexp_extract(word, '(\\d+)${unit}', 1)`)}, 0)`;

/** A whole number, with thousands separators, an exponent or 次; of days, also as 2天3小时, rounded to whole days. */
function countSql(perDay: number): string {
	const plain = number(`regexp_extract(word, '^第?(\\d{1,6})(\\.0+)?(?:次|个|件|轮)?$', 1)`);
	const parted = `case when regexp_full_match(word, '\\d{1,3}(,\\d{3})+') then ${number(`replace(word, ',', '')`)} end`;
	const power = `case when regexp_full_match(word, '\\d(\\.\\d+)?[eE]\\+?\\d') then ${number('word')} end`;
	const days = `${part('天')} + ${part('小?时')} / 24 + ${part('分')} / 1440`;
	const spoken = `case when regexp_full_match(word, '(\\d+天)?(\\d+小?时)?(\\d+分钟?)?') then ${days} end`;
	const length = perDay === 0 ? '' : `, ${spoken}`;
	const value = `coalesce((${plain}) / ${Math.max(perDay, 1)}, ${parted}, ${power}${length})`;
	// A broken number of times is none; a broken day is rounded, and counted as a repair.
	const whole = perDay > 0 ? value : `case when ${value} = floor(${value}) then ${value} end`;
	return `try_cast(round(${whole}) as integer)`;
}

const amount = `try_cast(${number(`regexp_extract(replace(word, ',', ''), '^(\\d{1,9})(\\.0+)?(?:次|个|件|人|席|名|通)?$', 1)`)} as integer)`;

/** A length of time in whole seconds: 83, 83秒, 01:23, 00:01:23, 1分23秒. */
const seconds = `coalesce(
	try_cast(round(try_cast(regexp_extract(word, '^(\\d{1,7}(\\.\\d+)?)(?:秒|s)?$', 1) as double)) as integer),
	case when regexp_full_match(word, '(\\d{1,3}:)?\\d{1,3}:\\d{2}')
		then cast(list_sum(list_transform(list_reverse(string_split(word, ':')),
			lambda digits, place: cast(digits as integer) * cast(power(60, place - 1) as integer))) as integer) end,
	case when regexp_full_match(word, '(\\d+小?时)?(\\d+分钟?)?(\\d+秒)?')
		then cast(${part('小?时')} * 3600 + ${part('分')} * 60 + ${part('秒')} as integer) end
)`;

/** 'YYYY-MM' of 2026-09, 2026/9, 2026年9月, 202609, or of a day within the month. */
const month = `case when try_cast(regexp_extract(word, '^\\d{4}\\D?(\\d{1,2})(?:$|\\D)', 1) as integer) between 1 and 12
	then left(word, 4) || '-' || lpad(regexp_extract(word, '^\\d{4}\\D?(\\d{1,2})(?:$|\\D)', 1), 2, '0') end`;

/** The value of `word` and its `key`, as SQL. */
function valueSql(field: ExportField, perDay: number): string {
	const kind = exportFields[field];
	if (kind === 'count') return countSql(perDay);
	if (kind === 'amount') return amount;
	if (kind === 'seconds') return seconds;
	if (kind === 'month') return month;
	if (kind !== 'flag') return codeSql(fieldWords[field] ?? {});
	const isYes = `(${codeSql(flagWordsOf(field))}) = 'yes'`;
	// 回访次数 in place of 是否回访: more than none is a yes.
	return field === 'visit_attempted' ? `regexp_full_match(word, '[1-9]\\d*') or ${isYes}` : isYes;
}

/** Makes `words_<field>`: one row per distinct word, its `code`, and `is_known`; `perDay` where words are lengths of time. */
export async function readWords(database: Database, field: ExportField, text: string, perDay = 0): Promise<void> {
	await database.run(
		`create table words_${field} as
		select word, code, code is not null or key in (${literals(notVisitedWords)}) as is_known
		from (select word, key, ${valueSql(field, perDay)} as code
			from (select word, ${keySql('word')} as key from (select distinct ${text} as word from tidy) where word is not null))`
	);
}
