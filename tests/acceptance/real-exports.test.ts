import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { document } from '../support/command-line.ts';

/**
 * The command line on exports made by others. Every figure here was computed outside the product, with other
 * tools; the files are no part of the project.
 */
const exports = resolve(import.meta.dirname, '../../../shared/exports');
const isThere = existsSync(exports);
if (!isThere) console.warn('acceptance on real exports: skipped, since ../shared/exports is not on this machine');

const root = mkdtempSync(join(tmpdir(), 'duban-acceptance-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const newFolder = () => join(root, `data-${++folders}`);
const real = (...paths: string[]) => paths.map((path) => join(exports, path));

type Row = Record<string, unknown>;
type Taken = { profile: string | null; rows: Row; mapping: { field: string }[]; notes: string[]; unmapped: string[] };

const take = (data: string, ...line: string[]) => document<Taken[]>(data, ['import', ...line]);
const ask = (data: string, ...line: string[]) => document<Row[]>(data, ['ask', ...line]);
const rateOf = async (data: string, ...line: string[]) => {
	const [row] = await ask(data, 'on-time', ...line);
	return [row!.numerator, row!.denominator];
};
const three = (value: unknown) => Number((value as number).toFixed(3));

describe.skipIf(!isThere)('Pingshan, judged by the source’s own flags', () => {
	const utf8 = 'pingshan/pingshan_2018-02_to_09.csv';
	const gb18030 = 'pingshan/pingshan_2018-02_to_09.gb18030.csv';
	const data = newFolder();

	test.each([
		[utf8, data],
		[gb18030, newFolder()]
	])('%s', async (path, folder) => {
		const [taken] = await take(folder, ...real(path));
		expect(taken!.profile).toBe('深圳坪山 民生诉求');
		expect(taken!.rows).toMatchObject({ read: 3981, accepted: 3981, setAside: 0, identical: 0, nonData: 0 });
		expect(await ask(folder, 'timeliness')).toEqual([
			{
				...{ closedOnTime: 3485, closedLate: 494, openWithin: 0, openOverdue: 0, unknown: 2, total: 3981 },
				...{ closedWithoutTime: 0, byFlag: 3979 }
			}
		]);
		// 117 units with a name, and orders without one.
		const units = await ask(folder, 'volumes', '--by', 'unit');
		expect(units).toHaveLength(118);
		expect(units.reduce((sum, unit) => sum + (unit.received as number), 0)).toBe(3981);
	});

	test('both files in one folder are 3,981 orders; every row of the second is identical', async () => {
		const [taken] = await take(data, ...real(gb18030));
		expect(taken!.rows).toMatchObject({ read: 3981, accepted: 0, identical: 3981, superseded: 0, setAside: 0 });
		expect(await ask(data, 'volumes')).toMatchObject([{ received: 3981 }]);
	});
});

describe.skipIf(!isThere)('Baltimore', () => {
	const data = newFolder();
	beforeAll(() => take(data, ...real('baltimore/311_sample.csv'), '--data-cut', '2019-02-13 16:18:56'));

	test('closed by the due time, of those with both, as a whole and by agency', async () => {
		const byUnit = await ask(data, 'on-time', '--basis', 'closed', '--by', 'unit');
		const of = (unit: string) => {
			const row = byUnit.find((one) => one.unit === unit)!;
			return [row.numerator, row.denominator];
		};
		expect(await rateOf(data, '--basis', 'closed')).toEqual([7988, 9555]);
		expect(of('Solid Waste')).toEqual([4140, 4705]);
		expect(of('Transportation')).toEqual([1228, 1542]);
		expect(of('Housing')).toEqual([1035, 1158]);
		expect(of('Water Wastewater')).toEqual([474, 780]);
	});

	test('handling time', async () => {
		const [row] = await ask(data, 'handling-time');
		expect(row).toMatchObject({ n: 9792, negative: 0, dateOnly: 0, closedWithoutTime: 0 });
		expect([
			three(row!.medianHours),
			(row!.meanHours as number).toFixed(2),
			(row!.p90Hours as number).toFixed(2)
		]).toEqual([...[32.404, '296.55', '648.13']]);
	});

	test('by due date, at the moment the export was made', async () => {
		expect(await rateOf(data)).toEqual([7944, 9646]);
	});
});

describe.skipIf(!isThere)('Boston, where the clock and the source’s flag differ', () => {
	test('the clock judges; five orders closed before they were opened stand apart', async () => {
		const data = newFolder();
		await take(data, ...real('boston/filtered_2016.csv'));
		expect(await rateOf(data, '--basis', 'closed')).toEqual([3824, 3927]);
		const [dropped] = await ask(data, 'handling-time');
		expect(dropped).toMatchObject({ n: 5355, negative: 5 });
		expect(three(dropped!.medianHours)).toBe(2.091);
		const [kept] = await ask(data, 'handling-time', '--negatives', 'keep');
		expect(kept).toMatchObject({ n: 5360, negative: 5 });
		expect(three(kept!.medianHours)).toBe(2.09);
	});
});

describe.skipIf(!isThere)('Los Angeles', () => {
	test('a visit date is no deadline, and orders closed before they were created stand apart', async () => {
		const data = newFolder();
		const [taken] = await take(data, ...real('los-angeles/2018_mini.csv'));
		expect(taken!.mapping.map(({ field }) => field)).not.toContain('due_at');
		expect(taken!.unmapped).toContain('ServiceDate');
		expect(taken!.notes).toContain('no_deadline_column');
		expect(await rateOf(data)).toEqual([0, 0]);
		const [dropped] = await ask(data, 'handling-time');
		expect(dropped).toMatchObject({ n: 9958, negative: 23 });
		expect(three(dropped!.medianHours)).toBe(71.359);
		const [kept] = await ask(data, 'handling-time', '--negatives', 'keep');
		expect(three(kept!.medianHours)).toBe(71.176);
	});
});

describe.skipIf(!isThere)('New York', () => {
	test('by closing date, and by due date at the moment the export was made', async () => {
		const data = newFolder();
		await take(data, ...real('new-york/311_sample.csv'));
		expect(await rateOf(data, '--basis', 'closed')).toEqual([2064, 2188]);
		const [row] = await ask(data, 'handling-time');
		expect(row).toMatchObject({ n: 2441, negative: 0, closedWithoutTime: 2 });
		expect(three(row!.medianHours)).toBe(1.817);
		await take(data, ...real('new-york/311_sample.csv'), '--data-cut', '2018-10-22 02:47:00');
		expect(await rateOf(data)).toEqual([1563, 1727]);
		expect(await rateOf(data, '--basis', 'closed')).toEqual([2064, 2188]);
	});
});

describe.skipIf(!isThere)('Kansas City', () => {
	test('closing dates without a time count in days, and in no hours', async () => {
		const data = newFolder();
		const [taken] = await take(data, ...real('kansas-city/311_Call_Center_Service_Requests.csv'));
		expect(taken!.rows).toMatchObject({ read: 4493, setAside: 0 });
		const [row] = await ask(data, 'handling-time');
		expect(row).toEqual({
			...{ n: 0, medianHours: null, p90Hours: null, meanHours: null, negative: 0, missing: 2812 },
			...{ notInExports: null, dateOnly: 2355, medianWholeDays: 10, closedWithoutTime: 457 }
		});
	});
});

describe.skipIf(!isThere)('Hunan', () => {
	test('a workbook whose times are text but for one real date; closing is taken from the reply', async () => {
		const data = newFolder();
		const [taken] = await take(data, ...real('hunan-messages/e4.xlsx'));
		expect(taken!.rows).toMatchObject({ read: 120, accepted: 120 });
		expect(taken!.notes).toContain('closing_taken_from_reply');
		const [row] = await ask(data, 'handling-time');
		expect(row!.n).toBe(120);
		expect(three(row!.medianHours)).toBe(238.702);
		const [inDays] = await ask(data, 'handling-time', '--estimator', 'km', '--days', 'working');
		expect(inDays).toMatchObject({ n: 120, closed: 120, open: 0, medianDays: 7, p75Days: 13, p90Days: 26 });
		expect(three(inDays!.doneIn5)).toBe(0.375);
		const [inClockDays] = await ask(data, 'handling-time', '--estimator', 'km');
		expect(three((inClockDays!.meanClosedDays as number) * 24)).toBe(three(row!.meanHours));
	});
});
