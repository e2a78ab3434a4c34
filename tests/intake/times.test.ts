import { describe, expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';

const { take, taken, refused, asked, ask } = intakeBench();

/** An export of one column of registration times. */
const exportOf = (...times: string[]) =>
	['工单编号,登记时间', ...times.map((time, index) => `GD${1001 + index},"${time}"`)].join('\n') + '\n';

async function times(text: string, options = {}): Promise<unknown[]> {
	const result = await taken(take(text, options));
	return (await ask(result, 'select received_at from staged order by row_number')).map((row) => row.received_at);
}

describe('ways of writing a time', () => {
	test.each([
		['2025/3/4 9:05', '2025-03-04 09:05:00'],
		['2025-03-04T09:05:06', '2025-03-04 09:05:06'],
		['2025-03-04 09:05:06.789', '2025-03-04 09:05:06'],
		['20250304090506', '2025-03-04 09:05:06'],
		['20250304', '2025-03-04 00:00:00'],
		['2025年3月4日 下午3点', '2025-03-04 15:00:00'],
		['2025年3月4日 15时30分', '2025-03-04 15:30:00'],
		['2025年3月4日', '2025-03-04 00:00:00'],
		['2025/3/4 下午 3:05:06', '2025-03-04 15:05:06'],
		['2025/3/4 上午 12:05:06', '2025-03-04 00:05:06'],
		['03/14/2025 03:05:06 PM', '2025-03-14 15:05:06'],
		['3/14/25 15:05', '2025-03-14 15:05:00'],
		['14.03.2025 15:05', '2025-03-14 15:05:00'],
		['2025-03-04T01:05:06Z', '2025-03-04 09:05:06'],
		['2025-03-04 09:05:06+09:00', '2025-03-04 08:05:06'],
		['45720.378541666665', '2025-03-04 09:05:06']
	])('%s', async (written, read) => {
		expect(await times(exportOf(written))).toEqual([read]);
	});

	test('several ways in one column, each value by its own', async () => {
		expect(await times(exportOf('2025-03-04 09:05:06', '2025/3/4 9:05', '2025-03-04', '20250304090506'))).toEqual([
			...['2025-03-04 09:05:06', '2025-03-04 09:05:00', '2025-03-04 00:00:00', '2025-03-04 09:05:06']
		]);
	});

	test('times that are repaired: midnight as 24:00, a 60th second, full-width digits, a zone among bare times', async () => {
		const result = await taken(
			take(
				exportOf(
					'2025-02-28 24:00:00',
					'2025-02-28 23:59:60',
					'２０２５－０３－０１　０８：０５',
					'2025-03-01T00:00:00Z'
				)
			)
		);
		expect(await ask(result, 'select received_at, repairs from staged order by row_number')).toEqual([
			{ received_at: '2025-03-01 00:00:00', repairs: ['hour_24'] },
			{ received_at: '2025-03-01 00:00:00', repairs: ['second_60'] },
			{ received_at: '2025-03-01 08:05:00', repairs: ['full_width_characters'] },
			{ received_at: '2025-03-01 08:00:00', repairs: ['zone_converted'] }
		]);
	});

	test('a day that does not exist, a year nobody means and a time left out are set aside by name', async () => {
		const result = await taken(
			take(exportOf('2026-02-29 08:00:00', '0202-03-01 08:00:00', '20021-03-01', '', '2024-02-29 08:00:00'))
		);
		expect(result.rows).toMatchObject({ accepted: 1, setAside: 4 });
		expect(await ask(result, 'select reason, header, value from rows order by row_number')).toEqual([
			{ reason: 'bad_time', header: '登记时间', value: '2026-02-29 08:00:00' },
			{ reason: 'year_out_of_range', header: '登记时间', value: '0202-03-01 08:00:00' },
			{ reason: 'bad_time', header: '登记时间', value: '20021-03-01' },
			{ reason: 'missing_received_time', header: '登记时间', value: null }
		]);
	});
});

describe('the order of month and day', () => {
	test('is proven by a day above twelve', async () => {
		expect(await times(exportOf('03/04/2026 08:00', '03/25/2026 08:00'))).toEqual([
			...['2026-03-04 08:00:00', '2026-03-25 08:00:00']
		]);
		expect(await times(exportOf('03/04/2026 08:00', '25/03/2026 08:00'))).toEqual([
			...['2026-04-03 08:00:00', '2026-03-25 08:00:00']
		]);
	});

	test('is taken from another column of the file', async () => {
		const result = await taken(take('工单编号,登记时间,办结时间\nGD1001,03/04/2026 08:00,25/04/2026 08:00\n'));
		expect(result.notes).toContain('dates_read_as_day_first');
		expect(await ask(result, 'select received_at from staged')).toEqual([{ received_at: '2026-04-03 08:00:00' }]);
	});

	test('is what the clerk says where nothing proves it, and asked for where nobody says', async () => {
		const text = exportOf('03/04/2026 08:00', '05/06/2026 08:00');
		expect(await asked(take(text))).toEqual({
			name: 'date-order',
			details: { header: '登记时间', value: '03/04/2026 08:00' },
			choices: [
				{ value: 'mdy', samples: ['3-4'] },
				{ value: 'dmy', samples: ['4-3'] }
			]
		});
		expect(await times(text, { answers: { 'date-order': 'dmy' } })).toEqual([
			'2026-04-03 08:00:00',
			'2026-06-05 08:00:00'
		]);
		expect(await times(text, { answers: { 'date-order': 'mdy' } })).toEqual([
			'2026-03-04 08:00:00',
			'2026-05-06 08:00:00'
		]);
	});

	test('is refused where the column contradicts itself', async () => {
		expect((await refused(take(exportOf('03/25/2026', '25/03/2026')))).reason).toBe('mixed_dates');
	});
});

describe('which time is which', () => {
	test('a bare deadline lasts to the end of its day; an extension counts, and the first deadline is kept', async () => {
		const result = await taken(
			take(
				'工单编号,登记时间,办理截止时间,延期后截止日期\n' +
					'GD1001,2025-03-01 08:00:00,2025-03-05,2025-03-10\nGD1002,2025-03-01 08:00:00,2025-03-05,\n'
			)
		);
		expect(await ask(result, 'select due_at, due_is_date, original_due_at from staged order by row_number')).toEqual([
			{ due_at: '2025-03-10 23:59:59', due_is_date: true, original_due_at: '2025-03-05 23:59:59' },
			{ due_at: '2025-03-05 23:59:59', due_is_date: true, original_due_at: '2025-03-05 23:59:59' }
		]);
	});

	test('a date and a time of day in two columns are one time, whichever is known by name', async () => {
		const result = await taken(take('工单编号,受理日期,受理时间\nGD1001,2025-03-01,8:05\nGD1002,2025-03-02,17:30\n'));
		expect(result.mapping).toContainEqual({ field: 'registered_at', headers: ['受理日期', '受理时间'] });
		expect(await ask(result, 'select received_at, received_is_date from staged order by row_number')).toEqual([
			{ received_at: '2025-03-01 08:05:00', received_is_date: false },
			{ received_at: '2025-03-02 17:30:00', received_is_date: false }
		]);
	});

	test('the data cut is the latest thing that happened, never a deadline, unless it is given', async () => {
		const text =
			'工单编号,登记时间,办结时间,办理截止时间\nGD1001,2025-03-01 08:00:00,2025-03-04 09:00:00,2025-04-01 00:00:00\n';
		expect(await taken(take(text))).toMatchObject({ dataCut: '2025-03-04 09:00:00', dataCutFrom: 'latest' });
		expect(await taken(take(text, { dataCut: '2025-03-31' }))).toMatchObject({
			dataCut: '2025-03-31 23:59:59',
			dataCutFrom: 'given'
		});
		await expect(take(text, { dataCut: '2025-02-30' })).rejects.toThrow('not a data cut: 2025-02-30');
	});
});
