import type { Db } from './where/tables.ts';

/** Columns that a measure may need and an export may lack. */
export const optionalColumns = [
	'dispatched_at',
	'signed_at',
	'first_contact_at',
	'closed_at',
	'closed_basis_at',
	'due_at',
	'due_basis_at',
	'visit_attempted',
	'visit_reached',
	'visit_valid',
	'visit_contacted',
	'visit_resolved',
	'satisfaction',
	'satisfaction_final',
	'unit_resolved',
	'visit_basis_at',
	'original_due_at',
	'replied_at',
	'return_count',
	'return_approved_count',
	'redispatch_count',
	'extension_count',
	'suspended_days',
	'urge_count',
	'rework_count',
	'is_supervised',
	'supervision_type',
	'is_supervision_closed',
	'exclusion_state',
	'is_excluded',
	'handler',
	'caller_key',
	'special_group',
	'urgency',
	'kind_code',
	'line',
	'unit',
	'category_1',
	'visited_at',
	'district',
	'handling_mode'
] as const;

export type OptionalColumn = (typeof optionalColumns)[number];

/** Which columns do the exports fill at all? One row, a count of filled cells per optional column. */
export function columnsCarried(db: Db) {
	return db
		.selectFrom('orders')
		.select((eb) => optionalColumns.map((column) => eb.fn.count<number>(column).as(column)));
}
