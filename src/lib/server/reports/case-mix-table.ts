import {
	isComparable,
	isParadox,
	reversals,
	standardised,
	type Standardised,
	type UnitStratum
} from '#lib/domain/case-mix.ts';
import { fewestToRank } from '#lib/domain/ranking.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { caseMix } from '#queries/case-mix.ts';
import type { RateKey } from '#queries/measures.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/** The crude rate of each unit beside what its mix of orders would lead to expect, best ratio first; the too few and the incomparable last. */
export async function caseMixTable(
	db: WarehouseDb,
	{ scope, rateKey = 'on-time-due', fewest }: TableOptions
): Promise<FigureTable> {
	return tableOf((await unitsByMix(db, rateKey, scope)).units, rateKey, fewest);
}

/** The same table with the first pair of units that the mix turns round, and how many such pairs there are. */
export async function caseMixReport(db: WarehouseDb, rateKey: RateKey, scope: Scope, fewest = fewestToRank) {
	const { units, byKind } = await unitsByMix(db, rateKey, scope);
	const turned = reversals(units.filter(({ denominator }) => denominator >= fewest));
	const widest = turned[0];
	return {
		table: tableOf(units, rateKey, fewest),
		turned: turned.length,
		widest: widest && {
			above: widest.above,
			below: widest.below,
			isParadox: isParadox(byKind, widest.above.unit, widest.below.unit),
			split: splitTable(byKind, widest.above.unit, widest.below.unit)
		}
	};
}

async function unitsByMix(db: WarehouseDb, rateKey: RateKey, scope: Scope) {
	const rows = await caseMix(db, rateKey, scope).execute();
	const strata = rows.map(({ kind, urgency, category, ...row }) => ({
		...row,
		stratum: JSON.stringify([kind, urgency, category])
	}));
	return { units: standardised(strata), byKind: rows.map(({ kind, ...row }) => ({ ...row, stratum: kind ?? '' })) };
}

const rateOf = ({ numerator, denominator }: Standardised) => numerator / denominator;

function tableOf(units: Standardised[], rateKey: RateKey, fewest = fewestToRank): FigureTable {
	const judged = units.filter((unit) => unit.denominator >= fewest && unit.ratio !== null && isComparable(unit));
	const place = (unit: Standardised, by: (unit: Standardised) => number) =>
		judged.includes(unit) ? 1 + judged.filter((other) => by(other) > by(unit)).length : null;
	const rows = units.map((unit) => ({
		unit: unit.unit,
		numerator: unit.numerator,
		denominator: unit.denominator,
		rate: rateOf(unit),
		expected: unit.expected,
		ratio: unit.ratio,
		ratioLow: unit.low,
		ratioHigh: unit.high,
		comparable: unit.comparable,
		comparableRate: unit.comparable / unit.denominator,
		crudePlace: place(unit, rateOf),
		mixPlace: place(unit, ({ ratio }) => ratio as number)
	}));
	return {
		id: 'case-mix',
		by: 'unit',
		columns: [
			{ key: 'unit', kind: 'text' },
			{ key: 'mixPlace', kind: 'place' },
			{ key: 'crudePlace', kind: 'place' },
			{ key: 'ratio', kind: 'ratio' },
			{ key: 'ratioLow', kind: 'ratio' },
			{ key: 'ratioHigh', kind: 'ratio' },
			{
				key: 'comparableRate',
				kind: 'rate',
				of: { numerator: 'comparable', denominator: 'denominator' }
			},
			{ key: 'comparable', kind: 'count' },
			{ key: 'numerator', kind: 'count', measure: rateKey },
			{ key: 'expected', kind: 'ratio' },
			{ key: 'denominator', kind: 'count', measure: rateKey },
			{ key: 'rate', kind: 'rate', measure: rateKey, of: { numerator: 'numerator', denominator: 'denominator' } }
		],
		rows: rows.sort((a, b) => (a.mixPlace ?? Infinity) - (b.mixPlace ?? Infinity) || (a.unit < b.unit ? -1 : 1)),
		total: null
	};
}

/** Two units side by side, a row per kind of order that either of them had. */
function splitTable(byKind: UnitStratum[], above: string, below: string): FigureTable {
	const kinds = [
		...new Set(byKind.flatMap(({ unit, stratum }) => (unit === above || unit === below ? [stratum] : [])))
	];
	const sumOf = (unit: string, kind: string) => {
		const rows = byKind.filter((row) => row.unit === unit && row.stratum === kind);
		const numerator = rows.reduce((sum, row) => sum + row.numerator, 0);
		const denominator = rows.reduce((sum, row) => sum + row.denominator, 0);
		return { numerator, denominator, rate: denominator === 0 ? null : numerator / denominator };
	};
	const side = (prefix: string, { numerator, denominator, rate }: ReturnType<typeof sumOf>) => ({
		[`${prefix}Numerator`]: numerator,
		[`${prefix}Denominator`]: denominator,
		[`${prefix}Rate`]: rate
	});
	const columns = (prefix: string) => [
		{ key: `${prefix}Numerator`, kind: 'count' as const },
		{ key: `${prefix}Denominator`, kind: 'count' as const },
		{
			key: `${prefix}Rate`,
			kind: 'rate' as const,
			of: { numerator: `${prefix}Numerator`, denominator: `${prefix}Denominator` }
		}
	];
	return {
		id: 'case-mix-split',
		by: 'kind',
		columns: [{ key: 'name', kind: 'text' }, ...columns('above'), ...columns('below')],
		rows: kinds.sort().map((kind) => ({
			name: kind || null,
			...side('above', sumOf(above, kind)),
			...side('below', sumOf(below, kind))
		})),
		total: null
	};
}
