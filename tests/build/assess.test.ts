import { describe, expect, onTestFinished, test } from 'vitest';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served } = warehouseBench();
type Cells = Record<string, string>;

/** What became of each order of an export made of these rows, by order number. */
async function assessed(rows: Cells[], columns: string, dataCut = '2026-10-31 12:00:00') {
	const folder = newFolder();
	const [imported] = await take(folder, [{ text: csv(rows), dataCut }]);
	expect(imported).toMatchObject({ outcome: 'taken' });
	const found = await served(folder, `select order_number, ${columns} from orders order by order_number`);
	return Object.fromEntries(found.map(({ order_number, ...row }) => [order_number, Object.values(row)]));
}

const received = '2026-10-01 08:00:00';
const row = (number: string, closed: string, due: string, status = ''): Cells => ({
	...{ 工单编号: number, 受理时间: received, 办结时间: closed, 办理截止时间: due, 工单状态: status }
});
const states = 'timeliness, timeliness_from, is_closed, is_due';

describe('by the clock, at T = 2026-10-31 12:00:00', () => {
	test('each state of an order with a deadline', async () => {
		expect(
			await assessed(
				[
					row('on time', '2026-10-05 10:00:00', '2026-10-05 10:00:00'),
					row('late by a second', '2026-10-05 10:00:01', '2026-10-05 10:00:00'),
					row('within', '', '2026-10-31 12:00:01'),
					row('overdue', '', '2026-10-31 11:59:59'),
					row('early', '2026-10-05 10:00:00', '2026-11-05 10:00:00')
				],
				states
			)
		).toEqual({
			'on time': ['closed_on_time', 'clock', true, true],
			'late by a second': ['closed_late', 'clock', true, true],
			within: ['open_within', 'clock', false, false],
			overdue: ['open_overdue', 'clock', false, true],
			early: ['closed_on_time', 'clock', true, false]
		});
	});

	test('a closing after T has not happened; nor has a status that tells of it', async () => {
		expect(
			await assessed(
				[
					row('at T', '2026-10-31 12:00:00', '2026-10-20 10:00:00', '已办结'),
					row('after', '2026-10-31 12:00:01', '2026-10-20 10:00:00', '已办结'),
					row('within', '2026-11-02 08:00:00', '2026-11-05 10:00:00', '已办结')
				],
				`${states}, closed_at, handling_seconds`
			)
		).toEqual({
			'at T': ['closed_late', 'clock', true, true, '2026-10-31 12:00:00', expect.anything()],
			after: ['open_overdue', 'clock', false, true, null, null],
			within: ['open_within', 'clock', false, false, null, null]
		});
	});

	test('a status that says closed, without a time: closed, unknown, and due once its deadline is past', async () => {
		expect(
			await assessed(
				[
					row('past', '', '2026-10-20 10:00:00', '已办结'),
					row('ahead', '', '2026-11-20 10:00:00', '已办结'),
					row('cancelled', '', '', '作废'),
					row('odd word', '', '2026-10-20 10:00:00', '莫名其妙')
				],
				`${states}, is_closed_without_time`
			)
		).toEqual({
			past: ['unknown', 'none', true, true, true],
			ahead: ['unknown', 'none', true, false, true],
			cancelled: ['unknown', 'none', true, false, true],
			'odd word': ['open_overdue', 'clock', false, true, false]
		});
	});

	test('an order without a deadline, in an export that has them, is unknown and never due', async () => {
		expect(await assessed([row('closed', '2026-10-05 10:00:00', ''), row('open', '', ''), row('due', '', '2026-10-06')], states)).toEqual({
			closed: ['unknown', 'none', true, false],
			open: ['unknown', 'none', false, false],
			due: ['open_overdue', 'clock', false, true]
		});
	});
});

