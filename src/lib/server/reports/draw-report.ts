import {
	beyondChance,
	compareShares,
	compareTimes,
	falseAlarms,
	verdictOf,
	type Comparison,
	type DrawVerdict
} from '#lib/domain/draw-bias.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { drawComparison, type DrawStratumRow } from '#queries/draw-comparison.ts';
import { drawRanks, type DrawRanksRow } from '#queries/draw-ranks.ts';
import { drawTraitKeys, type DrawTrait } from '#queries/where/draw-traits.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

/** What visited and unvisited orders are compared by. */
export const drawLooks = ['time', ...drawTraitKeys] as const;
export type DrawLook = 'time' | DrawTrait;

export type Share = { good: number; orders: number };

export type DrawJudgement = {
	look: DrawLook;
	verdict: DrawVerdict;
	comparison: Comparison | null;
	/** The smallest difference found with the stated power at the strictest level a look may be held to; null: none is. */
	smallest: number | null;
	/** Of a trait; the whole of both sides, whatever their unit and month. */
	visited: Share;
	unvisited: Share;
};

export type DrawnUnit = {
	/** Undefined for the whole, null where no unit is stated. */
	unit?: string | null;
	eligible: number;
	visited: number;
	unsaid: number;
	looks: Record<DrawLook, DrawJudgement>;
};

export type DrawReport = { whole: DrawnUnit; units: DrawnUnit[]; judged: number };

/**
 * Were the visited orders like the unvisited ones? For the whole and for each named unit, by each look. Units are judged
 * together, whatever page or file shows them: among all looks at all units at most the stated share of what is found is
 * expected to be false; the looks at the whole are a family of their own.
 */
export async function drawReport(db: WarehouseDb, scope: Scope): Promise<DrawReport> {
	const [strata, ranks] = await Promise.all([drawComparison(db, scope).execute(), drawRanks(db, scope).execute()]);
	const names = [...new Set(strata.map(({ unit }) => unit))].filter((unit) => unit !== null);
	const of = <Row extends { unit: string | null }>(rows: Row[], unit: string) =>
		rows.filter((row) => row.unit === unit);
	const units = judged(names.map((unit) => ({ unit, strata: of(strata, unit), ranks: of(ranks, unit) })));
	const [whole] = judged([{ unit: undefined, strata, ranks }]);
	const looks = units.flatMap((unit) => drawLooks.map((look) => unit.looks[look]));
	return { whole: whole!, units, judged: looks.filter(({ comparison }) => comparison !== null).length };
}

type Member = { strata: DrawStratumRow[]; ranks: DrawRanksRow[] };
type Family = (Member & { unit?: string | null })[];

function judged(family: Family): DrawnUnit[] {
	const compared = family.flatMap((member) => drawLooks.map((look) => compare(member, look)));
	const found = beyondChance(compared.map((one) => one?.p ?? null));
	const alpha = falseAlarms / Math.max(1, compared.filter((one) => one !== null).length);
	return family.map((member, row) => {
		const { unit, strata } = member;
		const looks = drawLooks.map((look, place): [DrawLook, DrawJudgement] => {
			const comparison = compared[row * drawLooks.length + place]!;
			const verdict = verdictOf(comparison, found[row * drawLooks.length + place]!);
			const smallest = comparison?.smallest(alpha) ?? null;
			// A pair can be won at most always, a share differ at most by all: beyond that nothing is found so surely.
			const isThere = smallest !== null && smallest <= (look === 'time' ? 0.5 : 1);
			return [look, { look, verdict, comparison, smallest: isThere ? smallest : null, ...sides(member, look) }];
		});
		return {
			unit,
			eligible: sum(strata, ({ eligible }) => eligible),
			visited: sum(strata, ({ visited }) => visited),
			unsaid: sum(strata, ({ unsaid }) => unsaid),
			looks: Object.fromEntries(looks) as Record<DrawLook, DrawJudgement>
		};
	});
}

function compare({ strata, ranks }: Member, look: DrawLook): Comparison | null {
	if (look !== 'time') return compareShares(strata.map((row) => traitCounts(row, look)));
	return compareTimes(
		ranks.map(({ timed, timedDrawn, rankSum, ties }) => ({ orders: timed, drawn: timedDrawn, rankSum, ties }))
	);
}

const traitCounts = (row: DrawStratumRow, trait: DrawTrait) => ({
	orders: row[`${trait} orders`],
	drawn: row[`${trait} drawn`],
	good: row[`${trait} good`],
	goodDrawn: row[`${trait} goodDrawn`]
});

/** Every order is in one stratum and no other, so the counts of the strata add up to those of the orders. */
function sides({ strata, ranks }: Member, look: DrawLook): { visited: Share; unvisited: Share } {
	if (look === 'time') {
		const drawn = sum(ranks, ({ timedDrawn }) => timedDrawn);
		const all = sum(ranks, ({ timed }) => timed);
		return { visited: { good: 0, orders: drawn }, unvisited: { good: 0, orders: all - drawn } };
	}
	const counts = strata.map((row) => traitCounts(row, look));
	const [good, goodDrawn] = [sum(counts, (one) => one.good), sum(counts, (one) => one.goodDrawn)];
	const [orders, drawn] = [sum(counts, (one) => one.orders), sum(counts, (one) => one.drawn)];
	return {
		visited: { good: goodDrawn, orders: drawn },
		unvisited: { good: good - goodDrawn, orders: orders - drawn }
	};
}

const sum = <One>(all: One[], of: (one: One) => number) => all.reduce((total, one) => total + of(one), 0);
