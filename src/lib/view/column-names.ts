import type { Language } from '#lib/domain/languages.ts';
import { fieldName } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** Columns of the warehouse that are made of one of the export's. */
const madeFrom: Record<string, string> = {
	received_at: 'registered_at',
	due_basis_at: 'due_at',
	closed_basis_at: 'closed_at',
	visit_basis_at: 'closed_at',
	original_timeliness: 'due_at',
	is_excluded: 'exclusion_state',
	kind_code: 'kind',
	sign_due_at: 'dispatched_at',
	first_contact_due_at: 'dispatched_at'
};

/** The column of an export that a column of the warehouse comes from, in the reader's words. */
export const columnName = (column: string): string =>
	column === 'caller_key' ? m.column_caller() : fieldName(madeFrom[column] ?? column, getLocale() as Language);
