import { addDays, addMonths, monthsFromTo } from '#lib/domain/periods.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { breaksOf, renamesAmong, type NameMonth } from '#lib/domain/series-breaks.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { columnsAtReceipt, columnsLater } from '#lib/domain/watched-columns.ts';
import { columnsByMonth } from '#queries/columns-by-month.ts';
import { dataCutOf } from '#queries/data-cut-of.ts';
import { namesByMonth } from '#queries/names-by-month.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/** What is not of one piece: `month` is the first that is different. */
export type SeriesBreak = {
	month: string;
	what:
		| 'line_begins'
		| 'line_ends'
		| 'unit_begins'
		| 'unit_ends'
		| 'unit_may_be_renamed'
		| 'column_begins'
		| 'column_ends'
		| 'no_orders';
	/** The line, the unit, or the warehouse's column; the old name where a unit may be renamed. Null for a quiet month. */
	name: string | null;
	/** The new name where a unit may be renamed. */
	other: string | null;
};

/** An order's later steps are filled within this many days, or not at all as far as a break is concerned. */
const settledDays = 30;

/**
 * Where the months of a scope, all there are, are not of one piece: lines and units that begin or end, units that may be
 * renamed, columns that exports begin or stop filling, months without an order. In order of months.
 */
export async function seriesBreaks(db: WarehouseDb, scope: Scope): Promise<SeriesBreak[]> {
	const always = { ...scope, period: { from: null, to: null } };
	const [columns, lines, units, { dataCut }] = await Promise.all([
		columnsByMonth(db, always).execute(),
		namesByMonth(db, 'line', always).execute(),
		namesByMonth(db, 'unit', always).execute(),
		dataCutOf(db).executeTakeFirstOrThrow()
	]);
	if (columns.length === 0) return [];
	const months = monthsFromTo(columns[0]!.month, columns.at(-1)!.month);
	const series = months.map((month) => ({ month, orders: columns.find((row) => row.month === month)?.orders ?? 0 }));
	const settled = series.filter(
		({ month }) => addDays(addMonths(`${month}-01`, 1), settledDays) <= dataCut.slice(0, 10)
	);
	const filled = (names: readonly (typeof columnsAtReceipt | typeof columnsLater)[number][]): NameMonth[] =>
		names.flatMap((name) => columns.map((row) => ({ month: row.month, name, orders: row[name] })));
	const upTo = settled.at(-1)?.month ?? '';
	const unitBreaks = breaksOf(series, units);
	const found = (kind: string, breaks: ReturnType<typeof breaksOf>) =>
		breaks.map(({ month, what, name }) => ({
			month,
			what: `${kind}_${what}` as SeriesBreak['what'],
			name,
			other: null
		}));
	return [
		...found('line', breaksOf(series, lines)),
		...found('unit', unitBreaks),
		...renamesAmong(unitBreaks).map(({ month, from, to }): SeriesBreak => ({
			month,
			what: 'unit_may_be_renamed',
			name: from,
			other: to
		})),
		...found('column', breaksOf(series, filled(columnsAtReceipt))),
		...found(
			'column',
			breaksOf(
				settled,
				filled(columnsLater).filter(({ month }) => month <= upTo)
			)
		),
		...series
			.filter(({ orders }) => orders === 0)
			.map(({ month }): SeriesBreak => ({ month, what: 'no_orders', name: null, other: null }))
	].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

/** The same as a table, a row per break. */
export async function breaksTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	return breaksTableOf(await seriesBreaks(db, scope));
}

/** Breaks that were found already, as a table. */
export function breaksTableOf(breaks: SeriesBreak[]): FigureTable {
	return {
		id: 'breaks',
		by: 'month',
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'what', kind: 'code' },
			{ key: 'brokenName', kind: 'text' },
			{ key: 'brokenColumn', kind: 'code' },
			{ key: 'otherName', kind: 'text' }
		],
		rows: breaks.map(({ month, what, name, other }) => ({
			...{ name: month, what, otherName: other },
			brokenName: what.startsWith('column') ? null : name,
			brokenColumn: what.startsWith('column') ? `column-${name}` : null
		})),
		total: null
	};
}
