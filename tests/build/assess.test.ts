import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served } = warehouseBench();
type Cells = Record<string, string>;

const cut = '2026-10-31 12:00:00';

async function folderOf(rows: Cells[], dataCut = cut): Promise<DataFolder> {
	const folder = newFolder();
	const [imported] = await take(folder, [{ text: csv(rows), dataCut }]);
	expect(imported).toMatchObject({ outcome: 'taken', rows: { accepted: rows.length } });
	return folder;
}

/** What became of the orders whose number begins with a word: their values by the rest of the number. */
async function assessed(folder: DataFolder, columns: string, word = '') {
	const found = await served(
		folder,
		`select order_number, ${columns} from orders where starts_with(order_number, '${word}')`
	);
	return Object.fromEntries(
		found.map(({ order_number, ...row }) => [String(order_number).slice(word.length), Object.values(row)])
	);
}

const received = '2026-10-01 08:00:00';
const row = (number: string, closed: string, due: string, status = ''): Cells => ({
	...{ 工单编号: number, 受理时间: received, 办结时间: closed, 办理截止时间: due, 工单状态: status }
});
const states = 'timeliness, timeliness_from, is_closed, is_due';

describe('by the clock, at T = 2026-10-31 12:00:00', () => {
	let folder: DataFolder;
	const clock = '2026-10-05 10:00:00';
	beforeAll(async () => {
		folder = await folderOf([
			row('state: on time', clock, clock),
			row('state: late by a second', '2026-10-05 10:00:01', clock),
			row('state: within', '', '2026-10-31 12:00:01'),
			row('state: overdue', '', '2026-10-31 11:59:59'),
			row('state: early', clock, '2026-11-05 10:00:00'),
			row('closed: at T', cut, '2026-10-20 10:00:00', '已办结'),
			row('closed: after', '2026-10-31 12:00:01', '2026-10-20 10:00:00', '已办结'),
			row('closed: ahead', '2026-11-02 08:00:00', '2026-11-05 10:00:00', '已办结'),
			row('said: past', '', '2026-10-20 10:00:00', '已办结'),
			row('said: ahead', '', '2026-11-20 10:00:00', '已办结'),
			row('said: cancelled', '', '', '作废'),
			row('said: odd word', '', '2026-10-20 10:00:00', '莫名其妙'),
			row('no deadline: closed', clock, ''),
			row('no deadline: open', '', ''),
			row('due on a day: last second', '2026-10-05 23:59:59', '2026-10-05'),
			row('due on a day: next day', '2026-10-06 00:00:00', '2026-10-05'),
			row('closed on a day: before', '2026-10-04', clock),
			row('closed on a day: on', '2026-10-05', clock),
			row('closed on a day: after', '2026-10-06', clock),
			row('closed on a day: both are days', '2026-10-05', '2026-10-05'),
			{
				工单编号: 'received on a day',
				受理时间: '2026-10-01',
				派单时间: '2026-10-01 09:00:00',
				办结时间: '2026-10-03 10:00:00'
			}
		]);
	});

	test('each state of an order with a deadline', async () => {
		expect(await assessed(folder, states, 'state: ')).toEqual({
			'on time': ['closed_on_time', 'clock', true, true],
			'late by a second': ['closed_late', 'clock', true, true],
			within: ['open_within', 'clock', false, false],
			overdue: ['open_overdue', 'clock', false, true],
			early: ['closed_on_time', 'clock', true, false]
		});
	});

	test('a closing after T has not happened; nor has a status that tells of it', async () => {
		expect(await assessed(folder, `${states}, closed_at, handling_seconds`, 'closed: ')).toEqual({
			'at T': ['closed_late', 'clock', true, true, cut, 30 * 86_400 + 4 * 3600],
			after: ['open_overdue', 'clock', false, true, null, null],
			ahead: ['open_within', 'clock', false, false, null, null]
		});
	});

	test('a status that says closed, without a time: closed, unknown, and due once its deadline is past', async () => {
		expect(await assessed(folder, `${states}, is_closed_without_time`, 'said: ')).toEqual({
			past: ['unknown', 'none', true, true, true],
			ahead: ['unknown', 'none', true, false, true],
			cancelled: ['unknown', 'none', true, false, true],
			'odd word': ['open_overdue', 'clock', false, true, false]
		});
	});

	test('an order without a deadline, in an export that has them, is unknown and never due', async () => {
		expect(await assessed(folder, states, 'no deadline: ')).toEqual({
			closed: ['unknown', 'none', true, false],
			open: ['unknown', 'none', false, false]
		});
	});

	test('a deadline that is a day ends with it', async () => {
		expect(await assessed(folder, 'timeliness, due_at', 'due on a day: ')).toEqual({
			'last second': ['closed_on_time', '2026-10-05 23:59:59'],
			'next day': ['closed_late', '2026-10-05 23:59:59']
		});
	});

	test('a closing that is a day is judged by the day; on the deadline’s own day only if that is a day too', async () => {
		expect(
			await assessed(folder, 'timeliness, handling_seconds, handling_days, closed_is_date', 'closed on a day: ')
		).toEqual({
			before: ['closed_on_time', null, 3, true],
			on: ['unknown', null, 4, true],
			after: ['closed_late', null, 5, true],
			'both are days': ['closed_on_time', null, 4, true]
		});
	});

	test('a receipt that is a day gives days and no seconds', async () => {
		const columns = 'received_is_date, dispatch_seconds, handling_seconds, handling_days';
		expect(await assessed(folder, columns, 'received on a day')).toEqual({ '': [true, null, null, 2] });
	});
});

