import type { FigureTable } from '#lib/domain/table.ts';
import { deadlineAgreement } from '#queries/deadline-agreement.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/** How the export's deadlines stand against those of the rules; the total is of all orders, not of the rows. */
export async function deadlinesTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		deadlineAgreement(db, scope, by).execute(),
		deadlineAgreement(db, scope).executeTakeFirstOrThrow()
	]);
	const withShare = <Row extends typeof total>(row: Row) => {
		const disagree = row.earlier + row.later;
		return { ...row, disagree, disagreeRate: row.both === 0 ? null : disagree / row.both };
	};
	return {
		id: 'deadlines',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'both', kind: 'count' },
			{ key: 'disagree', kind: 'count' },
			{ key: 'disagreeRate', kind: 'rate', of: { numerator: 'disagree', denominator: 'both' } },
			{ key: 'earlier', kind: 'count' },
			{ key: 'later', kind: 'count' },
			{ key: 'judgedOtherwise', kind: 'count' },
			{ key: 'byRule', kind: 'count' },
			{ key: 'exportOnly', kind: 'count' },
			{ key: 'neither', kind: 'count' }
		],
		rows: rows.map((row) => named(withShare(row))),
		total: { ...withShare(total), name: null }
	};
}
