import { answerValues, rawAnswer } from '#lib/domain/answer-values.ts';
import type { Answers } from '#lib/domain/answers.ts';
import { asHalf } from '#lib/domain/column-choices.ts';
import { formatCount } from '#lib/domain/format.ts';
import { kindNames, type KindName } from '#lib/domain/kinds/kind.ts';
import { type Looked, type LookedColumn, surenessOf } from '#lib/domain/looked.ts';
import { fieldsOf } from '#lib/domain/profiles/profile.ts';
import { fieldName, kindName } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { plain } from './plain-text.ts';

const whys: Record<LookedColumn['why'], () => string> = {
	said: m.columns_why_said,
	name: m.columns_why_name,
	remark: m.columns_why_remark,
	ending: m.columns_why_ending,
	half: m.columns_why_half,
	raw: m.columns_why_raw,
	unknown: m.columns_why_unknown
};

const sureness = {
	said: m.columns_sure_said,
	sure: m.columns_sure_sure,
	likely: m.columns_sure_likely,
	doubtful: m.columns_sure_doubtful
};

/** Why a column is taken for what it is, and what its first cells have to say about it. */
function whySentence({ why, field, filled, fitting, holdsDays }: LookedColumn): string {
	const n = (count: number) => formatCount(count, getLocale());
	const content = () => {
		if (filled === 0) return m.columns_content_empty();
		if (field === null) return holdsDays ? m.columns_content_days() : '';
		return fitting === null ? '' : m.columns_content_fits({ fitting: n(fitting), filled: n(filled) });
	};
	return [whys[why](), content()].filter((text) => text !== '').join(m.columns_sentence_gap());
}

/** Each column with what it is taken for, how sure that is and why, and what else it could be. */
export function columnChoices({ kind, columns }: Looked) {
	const locale = getLocale();
	const fields = fieldsOf(kind).map((value) => ({ value: value as string, label: fieldName(value, locale) }));
	return columns.map((column, place) => {
		const { header, field, why, samples } = column;
		const isHalf = why === 'half';
		const half = isHalf ? [{ value: asHalf, label: m.columns_half_of({ field: fieldName(field!, locale) }) }] : [];
		return {
			name: `c${place}`,
			header: plain(header),
			samples: samples.map(plain).join(m.list_gap()),
			chosen: isHalf ? asHalf : (field ?? ''),
			options: [{ value: '', label: m.columns_raw() }, ...half, ...fields],
			sureness: field === null ? null : sureness[surenessOf(column)](),
			isDoubtful: field !== null && surenessOf(column) === 'doubtful',
			why: whySentence(column)
		};
	});
}

/** The kinds a file may be read as, the one it is read as chosen. */
export const kindOptions = (kind: KindName) =>
	kindNames.map((value) => ({ value, label: kindName(value, getLocale()), isNow: value === kind }));

const valueLabels: Record<string, () => string> = {
	'date-order=mdy': m.upload_answer_choice_mdy,
	'date-order=dmy': m.upload_answer_choice_dmy,
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

const answerLabels: Record<string, () => string> = {
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

/** What is answered by a name: a question, or the column of a field. */
export function answerLabel(name: string): string {
	const field = /^column:(.+)$/.exec(name)?.[1];
	return field
		? m.columns_answer_column({ field: fieldName(field, getLocale()) })
		: (answerLabels[name]?.() ?? plain(name));
}

/** An answer in words. */
export function answerShown(name: string, value: string): string {
	if (name === 'kind') return kindName(value as KindName, getLocale());
	if (name.startsWith('column:') && value === '') return m.columns_no_column();
	if (name === rawAnswer) return listShown(value);
	return valueLabels[`${name}=${value}`]?.() ?? plain(value);
}

/** A list that is none, as a person may have typed it, is shown as it stands. */
function listShown(value: string): string {
	try {
		const headers = (JSON.parse(value) as string[]).map(plain);
		return headers.length === 0 ? m.columns_no_column() : headers.join(m.list_gap());
	} catch {
		return plain(value);
	}
}

/** Answers a form can change: neither columns nor the kind, which have choices of their own. */
export const answerChoices = (answers: Answers) =>
	Object.entries(answers)
		.filter(([name]) => Object.hasOwn(answerValues, name))
		.map(([name, now]) => ({
			name,
			label: answerLabel(name),
			options: [...new Set([now, ...answerValues[name]!])].map((value) => ({
				value,
				label: answerShown(name, value),
				isNow: value === now
			}))
		}));
