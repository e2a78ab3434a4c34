import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Stretch } from '#lib/domain/rules/in-use.ts';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { dimensions, everything } from '#lib/domain/scope.ts';
import { currentVersion, dataFolder, versionPath } from '#lib/server/data-folder.ts';
import { answers, besideAnswers } from '#lib/server/reports/answers.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/warehouse.ts';
import { besideMeasure, besideOrders, isMeasureKey, measures, type BesideKey } from '#queries/measures.ts';
import { callDimensions } from '#queries/where/call-days.ts';
import { answered, ask, asked } from '../../src/commands/ask.ts';
import { parseArguments } from '../../src/commands/arguments.ts';
import { document, duban } from '../support/command-line.ts';
import { howOften } from '../support/how-often.ts';
import { runIn } from '../support/warehouse.ts';
import { orders } from '../queries/city.ts';
import { besideOrdersMadeUp } from './oracle/call-data.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-ask-every-'));
const data = join(root, 'data');
const sample = resolve(import.meta.dirname, '../../seeds/exports/回访工单_2026年10月.csv');
let warehouse: Warehouse;
afterAll(async () => {
	vi.unstubAllEnvs();
	await warehouse.close();
	rmSync(root, { recursive: true, force: true });
});
beforeAll(async () => {
	vi.stubEnv('DUBAN_LANG', 'en');
	const file = join(root, 'orders.csv');
	writeFileSync(file, orders);
	await document(data, ['import', file, sample, '--data-cut', '2026-10-31 12:00:00']);
	const folder = dataFolder(data);
	const path = versionPath(folder, currentVersion(folder)!);
	await runIn(path, besideOrdersMadeUp);
	warehouse = await openWarehouse(path);
});

type Listed = { measure: string; id: string; by: string[]; columns: string[]; formula: string; needs: string[] };
const keys = [...Object.keys(measures), ...Object.keys(besideOrders)];
/** Written out, so that a measure can't lose a dimension unseen. */
const mayBeAskedBy = (key: string): string[] => {
	if (key === 'minors' || key === 'knowledge-base') return [];
	if (key === 'notary-visits') return dimensions.filter((one) => one !== 'month');
	if (isMeasureKey(key)) return [...dimensions];
	return besideMeasure(key as BesideKey).type === 'calls' ? ['line', 'month', 'day'] : ['district'];
};

test('every measure is listed with what it is asked by, its columns and its definition, without any data', async () => {
	const listed = (await document(join(root, 'empty'), ['ask', '--list'])) as Listed[];
	expect(listed.map(({ measure }) => measure)).toEqual(keys);
	expect(new Set(listed.map(({ id }) => id.toLowerCase())).size).toBe(keys.length);
	for (const { measure, by, columns, formula, needs } of listed) {
		expect(by, measure).toEqual(mayBeAskedBy(measure));
		expect(columns.length).toBeGreaterThan(1);
		expect(columns.at(-1)).toBe('notInExports');
		expect(formula).not.toBe('');
		expect(needs.length > 0, measure).toBe(measure !== 'knowledge-base');
	}
	expect(listed.at(-1)).toMatchObject({ input: "a record of the knowledge base's updates" });
});

describe('every measure by every dimension', () => {
	const every = [...new Set([...dimensions, ...callDimensions])];

	let listed: Listed[];
	beforeAll(async () => {
		listed = (await ask(['--list'])) as Listed[];
	});
	const plain: Stretch = { from: null, rules: plainRules };

	test.each(keys)('%s', async (key) => {
		const { columns } = listed.find(({ measure }) => measure === key)!;
		const allowed = mayBeAskedBy(key);
		const chosen = allowed[keys.indexOf(key) % allowed.length];
		for (const by of [undefined, ...every]) {
			const line = by === undefined ? [key] : [key, '--by', by];
			if (by !== undefined && !allowed.includes(by)) {
				expect(() => asked(parseArguments(line))).toThrow(`--by is one of ${allowed.join(', ') || '–'}; it was: ${by}`);
				continue;
			}
			// In a run that is short of time one dimension of each measure is worked out, another one for the next measure.
			if (by !== undefined && by !== chosen && howOften(0, 1) === 1) {
				expect(() => asked(parseArguments(line))).not.toThrow();
				continue;
			}
			const rows = await answered(warehouse.db, asked(parseArguments(line)), [[plain], null]);
			const wanted = [...(by === undefined ? [] : [by]), ...columns];
			// The question of that name has whole days behind its hours.
			const more = key === 'handling-time' ? ['dateOnly', 'medianWholeDays', 'closedWithoutTime'] : [];
			for (const row of rows) expect(Object.keys(row)).toEqual([...wanted, ...more]);
			if (key === 'knowledge-base') {
				expect(rows).toMatchObject([{ value: null, notInExports: "a record of the knowledge base's updates" }]);
				continue;
			}
			for (const row of rows) expect(row.notInExports).toBeNull();
			if (by === undefined) expect(rows).toHaveLength(1);
			// The figures themselves are worked out a second time in every-measure.test.ts; here, that they are handed on.
			if (by !== undefined && by !== chosen) continue;
			const { db } = warehouse;
			const own = isMeasureKey(key)
				? await answers(db, key, everything, by as never)
				: (await besideAnswers(db, key as BesideKey, everything, by as never))!;
			expect(rows).toMatchObject(
				own.map(({ name, ...figures }) => ({
					...Object.fromEntries(Object.entries(figures).filter(([column]) => columns.includes(column))),
					...(by === undefined ? {} : { [by]: name }),
					notInExports: null
				}))
			);
		}
	});
});

