import { describe, expect, test } from 'vitest';
import { columnsCarried } from '#queries/columns-carried.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { filterValues } from '#queries/filter-values.ts';
import { monthsReceived } from '#queries/months-received.ts';
import { volumes } from '#queries/volumes.ts';
import { cityOfOrders, scope } from './city.ts';

const city = cityOfOrders();

test('the months from the first receipt to the last', async () => {
	expect(await monthsReceived(city.db).execute()).toEqual([
		{ month: '2026-09', received: 3 },
		{ month: '2026-10', received: 15 }
	]);
});

describe('the values of a filter', () => {
	test('are the export’s own words, most orders first, what is not stated as null', async () => {
		const values = await filterValues(city.db).execute();
		expect(values.filter(({ dimension }) => dimension === 'unit')).toEqual([
			{ dimension: 'unit', value: '城管局', orders: 7 },
			{ dimension: 'unit', value: '住建局', orders: 5 },
			{ dimension: 'unit', value: '人社局', orders: 3 },
			{ dimension: 'unit', value: null, orders: 3 }
		]);
		expect([...new Set(values.map(({ dimension }) => dimension))]).toEqual([
			...['category', 'channel', 'district', 'kind', 'line', 'unit']
		]);
	});

	test('count the very orders that choosing them keeps', async () => {
		for (const { dimension, value, orders } of await filterValues(city.db).execute()) {
			const kept = await volumes(city.db, scope({ [dimension]: [value ?? ''] })).executeTakeFirstOrThrow();
			expect(kept.received, `${dimension} ${value}`).toBe(orders);
		}
	});
});

const columnsLeftEmpty = [
	...['replied_at', 'original_due_at', 'urgency', 'special_group', 'handler', 'caller_key'],
	...['return_count', 'return_approved_count', 'redispatch_count', 'extension_count', 'suspended_days', 'urge_count'],
	...['rework_count', 'is_supervised', 'supervision_type', 'is_supervision_closed', 'exclusion_state', 'is_excluded'],
	...['satisfaction_final', 'unit_resolved']
];

test('the columns these exports fill, with the number of filled cells', async () => {
	expect(await columnsCarried(city.db).execute()).toEqual([
		{
			...{ dispatched_at: 14, signed_at: 11, first_contact_at: 2, closed_at: 13, closed_basis_at: 13 },
			...{ due_at: 15, due_basis_at: 15, visit_attempted: 13, visit_reached: 10, visit_valid: 10 },
			...{ visit_contacted: 7, visit_resolved: 7, satisfaction: 9, unit: 15, district: 15, handling_mode: 18 },
			...{ visit_basis_at: 13, visited_at: 0, kind_code: 18, line: 18, category_1: 17 },
			...Object.fromEntries(columnsLeftEmpty.map((column) => [column, 0]))
		}
	]);
});

test('the exports behind the figures', async () => {
	expect(await exportsLoaded(city.db).execute()).toEqual([
		{
			sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
			...{ file_name: 'export.csv', data_cut: '2026-10-31 12:00:00', data_cut_from: 'given' },
			...{ kind: 'orders', orders_shown: 18, rows_waiting: null, is_made_up: false },
			notes: 'closed_before_received events_out_of_order days_without_time after_cut'
		}
	]);
});
