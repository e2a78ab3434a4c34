import type { FigureTable } from '#lib/domain/table.ts';
import { rate } from '#queries/rate.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/** The on-time rate by due date, with the closing-date basis beside it, a row per value of `by`. */
export async function onTimeTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const [due, closed, dueTotal, closedTotal] = await Promise.all([
		rate(db, 'on-time-due', scope, by).execute(),
		rate(db, 'on-time-closed', scope, by).execute(),
		rate(db, 'on-time-due', scope).executeTakeFirstOrThrow(),
		rate(db, 'on-time-closed', scope).executeTakeFirstOrThrow()
	]);
	const names = [...new Set([...due, ...closed].map((row) => row.name ?? null))].sort(nullsLast);
	const side = (row: (typeof due)[number] | undefined, prefix: string) => ({
		[`${prefix}Numerator`]: row?.numerator ?? 0,
		[`${prefix}Denominator`]: row?.denominator ?? 0,
		[`${prefix}Rate`]: row?.rate ?? null
	});
	const find = (rows: typeof due, name: string | null) => rows.find((row) => (row.name ?? null) === name);
	return {
		id: 'on-time',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'dueNumerator', kind: 'count', measure: 'on-time-due' },
			{ key: 'dueDenominator', kind: 'count', measure: 'on-time-due' },
			{
				key: 'dueRate',
				kind: 'rate',
				measure: 'on-time-due',
				of: { numerator: 'dueNumerator', denominator: 'dueDenominator' }
			},
			{ key: 'closedNumerator', kind: 'count', measure: 'on-time-closed' },
			{ key: 'closedDenominator', kind: 'count', measure: 'on-time-closed' },
			{
				key: 'closedRate',
				kind: 'rate',
				measure: 'on-time-closed',
				of: { numerator: 'closedNumerator', denominator: 'closedDenominator' }
			}
		],
		rows: names.map((name) => ({ name, ...side(find(due, name), 'due'), ...side(find(closed, name), 'closed') })),
		total: { name: null, ...side(dueTotal, 'due'), ...side(closedTotal, 'closed') }
	};
}

const nullsLast = (a: string | null, b: string | null) =>
	a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
