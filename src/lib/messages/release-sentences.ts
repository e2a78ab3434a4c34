import type { Language } from '#lib/domain/languages.ts';
import { m } from '#lib/paraglide/messages.js';

/** Why a period can't be released, for a reader. */
export function notReleasableSentence(
	error: { reason: 'not_a_period' | 'not_over' | 'no_orders'; period: string },
	locale: Language
): string {
	const sentence = {
		not_a_period: m.release_not_a_period,
		not_over: m.release_not_over,
		no_orders: m.release_no_orders
	}[error.reason];
	return sentence({ period: error.period }, { locale });
}