describe('days without a time of day', () => {
	test('a deadline that is a day ends with it', async () => {
		expect(
			await assessed(
				[row('last second', '2026-10-05 23:59:59', '2026-10-05'), row('next day', '2026-10-06 00:00:00', '2026-10-05')],
				'timeliness, due_at'
			)
		).toEqual({
			'last second': ['closed_on_time', '2026-10-05 23:59:59'],
			'next day': ['closed_late', '2026-10-05 23:59:59']
		});
	});

	test('a closing that is a day is judged by the day; on the deadline’s own day only if that is a day too', async () => {
		const clock = '2026-10-05 10:00:00';
		expect(
			await assessed(
				[
					row('before', '2026-10-04', clock),
					row('on', '2026-10-05', clock),
					row('after', '2026-10-06', clock),
					row('on a day', '2026-10-05', '2026-10-05'),
					row('with a time', '2026-10-05 09:00:00', clock)
				],
				'timeliness, handling_seconds, handling_days, closed_is_date'
			)
		).toEqual({
			before: ['closed_on_time', null, 3, true],
			on: ['unknown', null, 4, true],
			after: ['closed_late', null, 5, true],
			'on a day': ['closed_on_time', null, 4, true],
			'with a time': ['closed_on_time', 349_200, 4, false]
		});
	});

	test('a receipt that is a day gives days and no seconds', async () => {
		expect(
			await assessed(
				[{ 工单编号: '1', 受理时间: '2026-10-01', 派单时间: '2026-10-01 09:00:00', 办结时间: '2026-10-03 10:00:00' }],
				'received_is_date, dispatch_seconds, handling_seconds, handling_days'
			)
		).toEqual({ 1: [true, null, null, 2] });
	});
});

describe('the source’s own flags', () => {
	const flagged = (number: string, flags: Cells): Cells => ({ 工单编号: number, 受理时间: received, ...flags });

	test('judge where the export has no deadline column, and only where they do not contradict each other', async () => {
		const [onTime, late, within] = ['按期结办', '超期结办', '处置中'] as const;
		const columns = (values: Cells) => ({ [onTime]: '-', [late]: '-', [within]: '-', ...values });
		expect(
			await assessed(
				[
					flagged('on time', columns({ [onTime]: '1' })),
					flagged('late', columns({ [late]: '1' })),
					flagged('within', columns({ [within]: '1' })),
					flagged('none', columns({})),
					flagged('both', columns({ [onTime]: '1', [late]: '1' }))
				],
				`${states}, due_basis_at, closed_basis_at`
			)
		).toEqual({
			'on time': ['closed_on_time', 'flag', true, true, received, received],
			late: ['closed_late', 'flag', true, true, received, received],
			within: ['open_within', 'flag', false, false, received, null],
			none: ['unknown', 'none', false, false, null, null],
			both: ['unknown', 'none', true, false, null, null]
		});
	});

	test('an exceeded flag tells open orders from closed ones by their closing', async () => {
		const exceeded = (number: string, closed: string, flag: string) => flagged(number, { 办结时间: closed, 是否超期: flag });
		expect(
			await assessed(
				[
					exceeded('late', '2026-10-05 08:00:00', '是'),
					exceeded('on time', '2026-10-05 08:00:00', '否'),
					exceeded('overdue', '', '是'),
					exceeded('within', '', '否'),
					exceeded('silent', '', '')
				],
				states
			)
		).toEqual({
			late: ['closed_late', 'flag', true, true],
			'on time': ['closed_on_time', 'flag', true, true],
			overdue: ['open_overdue', 'flag', false, true],
			within: ['open_within', 'flag', false, false],
			silent: ['unknown', 'none', false, false]
		});
	});

	test('are not believed where there is a deadline column, filled or not', async () => {
		expect(
			await assessed(
				[
					{ ...row('by the clock', '2026-10-09 08:00:00', '2026-10-05 10:00:00'), 是否超期: '否' },
					{ ...row('no deadline', '2026-10-09 08:00:00', ''), 是否超期: '否' }
				],
				'timeliness, timeliness_from'
			)
		).toEqual({ 'by the clock': ['closed_late', 'clock'], 'no deadline': ['unknown', 'none'] });
	});

	test('cannot make an order that is closed without a time good', async () => {
		expect(
			await assessed(
				[
					flagged('said closed', { 办结时间: '', 工单状态: '已办结', 是否超期: '否' }),
					flagged('closed', { 办结时间: '2026-10-02 08:00:00', 工单状态: '已办结', 是否超期: '否' })
				],
				`timeliness, is_closed_without_time`
			)
		).toEqual({ 'said closed': ['unknown', true], closed: ['closed_on_time', false] });
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
	const cut = '2024-03-31 00:00:00';

	test('run from receipt, and between the stages; an event before its time is negative', async () => {
		expect(await assessed(stages, columns, cut)).toEqual({ 1: [7200, 60, -60, 86_400, 1] });
	});

	test('leave out the hour that a zone’s clocks skip', async () => {
		const before = process.env.DUBAN_ZONE;
		process.env.DUBAN_ZONE = 'America/New_York';
		onTestFinished(() => {
			if (before === undefined) delete process.env.DUBAN_ZONE;
			else process.env.DUBAN_ZONE = before;
		});
		expect(await assessed(stages, columns, cut)).toEqual({ 1: [3600, 60, -60, 82_800, 1] });
	});
});
