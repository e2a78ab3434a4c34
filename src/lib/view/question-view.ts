import { answerFlag } from '#lib/domain/answers.ts';
import { isKindName } from '#lib/domain/kinds/kind.ts';
import type { Asked } from '#lib/domain/intake-result.ts';
import { kindName, questionSentence } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { plain } from './plain-text.ts';

/** 'MONTH-DAY', as a question about their order gives it, in the reader's words. */
function dayShown(sample: string): string {
	const [month, day] = sample.split('-').map(Number);
	const words = new Intl.DateTimeFormat(getLocale(), { month: 'long', day: 'numeric', timeZone: 'UTC' });
	// A leap year has every day that can be meant.
	return month && day ? words.format(Date.UTC(2024, month - 1, day)) : plain(sample);
}

/** Answers that are words of ours; a column's name is its own label. */
const choiceLabels: Record<string, () => string> = {
	'date-order=mdy': m.upload_answer_choice_mdy,
	'date-order=dmy': m.upload_answer_choice_dmy
};

function labelOf(name: string, value: string): string {
	if (name === 'kind' && isKindName(value)) return kindName(value, getLocale());
	return choiceLabels[`${name}=${value}`]?.() ?? plain(value);
}

/** What is asked of a file: the sentence, and each answer with what it would read. */
export function questionShown({ question }: Asked) {
	return {
		sentence: questionSentence(question, getLocale()),
		name: question.name,
		choices: question.choices.map(({ value, samples }) => ({
			value,
			label: labelOf(question.name, value),
			answer: plain(answerFlag(question, value)),
			samples: samples
				.map((sample) => (question.name === 'date-order' ? dayShown(sample) : plain(sample)))
				.join(m.list_gap())
		}))
	};
}
