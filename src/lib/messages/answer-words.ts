import type { Question } from '#lib/domain/answers.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import type { Language } from '#lib/domain/languages.ts';
import { m } from '#lib/paraglide/messages.js';
import { fieldName, kindName } from './intake-sentences.ts';

/** What people answer about a file, in words: on its pages, in profiles and on the command line. */

type Word = (params: Record<string, never>, options: { locale: Language }) => string;

const names: Record<string, Word> = {
	kind: m.kind_heading,
	raw: m.columns_answer_raw,
	'date-order': m.columns_answer_date_order,
	encoding: m.columns_answer_encoding,
	separator: m.columns_answer_separator,
	'header-row': m.columns_answer_header_row,
	'order-number': m.columns_answer_order_number,
	scale: m.columns_answer_scale,
	'unit:suspended_days': m.columns_answer_unit
};

const values: Record<string, Word> = {
	'date-order=mdy': m.columns_value_mdy,
	'date-order=dmy': m.columns_value_dmy,
	'date-order=ymd': m.columns_value_ymd,
	'header-row=none': m.columns_value_no_header,
	'order-number=same': m.columns_value_same,
	'order-number=different': m.columns_value_different,
	'scale=5-best-of-5': m.columns_value_scale_5_best_of_5,
	'scale=1-best-of-5': m.columns_value_scale_1_best_of_5,
	'scale=3-best-of-3': m.columns_value_scale_3_best_of_3,
	'scale=1-best-of-3': m.columns_value_scale_1_best_of_3,
	'scale=none': m.columns_value_scale_none,
	'unit:suspended_days=days': m.columns_value_days,
	'unit:suspended_days=hours': m.columns_value_hours,
	'unit:suspended_days=minutes': m.columns_value_minutes,
	'unit:suspended_days=working-days': m.columns_value_working_days
};

/** What is answered by a name: a question, or the column of a field. Undefined where no word of ours says it. */
export function answerName(name: string, locale: Language): string | undefined {
	const field = /^column:(.+)$/.exec(name)?.[1];
	return field
		? m.columns_answer_column({ field: fieldName(field, locale) }, { locale })
		: names[name]?.({}, { locale });
}

/** An answer; undefined where it is no word of ours, such as the name of a column. */
export function answerWords(name: string, value: string, locale: Language): string | undefined {
	if (name === 'kind') return kindName(value as KindName, locale);
	if (name.startsWith('column:') && value === '') return m.columns_no_column({}, { locale });
	if (name === 'header-row' && /^\d+$/.test(value)) return m.columns_value_row({ row: value }, { locale });
	return values[`${name}=${value}`]?.({}, { locale });
}

/** What an answer would read of the file: 'MONTH-DAY', as a question about their order gives it, as a day. */
export function sampleWords({ name }: Pick<Question, 'name'>, sample: string, locale: Language): string {
	if (name !== 'date-order') return sample;
	const [month, day] = sample.split('-').map(Number);
	const words = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' });
	// A leap year has every day that can be meant.
	return month && day ? words.format(Date.UTC(2024, month - 1, day)) : sample;
}
