import {
	responseRate,
	visitEstimate,
	visitQuestions,
	type VisitCounts,
	type VisitQuestion
} from '#lib/domain/survey.ts';
import { rowMeasure, type FigureTable, type TableColumn, type TableRow } from '#lib/domain/table.ts';
import { rate } from '#queries/rate.ts';
import { returnVisits } from '#queries/return-visits.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

const estimateColumns = (measure: string): TableColumn[] => [
	{ key: 'good', kind: 'count', measure },
	{ key: 'valid', kind: 'count', measure: 'visit-response' },
	{ key: 'rate', kind: 'rate', measure, of: { numerator: 'good', denominator: 'valid' } },
	{ key: 'low', kind: 'rate' },
	{ key: 'high', kind: 'rate' },
	{ key: 'attempted', kind: 'count', measure: 'visit-coverage' },
	{
		key: 'responseRate',
		kind: 'rate',
		measure: 'visit-response',
		of: { numerator: 'valid', denominator: 'attempted' }
	},
	{ key: 'worst', kind: 'rate' },
	{ key: 'best', kind: 'rate' },
	{ key: 'closed', kind: 'count', measure: 'closed-orders' }
];

const estimateOf = (counts: VisitCounts, question: VisitQuestion): TableRow => ({
	good: counts[question],
	valid: counts.valid,
	...visitEstimate(counts, question),
	attempted: counts.attempted,
	responseRate: responseRate(counts),
	closed: counts.closed
});

/** What the answers say of all closed orders and of all who were called, a row per question. */
export async function visitEstimatesTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const counts = await returnVisits(db, scope).executeTakeFirstOrThrow();
	return {
		id: 'visit-estimates',
		by: null,
		columns: [{ key: 'question', kind: 'code' }, ...estimateColumns(rowMeasure)],
		rows: visitQuestions.map((question) => ({ question, ...estimateOf(counts, question) })),
		total: null
	};
}

/** The same of one question, resolved unless asked, a row per value of `by`. */
export async function visitIntervalsTable(db: WarehouseDb, { scope, by, rateKey }: TableOptions): Promise<FigureTable> {
	const question = visitQuestions.find((known) => known === rateKey) ?? 'resolved';
	const [rows, total] = await Promise.all([
		returnVisits(db, scope, by).execute(),
		returnVisits(db, scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'visit-intervals',
		by,
		columns: [{ key: 'name', kind: 'text' }, ...estimateColumns(question)],
		rows: rows.map((row) => ({ name: named(row).name, ...estimateOf(row, question) })),
		total: { name: null, ...estimateOf(total, question) }
	};
}

const doubts = { falseClosure: 'false-closure', defaultSatisfied: 'default-satisfied' } as const;

/** Closed orders whose citizen says otherwise, and satisfaction that nobody voiced, a row per value of `by`. */
export async function visitDoubtsTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const keys = Object.entries(doubts);
	const [answers, totals] = await Promise.all([
		Promise.all(keys.map(([, key]) => rate(db, key, scope, by).execute())),
		Promise.all(keys.map(([, key]) => rate(db, key, scope).executeTakeFirstOrThrow()))
	]);
	const names = [...new Set(answers.flat().map((row) => row.name ?? null))].sort((a, b) =>
		a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
	);
	const side = (prefix: string, row?: { numerator: number; denominator: number; rate: number | null }) => ({
		[`${prefix}Numerator`]: row?.numerator ?? 0,
		[`${prefix}Denominator`]: row?.denominator ?? 0,
		[`${prefix}Rate`]: row?.rate ?? null
	});
	const find = (place: number, name: string | null) => answers[place]!.find((row) => (row.name ?? null) === name);
	const rowOf = (cell: (place: number) => Parameters<typeof side>[1]) =>
		Object.assign({}, ...keys.map(([prefix], place) => side(prefix, cell(place)))) as TableRow;
	return {
		id: 'visit-doubts',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			...keys.flatMap(([prefix, measure]): TableColumn[] => [
				{ key: `${prefix}Numerator`, kind: 'count', measure },
				{ key: `${prefix}Denominator`, kind: 'count', measure },
				{
					key: `${prefix}Rate`,
					kind: 'rate',
					measure,
					of: { numerator: `${prefix}Numerator`, denominator: `${prefix}Denominator` }
				}
			])
		],
		rows: names.map((name) => ({ name, ...rowOf((place) => find(place, name)) })),
		total: { name: null, ...rowOf((place) => totals[place]) }
	};
}
