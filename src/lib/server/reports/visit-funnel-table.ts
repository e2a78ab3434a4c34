import { rowMeasure, type FigureTable } from '#lib/domain/table.ts';
import { returnVisits } from '#queries/return-visits.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { TableOptions } from './table-options.ts';

/** The steps of a return visit by the measure each is; which step each is a share of. */
const steps = [
	{ step: 'visit-eligible', of: null, count: 'closed' },
	// No column of any export says who was drawn: who was called stands for it.
	{ step: 'visit-drawn', of: 'closed', count: 'attempted' },
	{ step: 'visit-coverage', of: 'attempted', count: 'attempted' },
	{ step: 'visit-reached', of: 'attempted', count: 'reached' },
	{ step: 'visit-response', of: 'attempted', count: 'valid' },
	{ step: 'contacted', of: 'valid', count: 'contacted' },
	{ step: 'resolved', of: 'valid', count: 'resolved' },
	{ step: 'satisfied', of: 'valid', count: 'satisfied' }
] as const;

/**
 * From the orders that may be visited to what citizens said, a row per step: how many, of how many of the step it
 * rests on, and of how many eligible. Contacted, resolved and satisfied are three answers of the same visits.
 */
export async function visitFunnelTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const counts = await returnVisits(db, scope).executeTakeFirstOrThrow();
	const share = (numerator: number | null, denominator: number | null) =>
		numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
	return {
		id: 'visit-funnel',
		by: null,
		columns: [
			{ key: 'step', kind: 'code' },
			{ key: 'orders', kind: 'count', measure: rowMeasure },
			{ key: 'stepBase', kind: 'count' },
			{ key: 'stepOf', kind: 'code' },
			{ key: 'stepRate', kind: 'rate', measure: rowMeasure, of: { numerator: 'orders', denominator: 'stepBase' } },
			{ key: 'eligible', kind: 'count' },
			{ key: 'ofEligible', kind: 'rate', of: { numerator: 'orders', denominator: 'eligible' } }
		],
		rows: steps.map(({ step, of, count }) => {
			const [orders, stepBase] = [counts[count], of && counts[of]];
			return {
				step,
				orders,
				stepBase,
				stepOf: of && `of_${of}`,
				stepRate: share(orders, stepBase),
				eligible: counts.closed,
				ofEligible: share(orders, counts.closed)
			};
		}),
		total: null
	};
}
