import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { intakeBench } from './intake-helpers.ts';

const { root, take, taken, refused, ask } = intakeBench();
let files = 0;

/** The bytes of a Parquet file of what the SQL selects. */
async function parquet(select: string, options = ''): Promise<Buffer> {
	const path = join(root, `made-${++files}.parquet`);
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`copy (${select}) to '${path}' (format parquet${options})`);
	connection.closeSync();
	instance.closeSync();
	return readFileSync(path);
}

test('every type becomes text that can be read one way only; rows are numbered as the file has them', async () => {
	const bytes = await parquet(`
		select * from (values
			(101004143000::double, timestamp '2025-03-04 05:06:07', date '2025-03-05', timestamptz '2025-03-04 00:00:00+00',
				2::tinyint, true, {'name': '城管局', 'more': {'street': '一街'}}, encode('城'), ['a'], 1.50::decimal(9, 2)),
			(7, timestamp '2025-03-04 05:06:07.5', null, null, null, null, null, null, null, null)
		) as t("工单编号", "登记时间", "办理截止时间", "办结时间", "退单次数", "是否保密", "承办", "区", "标签", "金额")`);
	const result = await taken(take(bytes, {}, 'export.csv'));
	expect(result.format).toMatchObject({ container: 'parquet', sheet: '' });
	expect(result.unmapped).toEqual(expect.arrayContaining(['标签', '金额']));
	expect(result.notes).toContain('times_converted_to_city_zone');
	expect(
		await ask(
			result,
			`select row_number, order_number, received_at, due_at, due_is_date, closed_at, return_count::integer as n
			from staged order by row_number`
		)
	).toEqual([
		{
			...{ row_number: 1, order_number: '101004143000', received_at: '2025-03-04 05:06:07' },
			...{ due_at: '2025-03-05 23:59:59', due_is_date: true, closed_at: '2025-03-04 08:00:00', n: 2 }
		},
		{
			...{ row_number: 2, order_number: '7', received_at: '2025-03-04 05:06:07' },
			...{ due_at: null, due_is_date: null, closed_at: null, n: null }
		}
	]);
});

test('an order number that a floating number has rounded is set aside; names of columns never become SQL', async () => {
	const bytes = await parquet(`
		select 20260101000000000001::double as "工单编号", timestamp '2025-03-04' as "登记时间", 'x' as "a"", 'b' as "
		union all select 20260101, timestamp '2025-03-04', 'y'`);
	const result = await taken(take(bytes));
	expect(result.reasons).toEqual([{ reason: 'order_number_rounded', count: 1 }]);
	expect(result.unmapped).toEqual([`a", 'b' as `]);
	expect(await ask(result, 'select row_number, order_number from staged')).toEqual([
		{ row_number: 2, order_number: '20260101' }
	]);
});

test('many rows come in the order of the file', async () => {
	const bytes = await parquet(
		`select 'GD' || i as "工单编号", timestamp '2025-03-04' as "登记时间" from range(1, 30001) as t(i)`,
		', row_group_size 3000'
	);
	const result = await taken(take(bytes));
	expect(result.rows).toMatchObject({ read: 30_000, accepted: 30_000 });
	expect(
		await ask(result, `select count(*)::integer as n from staged where order_number = 'GD' || row_number`)
	).toEqual([{ n: 30_000 }]);
});

test('damage, encryption and missing columns are refused', async () => {
	const select = `select 'GD1' as "工单编号", timestamp '2025-03-04' as "登记时间"`;
	const good = await parquet(select);
	expect((await refused(take(good.subarray(0, good.length - 20)))).reason).toBe('unreadable_parquet');
	const bent = Buffer.from(good);
	bent.fill(0xff, 8, 40);
	expect((await refused(take(bent))).reason).toMatch(/unreadable_parquet|no_rows_accepted/);
	const encrypted = Buffer.from(good);
	encrypted.write('PARE', 0);
	encrypted.write('PARE', good.length - 4);
	expect((await refused(take(encrypted))).reason).toBe('protected_parquet');
	expect(await refused(take(await parquet(`select 'GD1' as "工单编号", 1 as "承办单位"`)))).toMatchObject({
		reason: 'missing_columns'
	});
});
