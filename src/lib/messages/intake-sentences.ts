import type { Question } from '#lib/domain/answers.ts';
import type { Refusal } from '#lib/domain/intake-result.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import type { Language } from '#lib/domain/languages.ts';
import { m } from '#lib/paraglide/messages.js';

/** What intake found, in words a clerk understands: what is wrong, where, and what to do. */

type Params = Record<string, string | number>;
type Sentence = (params: Params, options: { locale: Language }) => string;
const sentences = m as unknown as Record<string, Sentence | undefined>;

function sentence(key: string, locale: Language, params: Params = {}): string | undefined {
	return sentences[`intake_${key}`]?.(params, { locale });
}

/** A field's name; the field itself where it has none. */
export const fieldName = (field: string, locale: Language): string => sentence(`field_${field}`, locale) ?? field;

/** What an export is a list of, in words. */
export const kindName = (kind: KindName, locale: Language): string =>
	sentences[`kind_of_export_${kind}`]?.({}, { locale }) ?? kind;

const joined = (texts: string[], locale: Language) => texts.join(m.intake_list_separator({}, { locale }));
const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
const minutesAllowed = 10;

/** Which sentence a refusal gets, where its details tell several cases apart. */
function refusalKey({ reason, details }: Refusal): string {
	if (reason === 'too_large') {
		const telling = ['free', 'entries', 'columns', 'cells'].find((name) => name in details) ?? 'bytes';
		return `too_large_${telling === 'free' ? 'disk' : telling}`;
	}
	if (reason === 'reader_stopped') return `reader_stopped_${details.cause === 'timeout' ? 'timeout' : 'crash'}`;
	if (reason === 'not_a_table' && details.found === 'binary') return 'not_a_table_binary';
	if (reason === 'html_table' && !details.title) return 'html_table_no_title';
	if (reason === 'unknown_encoding' && details.encoding) return 'damaged_encoding';
	return reason;
}

/** Why a whole file was refused and what to do about it. */
export function refusalSentence(refusal: Refusal, locale: Language): string {
	const { reason, details } = refusal;
	const params: Params = {};
	for (const [name, value] of Object.entries(details)) {
		params[name] = Array.isArray(value) ? joined(value, locale) : value;
	}
	if (Array.isArray(details.missing)) {
		params.missing = joined(
			details.missing.map((field) => fieldName(field, locale)),
			locale
		);
	}
	if ('headers' in details) params.headers ||= m.intake_refusal_no_columns_seen({}, { locale });
	if (typeof details.bytes === 'number') params.megabytes = megabytes(details.bytes);
	if (typeof details.free === 'number') params.free = megabytes(details.free);
	if (reason === 'no_rows_accepted') params.reason = reasonSentence(String(details.reason), locale);
	if (reason === 'reader_stopped') params.minutes = minutesAllowed;
	return sentence(`refusal_${refusalKey(refusal)}`, locale, params) ?? reason;
}

/** What a person is asked of a file. */
export function questionSentence({ name, details }: Question, locale: Language): string {
	const params: Params = {};
	for (const [key, value] of Object.entries(details))
		params[key] = Array.isArray(value) ? joined(value, locale) : value;
	if (typeof details.field === 'string') params.field = fieldName(details.field, locale);
	return sentences[`asked_${name.split(':')[0]!.replace('-', '_')}`]?.(params, { locale }) ?? name;
}

/** Why rows were set aside, or why they are no data. */
export function reasonSentence(reason: string, locale: Language): string {
	return sentence(`reason_${reason}`, locale) ?? m.intake_reason_unknown({ code: reason }, { locale });
}

/** What a repair rule did to a value. */
export function repairSentence(rule: string, locale: Language): string {
	return sentence(`repair_${rule}`, locale) ?? m.intake_reason_unknown({ code: rule }, { locale });
}

/** What a reader of the export's figures must know. */
export function noteSentence(note: string, locale: Language): string {
	return sentence(`note_${note}`, locale) ?? m.intake_reason_unknown({ code: note }, { locale });
}

/** What became of a row and why, whichever way. */
export function outcomeSentence({ outcome, reason }: { outcome: string; reason: string }, locale: Language): string {
	if (outcome === 'superseded') return m.rows_superseded({}, { locale });
	if (outcome === 'identical') return m.rows_same({}, { locale });
	if (outcome === 'accepted') return m.rows_became_accepted({}, { locale });
	return outcome === 'repaired' ? repairSentence(reason, locale) : reasonSentence(reason, locale);
}

/** A row of the ledger of rows that were not simply accepted. */
export type LedgerRow = {
	outcome: 'setAside' | 'repaired' | 'nonData';
	reason: string;
	header: string | null;
	value: string | null;
};

/** What became of one row: the reason or repair, the column and the value as the export wrote it. */
export function rowSentence({ outcome, reason, header, value }: LedgerRow, locale: Language): string {
	const said = outcome === 'repaired' ? repairSentence(reason, locale) : reasonSentence(reason, locale);
	const shown = value?.trim() ? value : m.intake_row_blank_value({}, { locale });
	if (header) return m.intake_row_place({ sentence: said, header, value: shown }, { locale });
	return value?.trim() ? m.intake_row_value({ sentence: said, value: shown }, { locale }) : said;
}
