import { expect, test } from 'vitest';
import { everything } from '#lib/domain/scope.ts';
import { calls } from '#queries/calls.ts';
import { perResident } from '#queries/per-resident.ts';
import { csv, type TestExport, warehouseBench } from '../support/warehouse.ts';

const { newFolder, besideOf, take, served, openCurrent } = warehouseBench();
const shared = newFolder();

const orders: TestExport = {
	name: 'orders.csv',
	dataCut: '2026-09-30 23:59:59',
	text: csv([
		{ 工单编号: 'GD1', 受理时间: '2026-09-30 08:00:00', 办结时间: '', 区县: '东区' },
		{ 工单编号: 'GD2', 受理时间: '2026-09-18 08:00:00', 办结时间: '2026-09-21 08:00:00', 区县: '西区' }
	])
};
const call = (arrived: string, queued: string, answered: string, left: string, more: Record<string, string> = {}) => ({
	...{ 热线: '12345', 接入方式: '电话', 呼入时间: arrived, 排队时间: queued, 接通时间: answered, 挂机时间: left },
	...more
});
const at = (time: string) => `2026-09-01 ${time}`;
const log: TestExport = {
	name: 'calls.csv',
	text: csv([
		call(at('08:00:00'), at('08:00:10'), at('08:00:20'), at('08:03:20')),
		call(at('08:01:00'), at('08:01:10'), at('08:01:40'), at('08:02:40')),
		call(at('08:02:00'), at('08:02:10'), '', at('08:02:30')),
		call(at('08:02:00'), at('08:02:10'), '', at('08:02:30')),
		call(at('08:03:00'), '', '', at('08:03:30')),
		call(at('08:04:00'), '', at('08:04:01'), at('08:05:00'), { 接入方式: '呼出' })
	])
};
const summary: TestExport = {
	name: 'days.csv',
	text: csv([
		{ 日期: '2026-09-01', 热线: '12345', 来电量: '999', 转人工量: '999', 人工接通量: '1' },
		{ 日期: '2026-09-02', 热线: '12345', 来电量: '1200', 转人工量: '1000', 人工接通量: '950' }
	])
};

test('a call log: lengths are subtracted, equal calls are two, the centre’s own are none; a day of the log beats its summary', async () => {
	const folder = besideOf(shared);
	await take(folder, [orders, log, summary]);
	expect(
		await served(
			folder,
			'select is_offered as offered, is_answered as answered, wait_seconds as wait, talk_seconds as talk from calls order by arrived_at'
		)
	).toEqual([
		{ offered: true, answered: true, wait: 10, talk: 180 },
		{ offered: true, answered: true, wait: 30, talk: 60 },
		{ offered: true, answered: false, wait: 20, talk: null },
		{ offered: true, answered: false, wait: 20, talk: null },
		{ offered: false, answered: false, wait: 30, talk: null }
	]);
	const { db } = await openCurrent(folder);
	expect(await calls(db, 'answer-rate', everything, 'day').execute()).toMatchObject([
		{ name: '2026-09-01', numerator: 2, denominator: 4 },
		{ name: '2026-09-02', numerator: 950, denominator: 1000 }
	]);
	// An overlapping log brings the equal calls once more, and a third of them.
	const again = csv([...Array(3)].map(() => call(at('08:02:00'), at('08:02:10'), '', at('08:02:30'))));
	expect((await take(folder, [{ text: again }])).map((one) => one.outcome === 'taken' && one.rows)).toMatchObject([
		{ read: 3, accepted: 1, identical: 2 }
	]);
	expect(await served(folder, 'select count(*)::integer as n from calls')).toEqual([{ n: 6 }]);
});

test('residents and seats, dated or not', async () => {
	const folder = besideOf(shared);
	const places =
		'区县,统计日期,常住人口,座席数\n,2025-12-31,"2,000,000",60\n东区,2025-12-31,500000,\n东区,2026-12-31,700000,\n';
	await take(folder, [orders, { text: places }]);
	const { db } = await openCurrent(folder);
	expect(await perResident(db, 'seats-per-resident', everything).execute()).toMatchObject([
		{ numerator: 60, residents: 2_000_000, value: 3 }
	]);
	expect(await perResident(db, 'demands-per-resident', everything, 'district').execute()).toMatchObject([
		{ name: '东区', numerator: 1, residents: 500_000 }
	]);
});

const holidays = ['01-01', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11', '04-05', '05-01', '06-09', '10-01'];

test('a calendar goes over the one that comes along: a day of a known year, and a year nobody knew', async () => {
	const folder = besideOf(shared);
	const days = [
		...[
			{ date: '2026-09-20', is_off: '1', name: '台风' },
			{ date: '2026-09-18', is_off: '0', name: '' }
		],
		{ date: '2026-09-21', is_off: '1', name: '台风' },
		...holidays.map((day) => ({ date: `2027-${day}`, is_off: '1', name: '' })),
		{ date: '2028-01-03', is_off: '1', name: '元旦' }
	];
	await take(folder, [orders]);
	const worked = () => served(folder, `select handling_working_days as days from orders where order_number = 'GD2'`);
	expect(await worked()).toEqual([{ days: 2 }]);
	await take(folder, [{ text: csv(days) }]);
	expect(await worked()).toEqual([{ days: 0 }]);
	expect(
		await served(
			folder,
			`select count(*) filter (where year(day) = 2027)::integer as known, count(*) filter (where year(day) = 2028)::integer as amended,
				bool_or(is_working) filter (where day = date '2027-02-08') as holiday from calendar`
		)
	).toEqual([{ known: 365, amended: 0, holiday: false }]);
});

test('without a single order everything else is kept, and waits', async () => {
	const folder = besideOf(shared);
	await take(folder, [log, summary]);
	expect(await served(folder, 'select orders, data_cut, first_received_at from about')).toEqual([
		{ orders: 0, data_cut: '2026-09-02 00:00:00', first_received_at: null }
	]);
	expect(await served(folder, 'select count(*)::integer as n from calls')).toEqual([{ n: 5 }]);
});
