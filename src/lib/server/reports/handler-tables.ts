import type { FigureTable } from '#lib/domain/table.ts';
import { handlers } from '#queries/handlers.ts';
import { quotaMeasure, type QuotaKey } from '#queries/measures.ts';
import { quota } from '#queries/quota.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

const key = 'notary-visits' satisfies QuotaKey;

/** Each handler's valid visits against the quota, by name; no place and no rate, which so few visits can not carry. */
export async function handlerVisitsTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const { fewest } = quotaMeasure(key);
	const rows = await handlers(db, key, scope).execute();
	return {
		id: 'handler-visits',
		by: null,
		columns: [
			{ key: 'handler', kind: 'text' },
			{ key: 'unit', kind: 'text' },
			{ key: 'quotaClosed', kind: 'count' },
			{ key: 'quotaValid', kind: 'count' },
			{ key: 'quotaNeeded', kind: 'count' },
			{ key: 'quotaLeft', kind: 'count' },
			{ key: 'quotaMet', kind: 'code', measure: key }
		],
		rows: rows.map(({ handler, unit, asked, counted, isMet }) => ({
			handler,
			unit,
			quotaClosed: asked,
			quotaValid: counted,
			quotaNeeded: fewest,
			quotaLeft: Math.max(0, fewest - counted),
			quotaMet: isMet ? 'quota_met' : asked < fewest ? 'quota_few' : 'quota_short'
		})),
		total: null
	};
}

/** How many handlers of each unit have met the quota; the total counts the handlers themselves. */
export async function handlerQuotaTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		quota(db, key, scope, 'unit').execute(),
		quota(db, key, scope).executeTakeFirstOrThrow()
	]);
	return {
		id: 'handler-quota',
		by: 'unit',
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'handlers', kind: 'count', measure: key },
			{ key: 'compliant', kind: 'count', measure: key },
			{ key: 'compliantRate', kind: 'rate', of: { numerator: 'compliant', denominator: 'handlers' }, measure: key },
			{ key: 'withinReach', kind: 'count' },
			{ key: 'quotaValid', kind: 'count' }
		],
		rows: rows.map(quotaRow),
		total: quotaRow({ ...total, name: null })
	};
}

type Quota = Record<'numerator' | 'denominator' | 'withinReach' | 'counted', number>;

const quotaRow = (row: Quota & { name?: string | null; rate: number | null }) => ({
	name: named(row).name,
	handlers: row.denominator,
	compliant: row.numerator,
	compliantRate: row.rate,
	withinReach: row.withinReach,
	quotaValid: row.counted
});
