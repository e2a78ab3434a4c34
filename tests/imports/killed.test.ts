import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importExports } from '#lib/server/imports/import-exports.ts';
import { warehouseBench } from '../support/warehouse.ts';
import { killAll } from './killing/kills.ts';
import { leftovers } from './killing/whole.ts';

const { root, newFolder, take, write, served } = warehouseBench({ inChild: true });

/** Set DUBAN_TEST_SEED to have the kills at the moments of an earlier run. */
const seed = Number(process.env.DUBAN_TEST_SEED ?? Date.now() % 1_000_000);

const plan = { random: 100, eachStep: 20, seed };

test('kill -9 at random moments and at each step leaves the old figures or the new, and the next import works', async () => {
	const tally = await killAll(join(root, 'kills'), plan);
	const { killed, ended, left, slowestNextMs } = tally;
	console.info(`seed ${seed}: ${JSON.stringify({ killed, ended, left, slowestNextMs: Math.round(slowestNextMs) })}`);
	expect([tally.lost, tally.half], `DUBAN_TEST_SEED=${seed}`).toEqual([[], []]);
	expect(killed).toBeGreaterThanOrEqual(200);
	expect(left.old).toBeGreaterThan(0);
	expect(left.new).toBeGreaterThan(0);
	expect(left.carried).toBeGreaterThan(0);
	// Between the figures and the ledger there is a moment: it is met, and mended by the next start.
	expect(left.unrecorded).toBeGreaterThan(0);
}, 900_000);

test('what killed imports left is gone after the next one, even one that changes nothing or is refused', async () => {
	const text = '工单编号,受理时间\n1,2026-09-01 08:00:00\n';
	const folder = newFolder();
	await take(folder, [{ text }]);
	const leave = () => {
		mkdirSync(join(folder.scratch, 'intake-dead'));
		for (const path of [
			join(folder.scratch, 'archive-dead'),
			join(folder.scratch, 'intake-dead', 'data.csv'),
			join(folder.warehouse, '0123456789abcdef.99.tmp'),
			join(folder.warehouse, '0123456789abcdef.99.tmp.wal'),
			join(folder.warehouse, 'current.99.tmp')
		]) {
			cpSync(folder.currentPointer, path);
		}
	};
	for (const next of [text, '', '工单编号,受理时间\n2,2026-09-01 08:00:00\n']) {
		leave();
		await take(folder, [{ text: next }]);
		expect(leftovers(folder)).toEqual([]);
	}
	expect(await served(folder, 'select orders from about')).toEqual([{ orders: 2 }]);
});

test('files in the scratch folder that are not an import’s are left alone', async () => {
	const folder = newFolder();
	const upload = join(folder.scratch, 'upload-1');
	cpSync(write('工单编号,受理时间\n1,2026-09-01 08:00:00\n'), upload);
	expect(await importExports(folder, [{ path: upload }])).toMatchObject([{ outcome: 'taken' }]);
	expect(existsSync(upload)).toBe(true);
	expect(readFileSync(upload, 'utf8')).toMatch(/^工单编号/);
});
