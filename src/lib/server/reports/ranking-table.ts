import { rankUnits } from '#lib/domain/ranking.ts';
import type { FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import { rankWithDoubt } from '#lib/domain/ranking-doubt.ts';
import { ranking } from '#queries/ranking.ts';
import type { RateKey } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/**
 * Units by a rate with their intervals, what they come to once drawn towards the mean, the places they could hold and
 * their standing, best first, the too few last. The total holds every order, named unit or not.
 */
export async function rankingTable(
	db: WarehouseDb,
	{ scope, rateKey = 'on-time-due' }: TableOptions
): Promise<FigureTable> {
	const ranked = rankWithDoubt(await ranking(db, rateKey, scope).execute());
	const total = await rate(db, rateKey, scope).executeTakeFirstOrThrow();
	return tableOf(ranked.units, total, rateKey);
}

const doubts = ['shrunk', 'rankLow', 'rankHigh'];

/** The same without the places they could hold, which take ten thousand draws: for who only asks who stands where. */
export async function standingsTable(
	db: WarehouseDb,
	{ scope, rateKey = 'on-time-due' }: TableOptions
): Promise<FigureTable> {
	const { units } = rankUnits(await ranking(db, rateKey, scope).execute());
	const total = await rate(db, rateKey, scope).executeTakeFirstOrThrow();
	return tableOf(units, total, rateKey, (column) => !doubts.includes(column.key));
}

function tableOf(
	units: TableRow[],
	total: TableRow,
	rateKey: RateKey,
	isShown: (column: TableColumn) => boolean = () => true
): FigureTable {
	const columns: TableColumn[] = [
		{ key: 'unit', kind: 'text' },
		{ key: 'place', kind: 'place' },
		{ key: 'unitKind', kind: 'text' },
		{ key: 'numerator', kind: 'count', measure: rateKey },
		{ key: 'denominator', kind: 'count', measure: rateKey },
		{ key: 'rate', kind: 'rate', measure: rateKey, of: { numerator: 'numerator', denominator: 'denominator' } },
		{ key: 'low', kind: 'rate', measure: rateKey },
		{ key: 'high', kind: 'rate', measure: rateKey },
		{ key: 'shrunk', kind: 'rate', measure: rateKey },
		{ key: 'rankLow', kind: 'place' },
		{ key: 'rankHigh', kind: 'place' },
		{ key: 'standing', kind: 'code' }
	];
	const shown = columns.filter(isShown);
	return {
		id: 'ranking',
		by: 'unit',
		columns: shown,
		rows: units,
		total: { ...onlyOfUnits(shown), ...total, name: null }
	};
}

/** What a single unit has and the whole has not. */
const onlyOfUnits = (columns: TableColumn[]) =>
	Object.fromEntries(
		['unit', 'place', 'unitKind', 'low', 'high', 'standing', ...doubts]
			.filter((key) => columns.some((column) => column.key === key))
			.map((key) => [key, null])
	);