describe('the source’s own flags', () => {
	const flagged = (number: string, flags: Cells): Cells => ({ 工单编号: number, 受理时间: received, ...flags });

	test('judge where the export has no deadline column, and only where they do not contradict each other', async () => {
		const columns = (values: Cells) => ({ 按期结办: '-', 超期结办: '-', 处置中: '-', ...values });
		const folder = await folderOf([
			flagged('on time', columns({ 按期结办: '1' })),
			flagged('late', columns({ 超期结办: '1' })),
			flagged('within', columns({ 处置中: '1' })),
			flagged('neither', columns({})),
			flagged('both', columns({ 按期结办: '1', 超期结办: '1' }))
		]);
		expect(await assessed(folder, `${states}, due_basis_at, closed_basis_at`)).toEqual({
			'on time': ['closed_on_time', 'flag', true, true, received, received],
			late: ['closed_late', 'flag', true, true, received, received],
			within: ['open_within', 'flag', false, false, received, null],
			neither: ['unknown', 'none', false, false, null, null],
			both: ['unknown', 'none', true, false, null, null]
		});
	});

	test('an exceeded flag tells open orders from closed ones by their closing, and makes no unknown closing good', async () => {
		const exceeded = (number: string, closed: string, flag: string, status = '') =>
			flagged(number, { 办结时间: closed, 是否超期: flag, 工单状态: status });
		const folder = await folderOf([
			exceeded('late', '2026-10-05 08:00:00', '是'),
			exceeded('on time', '2026-10-05 08:00:00', '否'),
			exceeded('overdue', '', '是'),
			exceeded('within', '', '否'),
			exceeded('silent', '', ''),
			exceeded('said closed', '', '否', '已办结')
		]);
		expect(await assessed(folder, `${states}, is_closed_without_time`)).toEqual({
			late: ['closed_late', 'flag', true, true, false],
			'on time': ['closed_on_time', 'flag', true, true, false],
			overdue: ['open_overdue', 'flag', false, true, false],
			within: ['open_within', 'flag', false, false, false],
			silent: ['unknown', 'none', false, false, false],
			'said closed': ['unknown', 'none', true, false, true]
		});
	});

	test('are not believed where there is a deadline column, filled or not', async () => {
		const folder = await folderOf([
			{ ...row('by the clock', '2026-10-09 08:00:00', '2026-10-05 10:00:00'), 是否超期: '否' },
			{ ...row('no deadline', '2026-10-09 08:00:00', ''), 是否超期: '否' }
		]);
		expect(await assessed(folder, 'timeliness, timeliness_from')).toEqual({
			'by the clock': ['closed_late', 'clock'],
			'no deadline': ['unknown', 'none']
		});
	});
});

describe('seconds', () => {
	const stages = [
		{
			...{ 工单编号: '1', 受理时间: '2024-03-10 01:30:00', 派单时间: '2024-03-10 03:30:00' },
			...{ 签收时间: '2024-03-10 03:31:00', 首次联系时间: '2024-03-10 03:29:00', 办结时间: '2024-03-11 01:30:00' }
		}
	];
	const columns = 'dispatch_seconds, sign_seconds, first_contact_seconds, handling_seconds, handling_days';

	test('run from receipt, and between the stages; an event before its time is negative', async () => {
		expect(await assessed(await folderOf(stages), columns)).toEqual({ 1: [7200, 60, -60, 86_400, 1] });
	});

	test('leave out the hour that a zone’s clocks skip', async () => {
		const before = process.env.DUBAN_ZONE;
		process.env.DUBAN_ZONE = 'America/New_York';
		onTestFinished(() => {
			if (before === undefined) delete process.env.DUBAN_ZONE;
			else process.env.DUBAN_ZONE = before;
		});
		expect(await assessed(await folderOf(stages), columns)).toEqual({ 1: [3600, 60, -60, 82_800, 1] });
	});
});
