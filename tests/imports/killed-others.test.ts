import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { backup } from '#lib/server/backup/backup.ts';
import { finishRestore, restore } from '#lib/server/backup/restore.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { dataFolder, ensureDataFolder, versionPath, type DataFolder } from '#lib/server/data-folder.ts';
import { stagedPaths } from '#lib/server/staged-receipt.ts';
import { verify } from '#lib/server/imports/verify.ts';
import { startUp } from '#lib/server/imports/start-up.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { howOften } from '../support/how-often.ts';
import { warehouseBench } from '../support/warehouse.ts';
import { run } from './killing/kill.ts';
import type { Work } from './killing/victim.ts';
import { leftovers } from './killing/whole.ts';

/** Kills a piece of work has, spread over all the lasting changes it makes. */
const kills = howOften(4, 1);

vi.setConfig({ testTimeout: 180_000 });
const bench = warehouseBench({ inChild: true });
const orders = (number: string, at = '2026-09-01 08:00:00') => `工单编号,登记时间,承办单位\n${number},${at},城管局\n`;
const sent = (name: string, text: string) => {
	const path = join(bench.root, name);
	writeFileSync(path, text);
	return path;
};
const shas = (folder: DataFolder) => currentManifest(folder)?.inputs.map(({ sha256 }) => sha256) ?? [];

let base: DataFolder;
let backupFile: string;
let made = 0;
const copy = (): DataFolder => {
	const folder = dataFolder(join(bench.root, `copy-${++made}`));
	cpSync(base.root, folder.root, { recursive: true });
	return folder;
};

beforeAll(async () => {
	base = bench.newFolder();
	backupFile = join(bench.root, 'earlier.tar');
	const take = async (path: string) => void (await importAndRecord(base, openLedger(base), [{ path }], { by: 'test' }));
	await take(sent('a.csv', orders('A1')));
	await backup(base, backupFile);
	await take(sent('b.csv', orders('B1')));
	await closeLedger(base);
});

const copyOfNothing = () => ensureDataFolder(dataFolder(join(bench.root, `nothing-${++made}`)));
const asking = () => sent('asks.csv', orders('C1', '03/04/2026 08:00'));
/** As an older Duban left it: other names of versions, no fingerprint, rows read by another reader, an older ledger. */
function older(folder: DataFolder): void {
	const { version, ...manifest } = currentManifest(folder)!;
	delete manifest.fingerprint;
	delete manifest.standings;
	const name = '0123456789abcdef';
	renameSync(versionPath(folder, version), versionPath(folder, name));
	rmSync(join(folder.warehouse, `${version}.json`));
	writeFileSync(join(folder.warehouse, `${name}.json`), JSON.stringify({ ...manifest, version: name }));
	writeFileSync(folder.currentPointer, `${name}\n`);
	for (const { sha256 } of manifest.inputs) {
		const { receipt } = stagedPaths(folder, sha256);
		writeFileSync(receipt, readFileSync(receipt, 'utf8').replace(/"reader": "\w+"/, '"reader": "0123456789abcdef"'));
	}
	const ledger = new DatabaseSync(folder.ledger);
	ledger.exec(`
		drop table profiles;
		alter table answers drop column is_forgotten;
		drop table destroyed_exports;
		alter table import_commands drop column problem;
		pragma user_version = 5
	`);
	ledger.close();
}

type Case = [
	name: string,
	work: () => Work,
	exports: [old: number, fresh: number],
	prepare?: (folder: DataFolder) => void
];
const works: Case[] = [
	['an undoing', () => ({ does: 'undo', seq: 2 }), [2, 1]],
	['a rebuilding', () => ({ does: 'rebuild' }), [2, 2]],
	['a restoring', () => ({ does: 'restore', file: backupFile }), [2, 1]],
	['a backup', () => ({ does: 'backup', file: join(bench.root, `made-${++made}.tar`) }), [2, 2]],
	['an answer', () => ({ does: 'import', path: asking(), answers: { 'date-order': 'dmy' } }), [2, 3]],
	['an upgrade of an older folder', () => ({ does: 'start' }), [2, 2], older]
];

describe.each(works)('kill -9 in the middle of %s', (_, work, [old, fresh], prepare = () => {}) => {
	test('leaves the state before or the one after; whoever comes next ends it', async () => {
		const whole = copy();
		prepare(whole);
		const { counted } = await run({ root: whole.root, work: work() });
		const changes = Object.values(counted!).reduce((sum, one) => sum + one, 0);
		const after = shas(whole);
		expect([shas(base).length, after.length]).toEqual([old, fresh]);
		for (let kill = 0; kill < kills; kill += 1) {
			const folder = copy();
			prepare(folder);
			const job = work();
			const nth = Math.min(changes - 1, Math.round((changes * (kill + 0.5)) / kills));
			const { isKilled } = await run({ root: folder.root, work: job, stop: { nth } });
			expect(isKilled, `change ${nth} of ${changes}`).toBe(true);
			// The file of a backup is whole from the moment it has its name.
			if (job.does === 'backup' && existsSync(job.file)) await restore(copyOfNothing(), job.file);
			// A restore is under way until the next command ends it; all else is before or after at any moment.
			if (job.does !== 'restore') expect([shas(base), after]).toContainEqual(shas(folder));
			finishRestore(folder);
			await startUp(folder, openLedger(folder));
			expect([shas(base), after]).toContainEqual(shas(folder));
			if (job.does === 'start') expect(currentManifest(folder)!.fingerprint).toBe(currentManifest(base)!.fingerprint);
			const faults = (await verify(folder, openLedger(folder))).flatMap(({ faults }) => faults);
			await closeLedger(folder);
			expect(faults, `change ${nth} of ${changes}`).toEqual([]);
			expect(leftovers(folder), `change ${nth} of ${changes}`).toEqual([]);
			rmSync(folder.root, { recursive: true });
		}
	});
});

test('a backup that was killed leaves no file under its name, and the next one is whole', async () => {
	const file = join(bench.root, 'after-all.tar');
	const folder = copy();
	await run({ root: folder.root, work: { does: 'backup', file }, stop: { nth: 2 } });
	expect(existsSync(file)).toBe(false);
	await run({ root: folder.root, work: { does: 'backup', file } });
	const other = ensureDataFolder(dataFolder(join(bench.root, 'restored')));
	expect(await restore(other, file)).toMatchObject({ version: currentManifest(folder)!.version });
});
