import { rawAnswer } from '#lib/domain/answer-values.ts';
import { answerName, answerWords } from '#lib/messages/answer-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { plain } from './plain-text.ts';

/** What is answered by a name: a question, or the column of a field. */
export const answerLabel = (name: string): string => answerName(name, getLocale()) ?? plain(name);

/** An answer in words. */
export const answerShown = (name: string, value: string): string =>
	name === rawAnswer ? listShown(value) : (answerWords(name, value, getLocale()) ?? plain(value));

/** A list that is none, as a person may have typed it, is shown as it stands. */
function listShown(value: string): string {
	try {
		const headers = (JSON.parse(value) as string[]).map(plain);
		return headers.length === 0 ? m.columns_no_column() : headers.join(m.list_gap());
	} catch {
		return plain(value);
	}
}
