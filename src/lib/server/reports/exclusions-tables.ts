import { judgeExclusions, ratesOf, type ExclusionFlag } from '#lib/domain/exclusions.ts';
import type { FigureTable, TableColumn } from '#lib/domain/table.ts';
import { exclusionReasons } from '#queries/exclusion-reasons.ts';
import { exclusions } from '#queries/exclusions.ts';
import { rateMeasure } from '#queries/measures.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

const first: ExclusionFlag[] = ['gains_both', 'gains_rate', 'gains_share'];
const rankOf = (flag: ExclusionFlag) => (first.includes(flag) ? first.indexOf(flag) : first.length);

/**
 * A rate with and without exclusions, a row per unit (not stated: null), those that gain by excluding first. The total
 * is of every order. A unit that names none is not judged.
 */
export async function exclusionsTable(
	db: WarehouseDb,
	{ scope, rateKey = 'on-time-due', fewest }: TableOptions
): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		exclusions(db, rateKey, scope, 'unit').execute(),
		exclusions(db, rateKey, scope).executeTakeFirstOrThrow()
	]);
	const isLowerBetter = rateMeasure(rateKey).direction === 'lower is better';
	const named = rows.flatMap(({ name, ...row }) => (name == null ? [] : [{ ...row, unit: name }]));
	const judged = judgeExclusions(named, isLowerBetter, fewest);
	judged.sort(
		(a, b) =>
			rankOf(a.flag) - rankOf(b.flag) ||
			(b.excludedShare ?? 0) - (a.excludedShare ?? 0) ||
			b.wholeDenominator - a.wholeDenominator ||
			(a.unit < b.unit ? -1 : 1)
	);
	const unnamed = rows.find(({ name }) => name == null);
	const notJudged = { unit: null, standing: null, flag: null };
	return {
		id: 'exclusions',
		by: 'unit',
		columns: [{ key: 'unit', kind: 'text' }, ...columns(rateKey)],
		rows: [...judged, ...(unnamed ? [{ ...unnamed, ...ratesOf(unnamed), ...notJudged, name: null }] : [])],
		total: { ...total, ...ratesOf(total), ...notJudged, name: null }
	};
}

const columns = (measure: string): TableColumn[] => [
	{ key: 'flag', kind: 'code' },
	{ key: 'numerator', kind: 'count', measure },
	{ key: 'denominator', kind: 'count', measure },
	{ key: 'rate', kind: 'rate', measure, of: { numerator: 'numerator', denominator: 'denominator' } },
	{ key: 'wholeNumerator', kind: 'count' },
	{ key: 'wholeDenominator', kind: 'count' },
	{ key: 'wholeRate', kind: 'rate', of: { numerator: 'wholeNumerator', denominator: 'wholeDenominator' } },
	{ key: 'difference', kind: 'points' },
	{ key: 'excluded', kind: 'count' },
	{ key: 'excludedShare', kind: 'rate', of: { numerator: 'excluded', denominator: 'wholeDenominator' } },
	{ key: 'standing', kind: 'code' },
	{ key: 'pending', kind: 'count' },
	{ key: 'rejected', kind: 'count' }
];

/** Why orders are excluded from a rate, or were asked to be, a row per reason. */
export async function exclusionReasonsTable(
	db: WarehouseDb,
	{ scope, rateKey = 'on-time-due' }: TableOptions
): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		exclusionReasons(db, rateKey, scope).execute(),
		exclusionReasons(db, rateKey, scope, false).executeTakeFirstOrThrow()
	]);
	return {
		id: 'exclusion-reasons',
		by: null,
		columns: [
			{ key: 'reason', kind: 'code' },
			{ key: 'excluded', kind: 'count' },
			{ key: 'pending', kind: 'count' },
			{ key: 'rejected', kind: 'count' }
		],
		rows: rows.map(({ reason, ...row }) => ({ ...row, reason: `reason-${reason ?? 'none'}` })),
		total: { ...total, reason: null }
	};
}
