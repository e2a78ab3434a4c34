import { answerFlag } from '#lib/domain/answers.ts';
import type { Asked } from '#lib/domain/intake-result.ts';
import { sampleWords } from '#lib/messages/answer-words.ts';
import { questionSentence } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { answerShown } from './answers-shown.ts';
import { plain } from './plain-text.ts';

/** What is asked of a file: the sentence, and each answer with what it would read. */
export function questionShown({ question }: Asked) {
	return {
		sentence: questionSentence(question, getLocale()),
		name: question.name,
		choices: question.choices.map(({ value, samples }) => ({
			value,
			label: answerShown(question.name, value),
			answer: plain(answerFlag(question, value)),
			samples: samples.map((sample) => plain(sampleWords(question, sample, getLocale()))).join(m.list_gap())
		}))
	};
}
