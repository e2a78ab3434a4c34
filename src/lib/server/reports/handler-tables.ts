import { visitsPerHandler } from '#lib/domain/sample.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { handlerQuota } from '#queries/handler-quota.ts';
import { handlerVisits } from '#queries/handler-visits.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { named, type TableOptions } from './table-options.ts';

/** Each handler's valid visits against the quota, by name; no place and no rate, which so few visits can not carry. */
export async function handlerVisitsTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const rows = await handlerVisits(db, scope).execute();
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
			{ key: 'quotaMet', kind: 'code' }
		],
		rows: rows.map(({ handler, unit, closed, valid }) => ({
			handler,
			unit,
			quotaClosed: closed,
			quotaValid: valid,
			quotaNeeded: visitsPerHandler,
			quotaLeft: Math.max(0, visitsPerHandler - valid),
			quotaMet: valid >= visitsPerHandler ? 'quota_met' : closed < visitsPerHandler ? 'quota_few' : 'quota_short'
		})),
		total: null
	};
}

/** How many handlers of each unit have met the quota; the total counts the handlers themselves. */
export async function handlerQuotaTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const [rows, total] = await Promise.all([
		handlerQuota(db, scope, visitsPerHandler, 'unit').execute(),
		handlerQuota(db, scope, visitsPerHandler).executeTakeFirstOrThrow()
	]);
	return {
		id: 'handler-quota',
		by: 'unit',
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'handlers', kind: 'count' },
			{ key: 'compliant', kind: 'count' },
			{ key: 'compliantRate', kind: 'rate', of: { numerator: 'compliant', denominator: 'handlers' } },
			{ key: 'withinReach', kind: 'count' },
			{ key: 'quotaValid', kind: 'count' }
		],
		rows: rows.map(quotaRow),
		total: quotaRow({ ...total, name: null })
	};
}

type Quota = { name?: string | null; handlers: number; compliant: number; withinReach: number; valid: number };

const quotaRow = (row: Quota & { rate: number | null }) => ({
	name: named(row).name,
	handlers: row.handlers,
	compliant: row.compliant,
	compliantRate: row.rate,
	withinReach: row.withinReach,
	quotaValid: row.valid
});
