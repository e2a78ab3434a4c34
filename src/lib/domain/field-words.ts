import type { ExportField } from './export-fields.ts';
import { eventWords, mediumWords, otherFlagWords } from './kinds/words.ts';
import {
	exclusionReasonWords,
	exclusionStateWords,
	flagWords,
	handlingWords,
	kindWords,
	resolvedWords,
	satisfactionWords,
	statusWords,
	type Vocabulary,
	yesNoWords
} from './vocabularies.ts';

/** The words of each field that has a vocabulary, flags apart. */
export const fieldWords: Partial<Record<ExportField, Vocabulary>> = {
	kind: kindWords,
	status: statusWords,
	handling_mode: handlingWords,
	exclusion_state: exclusionStateWords,
	exclusion_reason: exclusionReasonWords,
	unit_resolved: resolvedWords,
	visit_resolved: resolvedWords,
	satisfaction: satisfactionWords,
	satisfaction_final: satisfactionWords,
	agent_rating: satisfactionWords,
	event: eventWords,
	medium: mediumWords
};

const ownFlagWords: Partial<Record<ExportField, Vocabulary<'yes' | 'no'>>> = { ...flagWords, ...otherFlagWords };

/** What says yes and what says no in a field of flags: the words of all, and its own. */
export function flagWordsOf(field: ExportField): Vocabulary<'yes' | 'no'> {
	const own = ownFlagWords[field];
	return { yes: [...yesNoWords.yes, ...(own?.yes ?? [])], no: [...yesNoWords.no, ...(own?.no ?? [])] };
}
