import { kindNames } from '#lib/domain/kinds/kind.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { ProfileFault, UnreadableProfile } from '#lib/domain/profiles/read-profile.ts';
import { m } from '#lib/paraglide/messages.js';
import { fieldName, kindName } from './intake-sentences.ts';

type Details = UnreadableProfile['details'];
type Sentence = (details: Details, options: { locale: Language }) => string;

const sentences: Record<ProfileFault, Sentence> = {
	not_json: m.profile_fault_not_json,
	not_a_profile: m.profile_fault_not_a_profile,
	unknown_key: m.profile_fault_unknown_key,
	wrong_value: m.profile_fault_wrong_value,
	wrong_name: ({ value }, options) => m.profile_bad_name({ name: value }, options),
	header_not_told_apart: m.profile_fault_header_not_told_apart,
	unknown_field: m.profile_fault_unknown_field,
	field_of_other_kind: m.profile_fault_field_of_other_kind,
	column_not_there: m.profile_fault_column_not_there,
	column_twice: m.profile_fault_column_twice,
	not_two_halves: m.profile_fault_not_two_halves,
	lacks_field: m.profile_fault_lacks_field,
	unknown_answer: m.profile_fault_unknown_answer,
	wrong_answer: m.profile_fault_wrong_answer
};

/** What is wrong with a profile's file, where, and what to write instead. */
export function profileFaultSentence({ fault, details }: UnreadableProfile, locale: Language): string {
	const kind = kindNames.find((name) => name === details.wanted);
	const lacking = fault === 'lacks_field' && { value: `${fieldName(details.value, locale)} (${details.value})` };
	return sentences[fault]({ ...details, ...lacking, ...(kind && { wanted: kindName(kind, locale) }) }, { locale });
}
