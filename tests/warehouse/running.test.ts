import { DuckDBInstance } from '@duckdb/node-api';
import { Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DuckDbDialect, type DuckDbDialectConfig, QueryTimeLimit } from '#lib/server/warehouse/dialect.ts';
import { recorded } from '#lib/server/warehouse/recorded.ts';
import { everything } from '#lib/domain/scope.ts';
import { volumes } from '#queries/volumes.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { warehouseOf } = warehouseBench();

async function database(config: Omit<DuckDbDialectConfig, 'instance'> = {}) {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const db = new Kysely({ dialect: new DuckDbDialect({ instance, ...config }) });
	onTestFinished(() => db.destroy());
	return db;
}

/** Hours of work, were it let run. */
const endless = sql`select sum(a.range * b.range % 7) from range(10000000) as a, range(10000000) as b`;

describe('the time limit', () => {
	test('stops a query that takes too long, and the connection lives on', async () => {
		const db = await database({ timeLimitMs: 200, connections: 1 });
		const begun = performance.now();
		await expect(endless.execute(db)).rejects.toThrow(QueryTimeLimit);
		expect(performance.now() - begun).toBeGreaterThan(150);
		expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
	});

	test('an error of the query itself stays what it is', async () => {
		const db = await database({ timeLimitMs: 5000 });
		await expect(sql`select no_such_column`.execute(db)).rejects.toThrow(/no_such_column/);
	});

	test('the event loop stays free while a query runs', async () => {
		const db = await database({ timeLimitMs: 300 });
		let ticks = 0;
		const timer = setInterval(() => (ticks += 1), 10);
		await endless.execute(db).catch(() => {});
		clearInterval(timer);
		expect(ticks).toBeGreaterThan(5);
	});
});

describe('the pool', () => {
	const connectionOf = sql<{
		id: number;
	}>`select current_connection_id() as id from range(20000) order by hash(range) limit 1`;
	const ids = async (db: Kysely<unknown>, queries: number) =>
		(await Promise.all(Array.from({ length: queries }, () => connectionOf.execute(db)))).map(({ rows }) => rows[0]!.id);

	test('forty questions at once go through three connections, and all are answered', async () => {
		const answered = await ids(await database(), 40);
		expect(answered).toHaveLength(40);
		expect(new Set(answered).size).toBe(3);
	});

	test('one after another go through one', async () => {
		const db = await database();
		const answered = [...(await ids(db, 1)), ...(await ids(db, 1)), ...(await ids(db, 1))];
		expect(new Set(answered).size).toBe(1);
	});

	test('questions that fail give their connection back', async () => {
		const db = await database({ connections: 1 });
		const failing = Array.from({ length: 5 }, () => sql`select no_such_column`.execute(db).catch(() => 'failed'));
		expect(await Promise.all(failing)).toEqual(Array(5).fill('failed'));
		expect(await ids(db, 2)).toHaveLength(2);
	});
});

test('the statements behind an answer are recorded with their values, each work its own', async () => {
	const { db } = await warehouseOf({ text: csv([{ 工单编号: '1', 受理时间: '2026-09-01 08:00:00' }]) });
	const asked = (unit: string) => recorded(() => volumes(db, { ...everything, unit: [unit] }).execute());
	const [first, second] = await Promise.all([asked('甲局'), asked('乙局')]);
	expect(first.statements.map(({ parameters }) => parameters)).toEqual([expect.arrayContaining(['甲局'])]);
	expect(second.statements.map(({ parameters }) => parameters)).toEqual([expect.arrayContaining(['乙局'])]);
	expect(first.statements[0]!.sql).toBe(volumes(db, { ...everything, unit: ['甲局'] }).compile().sql);
	expect(first.result).toEqual([{ received: 0, desk: 0, toUnits: 0 }]);
});
