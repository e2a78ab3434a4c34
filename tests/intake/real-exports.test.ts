import { describe, expect, test } from 'vitest';
import { stagedColumns } from '#lib/domain/staged-columns.ts';
import { hasRealExports, intakeBench, realExport } from './intake-helpers.ts';

const { takeFile, taken, refused, ask } = intakeBench({ inChild: true });
const take = (path: string) => taken(takeFile(realExport(path)));

/** What the golden figures speak of, counted in the staged file. */
const counts = `select count(*)::integer as orders, count(closed_at)::integer as closed, count(due_at)::integer as due,
	count(*) filter (closed_at is not null and due_at is not null)::integer as both,
	count(*) filter (closed_at <= due_at)::integer as in_time,
	count(*) filter (closed_at < received_at)::integer as negative,
	bool_or(has_due_column) as has_due, count(*) filter (status is not null and status_state is null)::integer as unknown_status
	from staged`;

const medianHours = `select round(median(epoch(closed_at) - epoch(received_at)) / 3600, 3) as hours
	from staged where closed_at >= received_at`;

if (!hasRealExports) console.warn('real exports: skipped, since ../shared/exports is not on this machine');

describe.skipIf(!hasRealExports)('exports made by others', () => {
	test('Pingshan: the same rows in UTF-8 and GB18030 give the same hashes', async () => {
		const utf8 = await take('pingshan/pingshan_2018-02_to_09.csv');
		const gb = await take('pingshan/pingshan_2018-02_to_09.gb18030.csv');
		expect(utf8.rows).toMatchObject({ read: 3981, accepted: 3981, setAside: 0 });
		expect(gb.rows).toEqual(utf8.rows);
		expect([utf8.format.encoding, gb.format.encoding]).toEqual(['utf-8', 'gb18030']);
		const hashes = 'select md5(string_agg(content_hash::varchar, chr(10) order by row_number)) as hash from staged';
		expect(await ask(gb, hashes)).toEqual(await ask(utf8, hashes));
		expect(
			await ask(
				utf8,
				`select count(*) filter (flag_closed_on_time)::integer as on_time, count(*) filter (flag_closed_late)::integer as late,
				count(*) filter (flag_closed_on_time is null)::integer as neither, count(distinct unit)::integer as units,
				count(*) filter (unit is null)::integer as without_unit,
				count(*) filter (kind is not null and kind_code is null)::integer as unknown_kinds,
				bool_or(has_closed_column) as has_closed from staged`
			)
		).toEqual([
			{ on_time: 3485, late: 494, neither: 2, units: 117, without_unit: 8, unknown_kinds: 0, has_closed: false }
		]);
	});

	test('Pingshan: columns, their order and their types are those of the contract', async () => {
		const utf8 = await take('pingshan/pingshan_2018-02_to_09.csv');
		const columns = await ask(utf8, 'describe staged');
		expect(Object.fromEntries(columns.map((row) => [row.column_name, row.column_type]))).toEqual(stagedColumns);
		expect(columns.map((row) => row.column_name)).toEqual(Object.keys(stagedColumns));
	});

	test('Baltimore', async () => {
		const result = await take('baltimore/311_sample.csv');
		expect(result.rows).toMatchObject({ read: 10_000, accepted: 10_000, setAside: 0 });
		expect(result.notes).toContain('dates_read_as_month_first');
		expect(await ask(result, counts)).toEqual([
			{
				orders: 10_000,
				closed: 9792,
				due: 9714,
				both: 9555,
				in_time: 7988,
				negative: 0,
				has_due: true,
				unknown_status: 0
			}
		]);
		expect(await ask(result, medianHours)).toEqual([{ hours: 32.404 }]);
	});

	test('Boston', async () => {
		const result = await take('boston/filtered_2016.csv');
		expect(await ask(result, counts)).toEqual([
			{
				orders: 7494,
				closed: 5360,
				due: 4483,
				both: 3927,
				in_time: 3824,
				negative: 5,
				has_due: true,
				unknown_status: 0
			}
		]);
		expect(await ask(result, 'select count(*)::integer as late from staged where flag_exceeded')).toEqual([
			{ late: 659 }
		]);
		expect(await ask(result, medianHours)).toEqual([{ hours: 2.091 }]);
	});

	test('Los Angeles: a visit date is no deadline', async () => {
		const result = await take('los-angeles/2018_mini.csv');
		expect(result.unmapped).toContain('ServiceDate');
		expect(await ask(result, counts)).toEqual([
			{ orders: 10_000, closed: 9981, due: 0, both: 0, in_time: 0, negative: 23, has_due: false, unknown_status: 0 }
		]);
		expect(await ask(result, medianHours)).toEqual([{ hours: 71.359 }]);
		expect(
			await ask(result, `select status, count(*)::integer as n from staged where status_state = 'cancelled' group by 1`)
		).toEqual([{ status: 'Cancelled', n: 403 }]);
	});

	test('New York: two-digit years, and midnight is a time of day', async () => {
		const result = await take('new-york/311_sample.csv');
		expect(await ask(result, counts)).toEqual([
			{
				orders: 6765,
				closed: 2441,
				due: 3037,
				both: 2188,
				in_time: 2064,
				negative: 0,
				has_due: true,
				unknown_status: 0
			}
		]);
		expect(await ask(result, medianHours)).toEqual([{ hours: 1.817 }]);
		expect(
			await ask(result, 'select bool_or(received_is_date) as bare, year(min(received_at)) as year from staged')
		).toEqual([{ bare: false, year: '2018' }]);
	});

	test('Kansas City: date and time in two columns, a line break in every row, closing dates without a time', async () => {
		const result = await take('kansas-city/311_Call_Center_Service_Requests.csv');
		expect(result.rows).toMatchObject({ read: 4493, accepted: 4493 });
		expect(result.mapping).toContainEqual({ field: 'registered_at', headers: ['CREATION DATE', 'CREATION TIME'] });
		expect(
			await ask(
				result,
				`select count(closed_at)::integer as closed, count(*) filter (closed_is_date)::integer as bare,
				count(*) filter (status_state = 'closed' and closed_at is null)::integer as undated,
				count(*) filter (flag_exceeded)::integer as exceeded, bool_or(received_is_date) as received_bare,
				min(received_at) as first, count(distinct category_1)::integer as categories from staged`
			)
		).toEqual([
			{
				...{ closed: 2355, bare: 2355, undated: 457, exceeded: 3119, received_bare: false },
				...{ first: expect.stringMatching(/^2020-01-01 \d\d:\d\d:00$/), categories: 1 }
			}
		]);
		const days = `select median(date_diff('day', received_at, closed_at)) as days from staged where closed_at is not null`;
		expect(await ask(result, days)).toEqual([{ days: 10 }]);
	});

	test('Hunan: real date cells and text dates in one column, closing taken from the reply', async () => {
		const result = await take('hunan-messages/e4.xlsx');
		expect(result.rows).toMatchObject({ read: 120, accepted: 120 });
		expect(result.notes).toContain('closing_taken_from_reply');
		expect(await ask(result, 'select distinct closed_from, received_from from staged')).toEqual([
			{ closed_from: 'reply', received_from: 'contact' }
		]);
		expect(await ask(result, medianHours)).toEqual([{ hours: 238.702 }]);
	});

	test('Hunan: messages without a reply, and workbooks named .xls', async () => {
		const messages = await take('hunan-messages/full_dataset_sheet_3.xlsx');
		expect(messages.rows).toMatchObject({ read: 4326, accepted: 4326 });
		const named = await take('hunan-messages/hot_detail.xls');
		expect(await ask(named, 'select received_at from staged where row_number = 2')).toEqual([
			{ received_at: '2019-11-02 10:18:00' }
		]);
	});

	test('Hunan: a category tree of three levels', async () => {
		const tree = await take('hunan-messages/full_dataset_sheet_1.xlsx');
		expect([tree.kind, tree.dataCutFrom, tree.rows]).toMatchObject([
			'categories',
			'none',
			{ read: 517, accepted: 517 }
		]);
		expect(await ask(tree, 'select count(distinct category_1)::integer as n from staged')).toEqual([{ n: 15 }]);
	});

	test('a calendar of public holidays and make-up working days', async () => {
		const calendar = await take('calendar/merged_2007_2026.csv');
		expect([calendar.kind, calendar.rows.accepted]).toEqual(['calendar', calendar.rows.read]);
		expect(
			await ask(calendar, `select is_day_off, day_name from staged where calendar_day = date '2026-02-28'`)
		).toEqual([{ is_day_off: false, day_name: '春节' }]);
	});

	test.each([
		['odd-formats/password-protected-password123.xlsx', 'protected_workbook'],
		['odd-formats/excel-xls.xls', 'no_header_found'],
		['odd-formats/any_sheets.xls', 'no_header_found'],
		['odd-formats/any_sheets.xlsx', 'no_header_found'],
		['odd-formats/311011.csv', 'no_header_found']
	])('%s is refused: %s', async (path, reason) => {
		expect((await refused(takeFile(realExport(path)))).reason).toBe(reason);
	});

	test('Boston in small: tabs, a ragged row, days first, and times without a time of day', async () => {
		const tabs = await take('odd-formats/boston311-100-bad.tsv');
		expect(tabs.reasons).toEqual([{ reason: 'cell_count', count: 1 }]);
		const plain = await take('odd-formats/boston311-100.csv');
		const dayFirst = await take('odd-formats/boston311-dmy-100.csv');
		const hashes = 'select list(content_hash order by row_number) as hashes from staged';
		expect(await ask(dayFirst, hashes)).toEqual(await ask(plain, hashes));
		const bare = await take('odd-formats/boston311-100-notime.csv');
		expect(
			await ask(
				bare,
				`select bool_and(received_is_date) as received, bool_and(closed_is_date) filter (closed_at is not null) as closed,
				bool_and(strftime(due_at, '%H:%M:%S') = '23:59:59') filter (due_at is not null) as due from staged`
			)
		).toEqual([{ received: true, closed: true, due: true }]);
	});
});
