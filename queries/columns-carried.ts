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
	'unit',
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
