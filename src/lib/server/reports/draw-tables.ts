import type { FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import { duration } from '#queries/duration.ts';
import { drawTraitKeys, type DrawTrait } from '#queries/where/draw-traits.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { drawReport, type DrawJudgement, type DrawnUnit, type DrawReport, type Share } from './draw-report.ts';
import type { TableOptions } from './table-options.ts';

const rateOf = ({ good, orders }: Share) => (orders === 0 ? null : good / orders);

/** What was found first, the surest first; then by name. */
const foundFirst = (rows: TableRow[]) =>
	rows.sort(
		(a, b) =>
			((a.chance as number | null) ?? 2) - ((b.chance as number | null) ?? 2) ||
			(String(a.name) < String(b.name) ? -1 : 1)
	);

const judgedCells = ({ verdict, comparison, smallest }: DrawJudgement) => ({
	verdict,
	chance: comparison?.p ?? null,
	smallest
});

const side = (prefix: 'visited' | 'unvisited', trait: DrawTrait): TableColumn[] => [
	{ key: `${prefix}Good`, kind: 'count', measure: `${prefix}-${trait}` },
	{ key: `${prefix}Orders`, kind: 'count', measure: `${prefix}-${trait}` },
	{
		key: `${prefix}Rate`,
		kind: 'rate',
		measure: `${prefix}-${trait}`,
		of: { numerator: `${prefix}Good`, denominator: `${prefix}Orders` }
	}
];

/** The share of visited and of unvisited orders with one trait, on time unless asked, a row per unit. */
export async function drawSharesTable(
	db: WarehouseDb,
	{ scope, rateKey }: TableOptions,
	report?: DrawReport
): Promise<FigureTable> {
	const trait = drawTraitKeys.find((key) => `visited-${key}` === rateKey) ?? 'on-time';
	const { whole, units } = report ?? (await drawReport(db, scope));
	const row = ({ unit, looks }: DrawnUnit): TableRow => {
		const { visited, unvisited, comparison } = looks[trait];
		return {
			name: unit ?? null,
			...judgedCells(looks[trait]),
			visitedGood: visited.good,
			visitedOrders: visited.orders,
			visitedRate: rateOf(visited),
			unvisitedGood: unvisited.good,
			unvisitedOrders: unvisited.orders,
			unvisitedRate: rateOf(unvisited),
			alikeDifference: comparison?.difference ?? null
		};
	};
	return {
		id: 'draw-shares',
		by: 'unit',
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'verdict', kind: 'code' },
			...side('visited', trait),
			...side('unvisited', trait),
			{ key: 'alikeDifference', kind: 'points' },
			{ key: 'chance', kind: 'rate' },
			{ key: 'smallest', kind: 'points' }
		],
		rows: foundFirst(units.map(row)),
		total: row(whole)
	};
}

/** How long visited and unvisited orders took, a row per unit. */
export async function drawTimesTable(
	db: WarehouseDb,
	{ scope }: TableOptions,
	report?: DrawReport
): Promise<FigureTable> {
	const [{ whole, units }, visited, unvisited, visitedWhole, unvisitedWhole] = await Promise.all([
		report ?? drawReport(db, scope),
		duration(db, 'visited-time', scope, 'unit').execute(),
		duration(db, 'unvisited-time', scope, 'unit').execute(),
		duration(db, 'visited-time', scope).executeTakeFirstOrThrow(),
		duration(db, 'unvisited-time', scope).executeTakeFirstOrThrow()
	]);
	type Times = { n: number; medianSeconds: number | null } | undefined;
	const row = ({ unit, looks }: DrawnUnit, drawn: Times, left: Times): TableRow => ({
		name: unit ?? null,
		...judgedCells(looks.time),
		visitedOrders: drawn?.n ?? 0,
		visitedMedian: drawn?.medianSeconds ?? null,
		unvisitedOrders: left?.n ?? 0,
		unvisitedMedian: left?.medianSeconds ?? null,
		quicker: looks.time.comparison === null ? null : 0.5 + looks.time.comparison.difference
	});
	const of = (rows: { name?: string | null; n: number; medianSeconds: number | null }[], unit?: string | null) =>
		rows.find(({ name }) => name === unit);
	return {
		id: 'draw-times',
		by: 'unit',
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'verdict', kind: 'code' },
			{ key: 'visitedOrders', kind: 'count', measure: 'visited-time' },
			{ key: 'visitedMedian', kind: 'seconds', measure: 'visited-time', n: 'visitedOrders' },
			{ key: 'unvisitedOrders', kind: 'count', measure: 'unvisited-time' },
			{ key: 'unvisitedMedian', kind: 'seconds', measure: 'unvisited-time', n: 'unvisitedOrders' },
			{ key: 'quicker', kind: 'rate' },
			{ key: 'chance', kind: 'rate' },
			{ key: 'smallest', kind: 'points' }
		],
		rows: foundFirst(units.map((unit) => row(unit, of(visited, unit.unit), of(unvisited, unit.unit)))),
		total: row(whole, visitedWhole, unvisitedWhole)
	};
}