test('a measure answers by its key and by its id, with the columns that were listed', async () => {
	const listed = (await document(data, ['ask', '--list'])) as Listed[];
	for (const asked of ['resolved', 's3']) {
		const rows = (await document(data, ['ask', asked, '--by', 'unit'])) as Record<string, unknown>[];
		expect(rows.find(({ unit }) => unit === '城管局')).toMatchObject({
			numerator: 1,
			denominator: 3,
			notInExports: null
		});
		expect(Object.keys(rows[0]!)).toEqual(['unit', ...listed.find(({ measure }) => measure === 'resolved')!.columns]);
	}
	const [byKey] = await document(data, ['ask', 'answer-rate', '--by', 'line']);
	expect(byKey).toMatchObject({ line: '12333人社', notInExports: null });
	expect((await document(data, ['ask', 'c1', '--by', 'line']))[0]).toEqual(byKey);
	// 40,000 and 30,000 residents, and the orders of the hand-countable city there.
	expect(await document(data, ['ask', 'Q10', '--by', 'district'])).toEqual([
		{ district: '东区', numerator: 8, denominator: 40_000, value: 2, notInExports: null },
		{ district: '西区', numerator: 7, denominator: 30_000, value: 7 / 3, notInExports: null }
	]);
});

test('a measure whose column no file carries names the column, and is no 0 and no 100', async () => {
	const file = join(root, 'bare.csv');
	writeFileSync(file, '工单编号,受理时间\n1,2026-09-01 08:00:00\n');
	const bare = join(root, 'bare');
	await document(bare, ['import', file, '--data-cut', '2026-10-31 12:00:00']);
	expect(await document(bare, ['ask', 'resolved'])).toEqual([
		{
			numerator: null,
			denominator: null,
			rate: null,
			low: null,
			high: null,
			notInExports: 'visit_resolved, visit_valid'
		}
	]);
	expect(await document(bare, ['ask', 'C1', '--by', 'month'])).toEqual([
		{ month: null, numerator: null, denominator: null, value: null, days: null, notInExports: 'answered, offered' }
	]);
	expect(await document(bare, ['ask', 'C10s'])).toEqual([
		{ numerator: null, denominator: null, value: null, notInExports: 'staff, residents' }
	]);
	expect(await document(bare, ['ask', 'Q8'], { env: { DUBAN_LANG: 'zh' } })).toEqual([
		{ numerator: null, denominator: null, value: null, notInExports: '知识库更新记录' }
	]);
});

test('what is the city’s alone, or knows nothing of a filter, is refused with what it can be kept to', async () => {
	const refused = async (...line: string[]) => {
		const { status, stderr } = await duban(data, ['ask', ...line]);
		expect(status, line.join(' ')).toBe(2);
		return stderr;
	};
	await refused('minors', '--by', 'unit');
	await refused('minors', '--district', '东区');
	expect(await refused('C1', '--unit', '城管局')).toContain(
		'C1 can be kept to --line and a period only; it knows nothing of --unit'
	);
	expect(await refused('C10', '--line', '12345', '--kind', '投诉')).toContain('--district and a period only');
	expect(await document(data, ['ask', 'Q10', '--unit', '住建局', '--by', 'district'])).toMatchObject([
		{ district: '东区', numerator: 2 },
		{ district: '西区', numerator: 3 }
	]);
});
