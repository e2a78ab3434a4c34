import { describe, expect, test } from 'vitest';
import { publicTable } from '#lib/domain/disclosure.ts';
import { caseMixReport } from '#lib/server/reports/case-mix-table.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { cityOfOrders, october, september } from '../queries/city.ts';

/** So many orders of a unit and kind received in a month, the first of them on time, the others late. */
function lines(unit: string, kind: string, month: string, onTime: number, all: number): string[] {
	return Array.from({ length: all }, (_, place) => {
		const closed = place < onTime ? '03' : '09';
		return `${unit}${kind}${month}-${place},${kind},${unit},转办,已办结,2026-${month}-01 08:00:00,2026-${month}-${closed} 08:00:00,2026-${month}-05 23:59:59`;
	});
}

/** Simpson's units of measures section 7 in October; in September both handled a hundred inquiries. */
const orders = [
	'工单编号,诉求类型,承办单位,办理类型,工单状态,受理时间,办结时间,办理截止时间',
	...lines('甲局', '咨询', '10', 855, 900),
	...lines('甲局', '投诉', '10', 60, 100),
	...lines('乙局', '咨询', '10', 98, 100),
	...lines('乙局', '投诉', '10', 585, 900),
	...lines('丙局', '咨询', '10', 9, 10),
	...lines('甲局', '咨询', '09', 92, 100),
	...lines('乙局', '咨询', '09', 98, 100)
].join('\n');
const city = cityOfOrders(orders);

describe('the case mix', () => {
	test('the pair that the mix turns round is found, with its split by kind', async () => {
		const { turned, widest, table } = await caseMixReport(city.db, 'on-time-due', october);
		expect(turned).toBe(1);
		expect(widest).toMatchObject({ above: { unit: '甲局' }, below: { unit: '乙局' }, isParadox: true });
		expect(widest!.split.rows).toMatchObject([
			{ name: '咨询', aboveNumerator: 855, aboveDenominator: 900, belowNumerator: 98, belowDenominator: 100 },
			{ name: '投诉', aboveNumerator: 60, aboveDenominator: 100, belowNumerator: 585, belowDenominator: 900 }
		]);
		expect(table.rows).toMatchObject([
			{ unit: '乙局', mixPlace: 1, crudePlace: 2 },
			{ unit: '甲局', mixPlace: 2, crudePlace: 1 },
			{ unit: '丙局', mixPlace: null, crudePlace: null }
		]);
	});

	test('where every unit handles the same, nothing turns', async () => {
		expect(await caseMixReport(city.db, 'on-time-due', september)).toMatchObject({ turned: 0, widest: undefined });
	});
});

describe('movement', () => {
	test('names what fell beyond chance first, leaves too few unjudged, and pools the city', async () => {
		const { rows, total } = await tables.movement(city.db, { scope: october, by: 'unit', compared: september });
		expect(rows).toMatchObject([
			{ unit: '乙局', movement: 'moved_down', numerator: 683, thenNumerator: 98 },
			{ unit: '甲局', movement: 'moved_unclear', numerator: 915, thenNumerator: 92 },
			{ unit: '丙局', movement: 'too_few', difference: null, denominator: 10, thenDenominator: 0, thenRate: null }
		]);
		expect(total).toMatchObject({ numerator: 1607, denominator: 2010, thenNumerator: 190, thenDenominator: 200 });
	});

	test('without a period to compare with there is nothing', async () => {
		expect(await tables.movement(city.db, { scope: october, by: 'unit' })).toMatchObject({ rows: [], total: null });
	});
});

test('a release holds neither shrunk rates nor rank ranges: they are made of exact counts', async () => {
	const table = await tables.ranking(city.db, { scope: october, by: 'unit' });
	expect(table.rows[0]).toMatchObject({ unit: '甲局', rankLow: 1, rankHigh: 1 });
	const released = publicTable(table);
	const keys = released.columns.map(({ key }) => key);
	for (const key of ['shrunk', 'rankLow', 'rankHigh']) {
		expect(keys).not.toContain(key);
		expect(JSON.stringify(released.rows)).not.toContain(key);
	}
});
