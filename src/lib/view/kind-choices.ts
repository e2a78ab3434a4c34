import type { IntakeResult } from '#lib/domain/intake-result.ts';
import { kindNames } from '#lib/domain/kinds/kind.ts';
import { kindName } from '#lib/messages/intake-sentences.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The kinds a file that was taken in may be read as. */
export const kindChoices = (result: IntakeResult) =>
	kindNames.map((value) => ({
		value,
		label: kindName(value, getLocale()),
		isNow: result.outcome === 'taken' && result.kind === value
	}));
