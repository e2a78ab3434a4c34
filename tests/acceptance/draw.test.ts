import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolder } from '#lib/server/data-folder.ts';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { document, duban } from '../support/command-line.ts';
import { csv } from '../support/warehouse.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-draw-'));
const data = join(root, 'data');
afterAll(async () => {
	await closeLedger(dataFolder(data));
	rmSync(root, { recursive: true, force: true });
});

beforeAll(async () => {
	const rows = Array.from({ length: 240 }, (_, place) => ({
		工单编号: `W${place}`,
		承办单位: place < 200 ? '甲局' : '乙局',
		工单状态: '已办结',
		受理时间: '2026-09-01 08:00:00',
		办结时间: '2026-09-02 08:00:00',
		是否回访: '否'
	}));
	writeFileSync(join(root, 'orders.csv'), csv(rows));
	await document(data, ['import', join(root, 'orders.csv'), '--data-cut', '2026-10-31 12:00:00']);
});

type Draw = { seed: string; eligible: number; size: number; digest: string; units: object[]; orders: object[] };
const draw = (...line: string[]) =>
	document<Draw>(data, ['draw', '--from', '2026-09-01', '--to', '2026-09-30', ...line]);

test('sizes for a wanted precision, by unit; the same seed draws the same list', async () => {
	const wish = ['--precision', '5', '--expected', '0.9', '--by', 'unit', '--seed', '20261101'];
	const first = await draw(...wish);
	expect(first).toMatchObject({
		...{ seed: '20261101', from: '2026-09-01', to: '2026-09-30', dataCut: '2026-10-31 12:00:00', eligible: 240 },
		units: [
			{ unit: '乙局', eligible: 40, size: 32, isCensus: false },
			{ unit: '甲局', eligible: 200, size: 83, isCensus: false }
		]
	});
	expect(first.orders).toHaveLength(115);
	expect(await draw(...wish)).toEqual(first);
	const [last] = await auditLatest(openLedger(dataFolder(data)));
	expect(last).toMatchObject({ actor: 'command line', action: 'sample_drawn' });
	expect(JSON.parse(last!.detail)).toMatchObject({ seed: '20261101', size: 115, digest: first.digest });
});

test('without a seed one is drawn and printed', async () => {
	const { seed, orders } = await draw('--per-unit', '3');
	expect(seed).toMatch(/^\d{8}$/);
	expect(orders).toHaveLength(6);
	expect((await draw('--per-unit', '3', '--seed', seed)).orders).toEqual(orders);
});

test('a wish that can not be read is refused with what to write', async () => {
	for (const [line, said] of [
		[[], /--per-unit COUNT or --precision/],
		[['--per-unit', '3', '--expected', '0.9'], /--expected does not go with --per-unit/],
		[['--precision', 'five'], /0\.5 to 50/],
		[['--precision', '5', '--by', 'line'], /unit, city/],
		[['--per-unit', '3', '--seed', 'a b'], /--seed is letters/]
	] as const) {
		const { status, stderr } = await duban(data, ['draw', ...line]);
		expect([status, stderr]).toEqual([2, expect.stringMatching(said)]);
	}
});
