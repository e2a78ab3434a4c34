import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDays } from '#lib/domain/working-days.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served } = warehouseBench();
type Cells = Record<string, string>;

async function folderOf(rows: Cells[], dataCut: string): Promise<DataFolder> {
	const folder = newFolder();
	const [imported] = await take(folder, [{ text: csv(rows), dataCut }]);
	expect(imported).toMatchObject({ outcome: 'taken', rows: { accepted: rows.length } });
	return folder;
}

/** The values of these columns, by order number. */
async function orders(folder: DataFolder, columns: string) {
	const rows = await served(folder, `select order_number, ${columns} from orders`);
	return Object.fromEntries(rows.map(({ order_number, ...row }) => [order_number, Object.values(row)]));
}

test('the calendar holds each day of the loaded years, with the days worked up to it', async () => {
	const folder = await folderOf([{ 工单编号: '1', 受理时间: '2026-02-13 08:00:00' }], '2026-03-01 00:00:00');
	const days = await served(folder, 'select * from calendar');
	expect(days.map(({ day, is_working, working_days_up_to }) => [day, is_working, working_days_up_to])).toEqual(
		[...calendarDays()].map(({ date, isWorking, workingDay }) => [date, isWorking, workingDay])
	);
});

test('1,000 order logs across two Spring Festivals: both clocks are what a minute-by-minute count finds', async () => {
	const isWorked = new Map([...calendarDays()].map(({ date, isWorking }) => [date, isWorking]));
	let state = 12_345;
	const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
	const moment = (day: number) => new Date(Date.UTC(2025, 0, 1 + day, random(24), random(60)));
	const text = (at: Date) => at.toISOString().slice(0, 19).replace('T', ' ');
	const rows = Array.from({ length: 1000 }, (_, place) => {
		// A year apart at most, from 2025-01-01 to 2026-04-30, so that many lie across one festival and some across both.
		const from = random(450);
		const [received, dispatched] = [text(moment(from)), text(moment(from + random(3)))];
		const closed = text(moment(from + 3 + random(Math.min(420, 482 - from))));
		return { 工单编号: String(place), 受理时间: received, 派单时间: dispatched, 办结时间: closed };
	});
	const dayMinutes = 24 * 60;
	const minuteOf = (at: string) => Date.parse(`${at}Z`) / 60_000;
	const isWorkedDay = new Map([...isWorked].map(([day, worked]) => [minuteOf(`${day} 00:00:00`), worked]));
	/** Walks from one minute to the other; a minute that begins a day worked is a working day more. */
	const counted = (from: string, to: string) => {
		let [minutes, workingDays] = [0, 0];
		const end = minuteOf(to);
		for (let at = minuteOf(from); at < end; minutes++)
			if (++at % dayMinutes === 0 && isWorkedDay.get(at)) workingDays++;
		return [workingDays, minutes * 60];
	};
	const found = await orders(
		await folderOf(rows, '2026-06-01 00:00:00'),
		'handling_working_days, handling_seconds, unit_working_days, unit_seconds'
	);
	expect(found).toEqual(
		Object.fromEntries(
			rows.map(({ 工单编号, 受理时间, 派单时间, 办结时间 }) => [
				工单编号,
				[...counted(受理时间, 办结时间), ...counted(派单时间, 办结时间)]
			])
		)
	);
});

describe('the two clocks', () => {
	let folder: DataFolder;
	const received = '2026-02-13 10:00:00';
	beforeAll(async () => {
		const order = (number: string, cells: Cells) => ({ 工单编号: number, 受理时间: received, ...cells });
		folder = await folderOf(
			[
				order('dispatched', {
					派单时间: '2026-02-14 10:00:00',
					签收时间: '2026-02-24 10:00:00',
					办结时间: '2026-02-27 10:00:00'
				}),
				order('signed only', { 签收时间: '2026-02-24 10:00:00', 办结时间: '2026-02-27 10:00:00' }),
				order('neither', { 办结时间: '2026-02-27 10:00:00' }),
				order('on days', { 派单时间: '2026-02-14', 办结时间: '2026-02-27' }),
				order('open', { 派单时间: '2026-02-14 10:00:00' }),
				order('closed after T', { 派单时间: '2026-02-14 10:00:00', 办结时间: '2026-03-03 10:00:00' })
			],
			'2026-02-28 10:00:00'
		);
	});

	test('run from the receipt and from the dispatch, or the signing; holidays off, make-up days worked', async () => {
		const columns = 'handling_working_days, handling_weekdays, unit_working_days, unit_days, unit_seconds';
		expect(await orders(folder, columns)).toEqual({
			dispatched: [5, 10, 4, 13, 13 * 86_400],
			'signed only': [5, 10, 3, 3, 3 * 86_400],
			neither: [5, 10, null, null, null],
			'on days': [5, 10, 4, 13, null],
			open: [null, null, null, null, null],
			'closed after T': [null, null, null, null, null]
		});
	});

	test('of an open order they have run up to T', async () => {
		const columns = 'open_working_days, open_seconds, unit_open_working_days, unit_open_seconds';
		const open = [6, 15 * 86_400, 5, 14 * 86_400];
		expect(await orders(folder, columns)).toMatchObject({
			dispatched: [null, null, null, null],
			open,
			'closed after T': open
		});
	});
});

test('where a year is not loaded the days are not known, which is told from missing', async () => {
	const order = (number: string, from: string, closed: string, status = '') => ({
		...{ 工单编号: number, 受理时间: from, 派单时间: from, 办结时间: closed, 工单状态: status }
	});
	const folder = await folderOf(
		[
			order('loaded', '2026-12-30 08:00:00', '2026-12-31 08:00:00'),
			order('ends beyond', '2026-12-30 08:00:00', '2027-01-05 08:00:00'),
			order('open at T', '2026-12-30 08:00:00', ''),
			order('begins beyond', '2027-01-04 08:00:00', '2027-01-05 08:00:00'),
			order('no closing time', '2026-12-30 08:00:00', '', '已办结')
		],
		'2027-02-01 00:00:00'
	);
	const columns = 'is_year_not_loaded, handling_working_days, open_working_days, unit_working_days, handling_days';
	expect(await orders(folder, columns)).toEqual({
		loaded: [false, 1, null, 1, 1],
		'ends beyond': [true, null, 1, null, 6],
		'open at T': [true, null, 1, null, null],
		'begins beyond': [true, null, null, null, 1],
		'no closing time': [false, null, null, null, null]
	});
});
