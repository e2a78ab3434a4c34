import type { CitizenProblem } from '#lib/domain/citizen.ts';
import type { Language } from '#lib/domain/languages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Erasure } from '#lib/server/imports/erase-citizen.ts';

/** What is wrong with how a citizen was described. */
export function citizenProblemSentence({ problem, value }: CitizenProblem, locale: Language): string {
	if (problem === 'not_a_phone') return m.erase_not_a_phone({ value }, { locale });
	if (problem === 'text_too_short') return m.erase_text_too_short({ value }, { locale });
	return m.erase_nobody({}, { locale });
}

/** What was found of a citizen, and what became of it. */
export function erasureSentences({ exports, isDone, notSearched }: Erasure, locale: Language): string[] {
	const sum = (of: 'own' | 'naming') => exports.reduce((total, one) => total + one[of], 0);
	const counts = { exports: exports.length, own: sum('own'), naming: sum('naming') };
	const files = notSearched.map(({ fileName }) => fileName).join(', ');
	const found = isDone ? m.erase_done : m.erase_would;
	return [
		exports.length === 0 ? m.erase_nothing({}, { locale }) : found(counts, { locale }),
		...(notSearched.length > 0 ? [m.erase_not_searched({ count: notSearched.length, files }, { locale })] : []),
		...(isDone && exports.length > 0 ? [m.erase_elsewhere({}, { locale })] : [])
	];
}
