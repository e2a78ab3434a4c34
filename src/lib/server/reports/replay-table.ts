import { rankUnits } from '#lib/domain/ranking.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { ranking } from '#queries/ranking.ts';
import { rate } from '#queries/rate.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/**
 * Each unit's rate and place under the rules asked for beside those under the rules in use, for the same period by
 * name; placeChange is how many places a unit gains (negative: loses) by the rules asked for, null where either gives it
 * none. What changes most first. Without other rules than those in use there is no row.
 */
export async function replayTable(
	db: WarehouseDb,
	{ scope, rateKey = 'on-time-due', minimumVolume, inUse }: TableOptions
): Promise<FigureTable> {
	const [asked, used, totalAsked, totalUsed] = await Promise.all([
		inUse ? ranking(db, rateKey, scope).execute() : [],
		inUse ? ranking(inUse.db, rateKey, inUse.scope).execute() : [],
		inUse && rate(db, rateKey, scope).executeTakeFirstOrThrow(),
		inUse && rate(inUse.db, rateKey, inUse.scope).executeTakeFirstOrThrow()
	]);
	const [now, then] = [rankUnits(asked, minimumVolume).units, rankUnits(used, inUse?.minimumVolume).units];
	const units = [...new Set([...now, ...then].map(({ unit }) => unit))];
	const rows = units.map((unit) => {
		const [a, b] = [now, then].map((ranked) => ranked.find((one) => one.unit === unit));
		const placeChange = a?.place && b?.place ? b.place - a.place : null;
		return { unit, place: a?.place ?? null, placeInUse: b?.place ?? null, placeChange, ...sides(a, b) };
	});
	const size = ({ placeChange }: TableRow) => (placeChange === null ? -1 : Math.abs(placeChange as number));
	return {
		id: 'replay',
		by: 'unit',
		columns: [
			{ key: 'unit', kind: 'text' },
			{ key: 'placeChange', kind: 'place' },
			{ key: 'place', kind: 'place' },
			{ key: 'placeInUse', kind: 'place' },
			{ key: 'numerator', kind: 'count', measure: rateKey },
			{ key: 'denominator', kind: 'count', measure: rateKey },
			{ key: 'rate', kind: 'rate', measure: rateKey, of: { numerator: 'numerator', denominator: 'denominator' } },
			{ key: 'inUseNumerator', kind: 'count' },
			{ key: 'inUseDenominator', kind: 'count' },
			{ key: 'inUseRate', kind: 'rate', of: { numerator: 'inUseNumerator', denominator: 'inUseDenominator' } }
		],
		rows: rows.sort((a, b) => size(b) - size(a) || (a.unit < b.unit ? -1 : 1)),
		total:
			totalAsked && totalUsed
				? { unit: null, place: null, placeInUse: null, placeChange: null, ...sides(totalAsked, totalUsed) }
				: null
	};
}

type Side = { numerator: number; denominator: number; rate: number | null } | undefined;

const sides = (asked: Side, used: Side) => ({
	numerator: asked?.numerator ?? 0,
	denominator: asked?.denominator ?? 0,
	rate: asked?.rate ?? null,
	inUseNumerator: used?.numerator ?? 0,
	inUseDenominator: used?.denominator ?? 0,
	inUseRate: used?.rate ?? null
});
