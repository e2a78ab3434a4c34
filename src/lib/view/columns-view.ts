import { answerValues } from '#lib/domain/answer-values.ts';
import type { Answers } from '#lib/domain/answers.ts';
import { asHalf } from '#lib/domain/column-choices.ts';
import { formatCount } from '#lib/domain/format.ts';
import { kindNames, type KindName } from '#lib/domain/kinds/kind.ts';
import { type Looked, type LookedAt, type LookedColumn, type LookedRow, surenessOf } from '#lib/domain/looked.ts';
import { fieldsOf } from '#lib/domain/profiles/profile.ts';
import { fieldName, kindName } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { answerLabel, answerShown } from './answers-shown.ts';
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

/** The rows a file begins with, under the names of their columns, or their places where none is known. */
export function firstRows(looked: { outcome: 'refused' } | LookedAt): { heads: string[]; rows: LookedRow[] } {
	if (looked.outcome === 'refused') return { heads: [], rows: [] };
	const rows = looked.rows.map(({ number, cells }) => ({ number, cells: cells.map(plain) }));
	const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
	const heads =
		looked.outcome === 'looked'
			? looked.columns.map(({ header }) => plain(header))
			: Array.from({ length: width }, (_, place) => `#${place + 1}`);
	return { heads, rows };
}

/** The kinds a file may be read as, the one it is read as chosen. */
export const kindOptions = (kind: KindName) =>
	kindNames.map((value) => ({ value, label: kindName(value, getLocale()), isNow: value === kind }));

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
