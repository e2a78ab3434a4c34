import { DuckDBInstance } from '@duckdb/node-api';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDbDialect } from '#lib/server/warehouse/dialect.ts';

let db: Kysely<unknown>;
beforeAll(async () => {
	db = new Kysely({ dialect: new DuckDbDialect({ instance: await DuckDBInstance.create(':memory:') }) });
});
afterAll(() => db.destroy());

const value = async (expression: ReturnType<typeof sql>) => {
	const { rows } = await sql<{ value: unknown }>`select ${expression} as value`.execute(db);
	return rows[0]!.value;
};

describe('what comes out', () => {
	test.each([
		['a count', sql`count(*)`, 1],
		['a large whole number that fits', sql`9007199254740991::bigint`, Number.MAX_SAFE_INTEGER],
		['its negative', sql`-9007199254740991::bigint`, Number.MIN_SAFE_INTEGER],
		['a sum of whole numbers', sql`sum(7::bigint)`, 7],
		['a huge integer that fits', sql`5::hugeint`, 5],
		['a decimal', sql`1.25::decimal(9, 2)`, 1.25],
		['a double', sql`0.1::double`, 0.1],
		['text', sql`'督办'`, '督办'],
		['a boolean', sql`true`, true],
		['null', sql`null`, null],
		['a moment, as the wall clock showed it', sql`timestamp '2026-10-31 08:05:00'`, '2026-10-31 08:05:00'],
		['a moment in a skipped hour', sql`timestamp '2024-03-10 02:30:00'`, '2024-03-10 02:30:00'],
		['a day', sql`date '2026-02-28'`, '2026-02-28'],
		['a list', sql`[1::bigint, 2, null]`, [1, 2, null]],
		['a list of lists', sql`[['a'], []]`, [['a'], []]]
	])('%s', async (_, expression, expected) => {
		expect(await value(expression)).toEqual(expected);
	});

	test.each([
		['just above', sql`9007199254740992::bigint`],
		['just below', sql`-9007199254740992::bigint`],
		['in a list', sql`[9007199254740992::bigint]`],
		['far above', sql`170141183460469231731687303715884105727::hugeint`]
	])('a whole number that does not fit is an error, never a near one: %s', async (_, expression) => {
		await expect(value(expression)).rejects.toThrow(/too large for JavaScript: -?\d+/);
	});
});

describe('what goes in', () => {
	test.each([
		['text', `it's; "so" -- 督办`],
		['a number', 42],
		['a fraction', 0.5],
		['a boolean', false],
		['null', null],
		['a list', ['甲', '乙']]
	])('%s comes back as it is', async (_, given) => {
		expect(await value(sql`${given}`)).toEqual(given);
	});

	test('undefined is null', async () => {
		expect(await value(sql`${undefined}`)).toBeNull();
	});

	test('a Date is refused: which wall clock it means cannot be known', async () => {
		await expect(value(sql`${new Date('2026-10-31T00:00:00Z')}`)).rejects.toThrow(/wall-clock text/);
	});
});

test('two columns of one name both come back', async () => {
	const { rows } = await sql`select 1 as a, 2 as a`.execute(db);
	expect(rows).toHaveLength(1);
	expect(Object.values(rows[0] as object)).toEqual([1, 2]);
});
