import { expect, test } from 'vitest';
import { order } from '#queries/order.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';
import { cityOfOrders } from './city.ts';

const city = cityOfOrders();
const bench = warehouseBench();
const of = async (number: string) => (await order(city.db, number).execute())[0]!;

test('a closed order: every step, its seconds since receipt, and where it came from', async () => {
	expect(await of('A02')).toMatchObject({
		orderNumber: 'A02',
		unit: '城管局',
		dispatchedAfter: 20 * 60,
		signedAfter: 50 * 60,
		firstContactAfter: 4 * 3600 + 20 * 60,
		closedAfter: 10 * 86_400,
		pastDueSeconds: 4 * 86_400 + 8 * 3600 + 1,
		state: 'closed_late',
		stateFrom: 'clock',
		citizenSeconds: 10 * 86_400,
		unitSeconds: 10 * 86_400 - 20 * 60,
		visitContacted: false,
		visitResolved: 'partly',
		satisfaction: 'basically_satisfied',
		file: 'export.csv',
		row: 3
	});
});

test('an open order counts to T', async () => {
	expect(await of('A05')).toMatchObject({
		state: 'open_overdue',
		closedAt: null,
		closedAfter: null,
		pastDueSeconds: 10 * 86_400 + 12 * 3600 + 1,
		citizenSeconds: 26 * 86_400 + 3 * 3600,
		unitSeconds: 26 * 86_400 + 3 * 3600 - 5 * 60,
		dataCut: '2026-10-31 12:00:00'
	});
	// Its closing lies after T: it has not happened.
	expect(await of('A13')).toMatchObject({ closedAt: null, isClosed: false, citizenSeconds: 2 * 86_400 + 4 * 3600 });
});

test('without a start or an end that is known, no seconds are made up', async () => {
	expect(await of('A06')).toMatchObject({ isClosed: true, citizenSeconds: null, unitSeconds: null });
	expect(await of('A09')).toMatchObject({ closedIsDate: true, citizenSeconds: null, unitSeconds: null });
	expect(await of('A11')).toMatchObject({ citizenSeconds: 2 * 86_400, unitSeconds: null });
	expect(await of('A08')).toMatchObject({ citizenSeconds: -2 * 3600, unitSeconds: -3600 });
});

test('the unit’s time starts with the signing where there is no dispatch, and never at a day alone', async () => {
	const received = '2026-09-01 08:00:00';
	const { db } = await bench.warehouseOf({
		dataCut: '2026-09-30 00:00:00',
		text: csv([
			{ 工单编号: '1', 受理时间: received, 签收时间: '2026-09-01 09:00:00', 办结时间: '2026-09-01 10:00:00' },
			{ 工单编号: '2', 受理时间: received, 派单时间: '2026-09-02', 签收时间: '2026-09-02 09:00:00' },
			{ 工单编号: '3', 受理时间: received, 签收时间: '2026-09-02' },
			{ 工单编号: '4', 受理时间: received, 派单时间: '2026-09-02 00:00:00', 回访时间: '2026-09-03' }
		])
	});
	const rows = await Promise.all(['1', '2', '3', '4'].map((number) => order(db, number).executeTakeFirstOrThrow()));
	expect(rows.map(({ unitSeconds }) => unitSeconds)).toEqual([3600, null, null, 28 * 86_400]);
	expect(rows.map(({ dispatchedIsDate }) => dispatchedIsDate)).toEqual([false, true, false, false]);
	expect(rows.map(({ signedIsDate }) => signedIsDate)).toEqual([false, false, true, false]);
	expect(rows[3]).toMatchObject({ visitedIsDate: true, visitedAfter: null });
});

test('seconds are right across a change of the city’s clocks', async () => {
	process.env.DUBAN_ZONE = 'America/New_York';
	const { db } = await bench.warehouseOf({
		dataCut: '2026-11-02 00:00:00',
		text: csv([
			{
				工单编号: '1',
				受理时间: '2026-10-31 12:00:00',
				派单时间: '2026-10-31 13:00:00',
				办结时间: '2026-11-01 12:00:00'
			},
			{ 工单编号: '2', 受理时间: '2026-10-31 12:00:00', 派单时间: '2026-10-31 13:00:00', 办结时间: '' }
		])
	});
	expect(await order(db, '1').executeTakeFirst()).toMatchObject({ citizenSeconds: 25 * 3600, unitSeconds: 24 * 3600 });
	expect(await order(db, '2').executeTakeFirst()).toMatchObject({ citizenSeconds: 37 * 3600, unitSeconds: 36 * 3600 });
});

test('an unknown number is no row, and an odd one is a number like another', async () => {
	const odd = `x/'); drop table orders -- ?#%`;
	const { db } = await bench.warehouseOf({ text: csv([{ 工单编号: odd, 受理时间: '2026-09-01 08:00:00' }]) });
	expect(await order(db, 'x').execute()).toEqual([]);
	expect(await order(db, odd).execute()).toMatchObject([{ orderNumber: odd }]);
});
