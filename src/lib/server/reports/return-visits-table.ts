import type { Cell, FigureTable } from '#lib/domain/table.ts';
import type { RateKey } from '#queries/measures.ts';
import { returnVisits } from '#queries/return-visits.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/** The rates of the survey and the counts they are made of, as columns of the return-visit table. */
const visitRates = {
	responseRate: { measure: 'visit-response', of: 'valid', base: 'attempted' },
	contactedRate: { measure: 'contacted', of: 'contacted', base: 'valid' },
	resolvedRate: { measure: 'resolved', of: 'resolved', base: 'valid' },
	satisfiedRate: { measure: 'satisfied', of: 'satisfied', base: 'valid' }
} as const satisfies Record<string, { measure: RateKey; of: string; base: string }>;

const visitRateColumn = (key: keyof typeof visitRates) => {
	const { measure, of, base } = visitRates[key];
	return { key, kind: 'rate' as const, measure, of: { numerator: of, denominator: base } };
};

type VisitCounts = Record<string, Cell>;

/** Adds the survey's rates to its counts; null where a count is not known or the base is empty. */
function withVisitRates<Row extends VisitCounts>(row: Row): Row & VisitCounts {
	const rates = Object.entries(visitRates).map(([key, { of, base }]) => {
		const numerator = row[of];
		const denominator = row[base];
		return [
			key,
			typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0
				? numerator / denominator
				: null
		];
	});
	return { ...row, ...Object.fromEntries(rates) };
}

/** What came of the return visits, a row per value of `by`; every rate with its counts. */
export async function returnVisitsTable(db: WarehouseDb, { scope, by }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		returnVisits(db, scope, by).execute(),
		returnVisits(db, scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'return-visits',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'closed', kind: 'count', measure: 'closed-orders' },
			{ key: 'attempted', kind: 'count', measure: 'visit-coverage' },
			{ key: 'reached', kind: 'count', measure: 'visit-reached' },
			{ key: 'valid', kind: 'count', measure: 'visit-response' },
			visitRateColumn('responseRate'),
			{ key: 'contacted', kind: 'count', measure: 'contacted' },
			visitRateColumn('contactedRate'),
			{ key: 'resolved', kind: 'count', measure: 'resolved' },
			visitRateColumn('resolvedRate'),
			{ key: 'satisfied', kind: 'count', measure: 'satisfied' },
			visitRateColumn('satisfiedRate'),
			{ key: 'basicallySatisfied', kind: 'count', measure: 'basically-satisfied' },
			{ key: 'dissatisfied', kind: 'count', measure: 'dissatisfied' }
		],
		rows: rows.map((row) => withVisitRates(named(row))),
		total: withVisitRates(named(total))
	};
}
