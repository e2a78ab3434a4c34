import { differenceInterval, directionOf } from '#lib/domain/movement.ts';
import { fewestToRank } from '#lib/domain/ranking.ts';
import type { Share } from '#lib/domain/statistics.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { ranking } from '#queries/ranking.ts';
import { rate } from '#queries/rate.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

const nothing: Share = { numerator: 0, denominator: 0 };

/**
 * How each unit's rate moved since the period compared with, the 95 % interval of the difference, and whether chance
 * explains it (99.8 %); what fell most first. The total is every order of either period. Without a period to compare
 * with there is no row.
 */
export async function movementTable(
	db: WarehouseDb,
	{ scope, rateKey = 'on-time-due', compared, fewest = fewestToRank }: TableOptions
): Promise<FigureTable> {
	const [now, then, totalNow, totalThen] = await Promise.all([
		compared ? ranking(db, rateKey, scope).execute() : [],
		compared ? ranking(db, rateKey, compared).execute() : [],
		compared && rate(db, rateKey, scope).executeTakeFirstOrThrow(),
		compared && rate(db, rateKey, compared).executeTakeFirstOrThrow()
	]);
	const find = (rows: typeof now, name: string) => rows.find(({ unit }) => unit === name) ?? nothing;
	const units = [...new Set([...now, ...then].map(({ unit }) => unit))];
	const rows = units.map((unit) => moved(unit, find(now, unit), find(then, unit), fewest));
	return {
		id: 'movement',
		by: 'unit',
		columns: [
			{ key: 'unit', kind: 'text' },
			{ key: 'movement', kind: 'code' },
			{ key: 'difference', kind: 'points' },
			{ key: 'differenceLow', kind: 'points' },
			{ key: 'differenceHigh', kind: 'points' },
			{ key: 'numerator', kind: 'count', measure: rateKey },
			{ key: 'denominator', kind: 'count', measure: rateKey },
			{ key: 'rate', kind: 'rate', measure: rateKey, of: { numerator: 'numerator', denominator: 'denominator' } },
			{ key: 'thenNumerator', kind: 'count' },
			{ key: 'thenDenominator', kind: 'count' },
			{ key: 'thenRate', kind: 'rate', of: { numerator: 'thenNumerator', denominator: 'thenDenominator' } }
		],
		rows: rows.sort(
			(a, b) =>
				((a.difference as number | null) ?? Infinity) - ((b.difference as number | null) ?? Infinity) ||
				(String(a.unit) < String(b.unit) ? -1 : 1)
		),
		total: totalNow && totalThen ? moved(null, totalNow, totalThen, 1) : null
	};
}

/** A row; without a difference where either period holds fewer than `fewest`. */
function moved(unit: string | null, now: Share, then: Share, fewest: number): TableRow {
	const isJudged = Math.min(now.denominator, then.denominator) >= fewest;
	const { difference, low, high } = isJudged
		? differenceInterval(now, then)
		: { difference: null, low: null, high: null };
	const rateOf = ({ numerator, denominator }: Share) => (denominator === 0 ? null : numerator / denominator);
	return {
		unit,
		movement: isJudged ? `moved_${directionOf(now, then)}` : 'too_few',
		difference,
		differenceLow: low,
		differenceHigh: high,
		numerator: now.numerator,
		denominator: now.denominator,
		rate: rateOf(now),
		thenNumerator: then.numerator,
		thenDenominator: then.denominator,
		thenRate: rateOf(then)
	};
}
