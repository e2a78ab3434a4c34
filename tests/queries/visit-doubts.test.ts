import { expect, test } from 'vitest';
import { rate } from '#queries/rate.ts';
import { returnVisits } from '#queries/return-visits.ts';
import { cityOfOrders, nowhere, scope } from './city.ts';

/** Planted: two satisfied without a valid answer (D1 not reached, D2 not valid), one unreached but called valid (D3). */
const planted = `
工单编号,承办单位,办理类型,工单状态,受理时间,办结时间,是否回访,是否接通电话,是否有效回访,是否联系,是否解决,首次满意度
D1,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,否,否,,,满意
D2,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,是,否,,,非常满意
D3,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,否,是,,,满意
E1,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,是,是,是,是,满意
E2,乙局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,是,是,是,部分解决,基本满意
F1,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,是,是,否,是,满意
F2,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,是,是,是,否,不满意
F3,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,是,否,否,否,不满意
G1,甲局,转办,已办结,2026-10-01 08:00:00,2026-10-02 08:00:00,是,否,否,,,默认好评
H1,,直接解答,已办结,2026-10-01 08:00:00,2026-10-01 08:01:00,是,否,否,,,满意
`.trimStart();
const city = cityOfOrders(planted);

test('every planted satisfaction without an answer is found, and no other', async () => {
	expect(await rate(city.db, 'default-satisfied', scope()).execute()).toEqual([
		{ numerator: 3, denominator: 5, rate: 3 / 5 }
	]);
	expect(await rate(city.db, 'default-satisfied', scope(), 'unit').execute()).toMatchObject([
		{ name: '乙局', numerator: 1, denominator: 2 },
		{ name: '甲局', numerator: 2, denominator: 3 }
	]);
});

test('those without a valid answer are not in the satisfied rate', async () => {
	const [row] = await returnVisits(city.db, scope()).execute();
	expect(row).toMatchObject({ closed: 9, attempted: 9, valid: 5, satisfied: 3 });
});

test('false closure: not contacted or not resolved, of the valid that answered either; partly resolved is not unresolved', async () => {
	expect(await rate(city.db, 'false-closure', scope()).execute()).toEqual([
		{ numerator: 2, denominator: 4, rate: 2 / 4 }
	]);
	expect(await rate(city.db, 'false-closure', scope(), 'unit').execute()).toMatchObject([
		{ name: '乙局', numerator: 0, denominator: 2 },
		{ name: '甲局', numerator: 2, denominator: 2 }
	]);
});

test('where nothing lies there is no rate', async () => {
	for (const key of ['default-satisfied', 'false-closure'] as const) {
		expect(await rate(city.db, key, nowhere).execute()).toEqual([{ numerator: 0, denominator: 0, rate: null }]);
	}
});
