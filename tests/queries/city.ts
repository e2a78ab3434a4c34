import { beforeAll } from 'vitest';
import { everything, type Scope } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { warehouseBench } from '../support/warehouse.ts';

/**
 * The orders every question is asked of, 18 of them, small enough to count by hand. T is 2026-10-31 12:00:00.
 *
 *   A01 on time                                A10 date-only closing on the deadline's day: unknown
 *   A02 late                                   A11 closed, no deadline, no unit, no district: unknown
 *   A03 on time to the second                  A12 on time, visit refused
 *   A04 open within its deadline               A13 closed after T: still open at T, and within
 *   A05 open, overdue                          A14 on time, a valid visit that answered nothing
 *   A06 closed without a time, past due        A15 late, received in September's last second
 *   A07 answered at the desk                   A16 cancelled, no times: unknown
 *   A08 closed before it was received          A17 on time, due only after T
 *   A09 date-only closing before the deadline  A18 closed at the desk, nothing else said
 */
export const orders = `
工单编号,热线名称,受理渠道,诉求类型,一级分类,所属区县,承办单位,承办单位类型,办理类型,工单状态,受理时间,派单时间,签收时间,首次联系时间,办结时间,办理截止时间,是否回访,是否接通电话,是否有效回访,是否联系,是否解决,首次满意度
A01,12345,电话,投诉,市容,东区,城管局,部门,转办,已办结,2026-09-10 08:00:00,2026-09-10 08:10:00,2026-09-10 09:10:00,2026-09-10 10:10:00,2026-09-11 08:00:00,2026-09-15 23:59:59,是,是,是,是,是,满意
A02,12345,电话,投诉,市容,东区,城管局,部门,转办,已办结,2026-09-20 08:00:00,2026-09-20 08:20:00,2026-09-20 08:50:00,2026-09-20 12:20:00,2026-09-30 08:00:00,2026-09-25 23:59:59,是,是,是,否,部分解决,基本满意
A03,12345,微信,求助,物业,西区,住建局,部门,转办,已办结,2026-10-01 00:00:00,2026-10-01 00:30:00,,,2026-10-03 00:00:00,2026-10-03 00:00:00,是,否,否,,,无法联系
A04,12345,电话,求助,物业,西区,住建局,部门,转办,办理中,2026-10-28 09:00:00,2026-10-28 09:05:00,2026-10-28 10:00:00,,,2026-11-05 23:59:59,,,,,,
A05,12345,网站,求助,物业,东区,住建局,部门,转办,办理中,2026-10-05 09:00:00,2026-10-05 09:05:00,2026-10-05 10:00:00,,,2026-10-20 23:59:59,,,,,,
A06,12345,电话,咨询,市容,东区,城管局,部门,转办,已办结,2026-10-02 09:00:00,2026-10-02 09:30:00,,,,2026-10-10 23:59:59,,,,,,
A07,12345,电话,咨询,社保,,,,直接解答,已办结,2026-10-06 10:00:00,,,,2026-10-06 10:05:00,2026-10-07 23:59:59,是,是,是,是,是,满意
A08,12333,电话,咨询,社保,西区,人社局,部门,转办,已办结,2026-10-07 12:00:00,2026-10-07 11:00:00,2026-10-07 11:30:00,,2026-10-07 10:00:00,2026-10-14 23:59:59,是,是,是,是,是,非常满意
A09,12333,电话,咨询,社保,西区,人社局,部门,转办,已办结,2026-10-06 09:00:00,2026-10-06 09:15:00,2026-10-06 11:00:00,,2026-10-08,2026-10-09 10:00:00,否,,,,,
A10,12333,微信,咨询,社保,东区,人社局,部门,转办,已办结,2026-10-06 15:00:00,2026-10-06 15:15:00,2026-10-06 16:00:00,,2026-10-09,2026-10-09 10:00:00,否,,,,,
A11,12345,网站,投诉,市容,,,,转办,已办结,2026-10-10 08:00:00,,,,2026-10-12 08:00:00,,否,,,,,
A12,12345,电话,投诉,市容,西区,城管局,部门,转办,已办结,2026-10-11 08:00:00,2026-10-11 08:40:00,2026-10-11 09:00:00,,2026-10-15 08:00:00,2026-10-20 23:59:59,是,是,否,,,拒访
A13,12345,电话,投诉,市容,东区,城管局,部门,转办,已办结,2026-10-29 08:00:00,2026-10-29 08:10:00,,,2026-11-02 08:00:00,2026-11-10 23:59:59,是,是,是,是,是,满意
A14,12345,电话,求助,物业,西区,住建局,部门,转办,已办结,2026-10-12 08:00:00,2026-10-12 08:10:00,2026-10-12 08:20:00,,2026-10-13 20:00:00,2026-10-19 23:59:59,是,是,是,,,
A15,12345,电话,投诉,市容,东区,城管局,部门,转办,已办结,2026-09-30 23:59:59,2026-10-01 00:09:59,2026-10-01 08:09:59,,2026-10-10 23:59:59,2026-10-07 23:59:59,是,是,是,否,否,非常不满意
A16,12345,电话,投诉,市容,西区,城管局,部门,转办,作废,2026-10-13 08:00:00,,,,,,,,,,,
A17,12345,电话,求助,物业,东区,住建局,部门,转办,已办结,2026-10-26 08:00:00,2026-10-26 08:10:00,2026-10-26 09:00:00,,2026-10-30 08:00:00,2026-11-03 23:59:59,是,是,是,是,部分解决,不满意
A18,12345,电话,咨询,,,,,直接解答,已办结,2026-10-31 11:00:00,,,,2026-10-31 11:02:00,,,,,,,
`.trimStart();

export const dataCut = '2026-10-31 12:00:00';

/** All orders, with some of the scope replaced. */
export const scope = (change: Partial<Scope> = {}): Scope => ({ ...everything, ...change });
export const october: Scope = scope({ period: { from: '2026-10-01', to: '2026-10-31' } });
export const september: Scope = scope({ period: { from: '2026-09-01', to: '2026-09-30' } });
/** A scope no order lies in. */
export const nowhere: Scope = scope({ unit: ['没有这个单位'] });

/** The database of these orders; to be read inside tests. */
export function cityOfOrders(text = orders, cut = dataCut): { readonly db: WarehouseDb } {
	const bench = warehouseBench();
	let db: WarehouseDb;
	beforeAll(async () => {
		({ db } = await bench.warehouseOf({ text, dataCut: cut }));
	});
	return {
		get db() {
			return db;
		}
	};
}
