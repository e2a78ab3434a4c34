import type { Language } from '#lib/domain/languages.ts';
import { stagedColumns } from '#lib/domain/staged-columns.ts';
import { fieldName } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { plain } from './plain-text.ts';

/** What a staged row says of an order, column by column, in a reader's words. */

const ownNames: Record<string, (locale: Language) => string> = {
	kind_code: (locale) => m.brought_field_kind_code({}, { locale }),
	status_state: (locale) => m.brought_field_status_state({}, { locale }),
	received_at: (locale) => m.brought_field_received_at({}, { locale }),
	received_from: (locale) => m.brought_field_received_from({}, { locale }),
	closed_from: (locale) => m.brought_field_closed_from({}, { locale }),
	original_due_at: (locale) => m.brought_field_original_due_at({}, { locale }),
	caller_key: (locale) => m.brought_field_caller_key({}, { locale })
};

const columnsOf: Record<string, string> = {
	has_due_column: 'due_at',
	has_closed_column: 'closed_at',
	has_signed_column: 'signed_at',
	has_first_contact_column: 'first_contact_at',
	has_group_column: 'special_group'
};

/** The name of a staged column. */
export function stagedName(column: string, locale: Language): string {
	const own = ownNames[column];
	if (own) return own(locale);
	const made = columnsOf[column];
	if (made) return m.brought_field_has_column({ field: fieldName(made, locale) }, { locale });
	if (column.endsWith('_is_date'))
		return m.brought_field_is_date({ field: stagedName(column.replace(/_is_date$/, '_at'), locale) }, { locale });
	return fieldName(column, locale);
}

type Word = (inputs: Record<string, never>, options: { locale: Language }) => string;
const words = m as unknown as Record<string, Word | undefined>;

/** Columns that hold a code, with the beginning of the names of their words. */
const coded: Record<string, string> = {
	...Object.fromEntries(
		['kind_code', 'status_state', 'handling_mode', 'received_from', 'closed_from', 'exclusion_state'].map((column) => [
			...[column, 'brought_value']
		])
	),
	exclusion_reason: 'exclusions_reason',
	unit_resolved: 'orders',
	visit_resolved: 'orders',
	satisfaction: 'orders_satisfaction',
	satisfaction_final: 'orders_satisfaction'
};

/**
 * A value of a staged column as it stands in the rows, in words; null where it says nothing. Times stay to the second, which a
 * change may be about. A caller's key is never shown.
 */
export function stagedWord(column: string, value: string | null, locale: Language): string | null {
	if (value === null) return null;
	if (column === 'caller_key') return m.brought_value_caller({}, { locale });
	if (coded[column]) return words[`${coded[column]}_${value}`]?.({}, { locale }) ?? value;
	const type = (stagedColumns as Record<string, string>)[column];
	if (type === 'BOOLEAN') return value === 'true' ? m.orders_yes({}, { locale }) : m.orders_no({}, { locale });
	return plain(value);
}
