import { Kysely } from 'kysely';
import type { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { DuckDbDialect } from '#lib/server/warehouse/dialect.ts';
import type { WarehouseTables } from '#lib/server/warehouse/schema.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { exclusionReasons } from '#queries/exclusion-reasons.ts';
import { exclusions } from '#queries/exclusions.ts';
import { measures, type RateKey } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { beforeExclusions } from '#queries/where/conditions.ts';
import { csv } from '../support/warehouse.ts';
import { cityOfOrders, nowhere, scope } from './city.ts';

const [inTime, late] = ['2026-10-13 11:00:00', '2026-10-13 13:00:00'];
/** So many orders of a unit, closed then, with a state and a reason of exclusion. */
const some = (承办单位: string, count: number, 办结时间: string, 不合理诉求状态 = '', 剔除原因 = '') =>
	Array.from({ length: count }, (_, place) => ({
		工单编号: `${承办单位}${办结时间.slice(11, 13)}${不合理诉求状态}${剔除原因}${place}`,
		...{ 承办单位, 办理类型: '转办', 受理时间: '2026-10-12 08:00:00', 办结时间, 截止时间: '2026-10-13 12:00:00' },
		...{ 不合理诉求状态, 剔除原因 }
	}));
const city = cityOfOrders(
	csv([
		...some('甲局', 80, inTime),
		...some('甲局', 5, late),
		...some('甲局', 12, late, '通过', '不可抗力'),
		...some('甲局', 3, late, '通过', '重复'),
		...some('乙局', 180, inTime),
		...some('乙局', 18, late),
		...some('乙局', 1, late, '申请中', '不可抗力'),
		...some('乙局', 1, late, '查否', '不合理诉求'),
		...some('丙局', 190, inTime),
		...some('丙局', 10, late),
		...some('', 4, inTime)
	]),
	'2026-10-31 12:00:00'
);
const rateKeys = Object.entries(measures).flatMap(([key, { type }]) => (type === 'rate' ? [key as RateKey] : []));

test('both rates are counted in one scan, numerators and denominators', async () => {
	expect(await exclusions(city.db, 'on-time-due', scope(), 'unit').execute()).toEqual([
		{ name: '丙局', numerator: 190, denominator: 200, wholeNumerator: 190, wholeDenominator: 200, excluded: 0, pending: 0, rejected: 0 }, // prettier-ignore
		{ name: '乙局', numerator: 180, denominator: 200, wholeNumerator: 180, wholeDenominator: 200, excluded: 0, pending: 1, rejected: 1 }, // prettier-ignore
		{ name: '甲局', numerator: 80, denominator: 85, wholeNumerator: 80, wholeDenominator: 100, excluded: 15, pending: 0, rejected: 0 }, // prettier-ignore
		{ name: null, numerator: 4, denominator: 4, wholeNumerator: 4, wholeDenominator: 4, excluded: 0, pending: 0, rejected: 0 } // prettier-ignore
	]);
	expect(await exclusions(city.db, 'on-time-due', nowhere).executeTakeFirst()).toMatchObject({ wholeDenominator: 0 });
});

test.each(rateKeys)('%s: as it counts it is the very rate; the excluded are what lies between', async (key) => {
	const counted = await exclusions(city.db, key, scope()).executeTakeFirstOrThrow();
	const { numerator, denominator } = await rate(city.db, key, scope()).executeTakeFirstOrThrow();
	expect(counted).toMatchObject({ numerator, denominator });
	expect(counted.wholeDenominator - counted.denominator).toBeLessThanOrEqual(counted.excluded);
});

test.each(rateKeys)('%s: without the exclusions its conditions do not ask what is excluded', (key) => {
	const db = new Kysely<WarehouseTables>({
		dialect: new DuckDbDialect({ instance: undefined as unknown as DuckDBInstance })
	});
	const { needs, denominator, numerator } = measures[key] as (typeof measures)['on-time-due'];
	// A measure of the exclusions themselves must ask.
	if ((needs as readonly string[]).some((column) => /exclu/.test(column))) return;
	const asks = (condition: typeof denominator) =>
		/is_excluded/.test(db.selectFrom('orders').where(condition).selectAll().compile().sql);
	expect(asks(beforeExclusions(denominator))).toBe(false);
	expect(asks(beforeExclusions(numerator))).toBe(false);
});

test('the reasons, the most excluded first, pending and rejected beside', async () => {
	expect(await exclusionReasons(city.db, 'on-time-due', scope()).execute()).toEqual([
		{ reason: 'force_majeure', excluded: 12, pending: 1, rejected: 0 },
		{ reason: 'duplicate', excluded: 3, pending: 0, rejected: 0 },
		{ reason: 'unreasonable', excluded: 0, pending: 0, rejected: 1 }
	]);
});

test('the unit that gains by excluding stands first, with what it gains; the total is of every order', async () => {
	const { rows, total } = await tables.exclusions(city.db, { scope: scope(), by: 'unit' });
	expect(rows.map(({ unit, flag }) => [unit, flag])).toEqual([
		['甲局', 'gains_both'],
		['丙局', 'no_gain'],
		['乙局', 'no_gain'],
		[null, null]
	]);
	expect(rows[0]).toMatchObject({ rate: 80 / 85, wholeRate: 0.8, difference: 80 / 85 - 0.8, excludedShare: 0.15 });
	expect(total).toMatchObject({ numerator: 454, denominator: 489, wholeDenominator: 504, excluded: 15, flag: null });
});
