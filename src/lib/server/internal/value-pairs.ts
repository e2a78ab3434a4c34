import { orderValues, type StagedColumn } from '#lib/domain/staged-columns.ts';

/** Staged columns that say again, as a code or a mark, what another one says: told only where that one does not differ. */
const madeOf: Partial<Record<StagedColumn, StagedColumn>> = {
	kind_code: 'kind',
	status_state: 'status',
	received_from: 'received_at',
	received_is_date: 'received_at',
	dispatched_is_date: 'dispatched_at',
	signed_is_date: 'signed_at',
	first_contact_is_date: 'first_contact_at',
	closed_from: 'closed_at',
	closed_is_date: 'closed_at',
	due_is_date: 'due_at'
};

/** The columns of which two forms of an order can say different things, in the order in which they are told. */
export const comparedColumns = orderValues.filter((column) => column !== 'order_number');

/** SQL of the values in which two whole staged rows differ: a list of {field, place, `former`, `latter`}, all as text. */
export function valuesThatDiffer(former: string, latter: string): string {
	const said = (row: string, column: string) => `cast(${row}.${column} as varchar)`;
	const pairs = comparedColumns.map((column, place) => {
		const base = madeOf[column];
		const isTold = base === undefined ? 'true' : `${former}.${base} is not distinct from ${latter}.${base}`;
		return `{'field': '${column}', 'place': ${place}, 'former': ${said(former, column)}, 'latter': ${said(latter, column)}, 'told': ${isTold}}`;
	});
	return `list_filter([${pairs.join(', ')}], lambda pair: pair.told and pair.former is distinct from pair.latter)`;
}
