import { rowMeasure, type FigureTable, type TableColumn, type TableRow } from '#lib/domain/table.ts';
import { pairRates, visitPairs, type PairRate, type VisitPairs } from '#queries/visit-pairs.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

const shareOf = (numerator: number, denominator: number) => (denominator === 0 ? null : numerator / denominator);

function rateOf(counts: VisitPairs, key: PairRate): TableRow {
	const [numerator, denominator] = [counts[`${key}Numerator`], counts[`${key}Denominator`]];
	return {
		[`${key}Numerator`]: numerator,
		[`${key}Denominator`]: denominator,
		[`${key}Rate`]: shareOf(numerator, denominator)
	};
}

const columnsOf = (key: PairRate): TableColumn[] => [
	{ key: `${key}Numerator`, kind: 'count', measure: pairRates[key] },
	{ key: `${key}Denominator`, kind: 'count', measure: pairRates[key] },
	{
		key: `${key}Rate`,
		kind: 'rate',
		measure: pairRates[key],
		of: { numerator: `${key}Numerator`, denominator: `${key}Denominator` }
	}
];

/** One rate less another, in points; null where either is not known. */
function gap(counts: VisitPairs, more: PairRate, less: PairRate): number | null {
	const [a, b] = [more, less].map((key) => shareOf(counts[`${key}Numerator`], counts[`${key}Denominator`]));
	return a == null || b == null ? null : a - b;
}

type Shape = { id: string; keys: PairRate[]; gap: { key: string; more: PairRate; less: PairRate; after: PairRate } };

export type PairCounts = { rows: VisitPairs[]; total: VisitPairs };

/** The counts behind these tables, asked once where a page shows all of them. */
export async function pairCounts(db: WarehouseDb, { scope, by }: TableOptions): Promise<PairCounts> {
	const [rows, total] = await Promise.all([
		visitPairs(db, scope, by).execute(),
		visitPairs(db, scope).executeTakeFirstOrThrow()
	]);
	return { rows, total };
}

function pairsTable({ rows, total }: PairCounts, { by }: TableOptions, shape: Shape): FigureTable {
	const asRow = (counts: VisitPairs): TableRow => ({
		name: named(counts).name,
		...Object.assign({}, ...shape.keys.map((key) => rateOf(counts, key))),
		[shape.gap.key]: gap(counts, shape.gap.more, shape.gap.less)
	});
	return {
		id: shape.id,
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			...shape.keys.flatMap((key) => [
				...columnsOf(key),
				...(key === shape.gap.after ? [{ key: shape.gap.key, kind: 'points' as const }] : [])
			])
		],
		rows: rows.map(asRow),
		total: asRow(total)
	};
}

/** Satisfied at first and in the end, and how many turned, a row per value of `by`. */
export const visitAnswersTable = async (db: WarehouseDb, options: TableOptions, counts?: PairCounts) =>
	pairsTable(counts ?? (await pairCounts(db, options)), options, {
		id: 'visit-answers',
		keys: ['first', 'last', 'turned', 'reworked'],
		gap: { key: 'lastLessFirst', more: 'last', less: 'first', after: 'last' }
	});

/** What units declare resolved and what citizens do, each of its own orders, a row per value of `by`. */
export const visitWordsTable = async (db: WarehouseDb, options: TableOptions, counts?: PairCounts) =>
	pairsTable(counts ?? (await pairCounts(db, options)), options, {
		id: 'visit-words',
		keys: ['unit', 'citizen', 'unitOnly'],
		gap: { key: 'unitLessCitizen', more: 'unit', less: 'citizen', after: 'citizen' }
	});

/** The four ways unit and citizen can answer where both spoke, a row each. */
export async function visitAgreementTable(
	db: WarehouseDb,
	{ scope }: TableOptions,
	asked?: PairCounts
): Promise<FigureTable> {
	const counts = asked?.total ?? (await visitPairs(db, scope).executeTakeFirstOrThrow());
	const keys = ['bothYes', 'unitOnly', 'citizenOnly', 'bothNot'] as const;
	const measure = rowMeasure;
	return {
		id: 'visit-agreement',
		by: null,
		columns: [
			{ key: 'agreement', kind: 'code' },
			{ key: 'orders', kind: 'count', measure },
			{ key: 'spoke', kind: 'count', measure },
			{ key: 'share', kind: 'rate', measure, of: { numerator: 'orders', denominator: 'spoke' } }
		],
		rows: keys.map((key) => ({
			agreement: pairRates[key],
			orders: counts[`${key}Numerator`],
			spoke: counts[`${key}Denominator`],
			share: shareOf(counts[`${key}Numerator`], counts[`${key}Denominator`])
		})),
		total: null
	};
}
