import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'tar';
import { beforeAll, describe, expect, test } from 'vitest';
import { backup } from '#lib/server/backup/backup.ts';
import { finishRestore, restore } from '#lib/server/backup/restore.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import type { DataFolder } from '#lib/server/data-folder.ts';
import { importExports } from '#lib/server/imports/import-exports.ts';
import { holdAsServer, ServerRunning } from '#lib/server/imports/lock.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { verify } from '#lib/server/imports/verify.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench({ inChild: true });
const orders = (...numbers: string[]) =>
	`工单编号,登记时间,承办单位\n${numbers.map((one) => `${one},2026-09-01 08:00:00,城管局\n`).join('')}`;
async function take(folder: DataFolder, text: string) {
	const imported = await importExports(folder, [{ path: bench.write(text) }]);
	await recordImports(folder, openLedger(folder), imported, 'test');
}
const faultsOf = async (folder: DataFolder) =>
	(await verify(folder, openLedger(folder))).flatMap(({ faults }) => faults);
const fileOf = (name: string) => join(bench.root, name);

describe('a backup', () => {
	let folder: DataFolder;
	const file = fileOf('all.tar');
	beforeAll(async () => {
		folder = bench.newFolder();
		await take(folder, orders('GD1001', 'GD1002'));
		writeFileSync(join(folder.inbox, 'waits.csv'), 'not yet');
		await backup(folder, file);
	});

	test('put into an empty folder is all that stood, figures, ledger and originals', async () => {
		const other = bench.newFolder();
		expect(await restore(other, file)).toMatchObject({ version: currentManifest(folder)!.version, before: null });
		expect(currentManifest(other)).toEqual(currentManifest(folder));
		expect(await importsListed(openLedger(other))).toEqual(await importsListed(openLedger(folder)));
		expect(await faultsOf(other)).toEqual([]);
		expect(readFileSync(other.callerSecret)).toEqual(readFileSync(folder.callerSecret));
		await take(other, orders('GD1003'));
		expect(await bench.served(other, 'select count(*)::integer as n from orders')).toEqual([{ n: 3 }]);
	});

	test('takes the place of what stands only when told to, and keeps that beside', async () => {
		const other = bench.newFolder();
		await take(other, orders('GD9009'));
		await expect(restore(other, file)).rejects.toMatchObject({ why: 'not_empty' });
		await closeLedger(other);
		const { before } = await restore(other, file, { replace: true });
		expect(currentManifest(other)!.version).toBe(currentManifest(folder)!.version);
		expect(readdirSync(before!)).toEqual(expect.arrayContaining(['exports', 'ledger.sqlite', 'warehouse']));
		expect(await faultsOf(other)).toEqual([]);
	});

	test('is not put in the place of what a server runs on', async () => {
		const other = bench.newFolder();
		const server = holdAsServer(other);
		await expect(restore(other, file)).rejects.toThrow(ServerRunning);
		server.close();
		await restore(other, file);
	});

	test('that was damaged, cut, or holds what is none of ours leaves everything as it was', async () => {
		const bytes = readFileSync(file);
		const flipped = Buffer.from(bytes);
		flipped[bytes.length - 20_000]! ^= 1;
		const odd = bench.newFolder();
		writeFileSync(join(odd.root, 'evil.sh'), 'echo');
		await create({ file: fileOf('odd.tar'), cwd: odd.root }, ['evil.sh']);
		writeFileSync(fileOf('flipped.tar'), flipped);
		writeFileSync(fileOf('cut.tar'), bytes.subarray(0, Math.floor(bytes.length / 1024) * 512));
		writeFileSync(fileOf('text.tar'), 'not a tar');
		for (const name of ['flipped.tar', 'cut.tar', 'text.tar', 'odd.tar']) {
			const other = bench.newFolder();
			await expect(restore(other, fileOf(name)), name).rejects.toMatchObject({
				why: expect.stringMatching(/damaged|not_a_backup/)
			});
			expect(existsSync(other.currentPointer), name).toBe(false);
			expect(
				readdirSync(other.root).filter((one) => one.startsWith('restoring')),
				name
			).toEqual([]);
		}
	});

	test('whose restoring was killed half-way is moved in by the next command', async () => {
		const other = bench.newFolder();
		const whole = bench.newFolder();
		await restore(whole, file);
		await closeLedger(whole);
		// As a process leaves it that dies after the first part: the rest waits beside, and the note names it.
		const unpacked = join(other.root, 'restoring-x');
		await import('node:fs').then(({ cpSync }) => cpSync(whole.root, unpacked, { recursive: true }));
		copyFileSync(join(unpacked, 'caller-secret'), join(other.root, 'caller-secret'));
		writeFileSync(join(other.root, 'restore-pending.json'), JSON.stringify({ unpacked, before: 'before-x' }));
		finishRestore(other);
		expect(currentManifest(other)).toEqual(currentManifest(folder));
		expect(await faultsOf(other)).toEqual([]);
		expect(existsSync(join(other.root, 'restore-pending.json'))).toBe(false);
		finishRestore(other);
	});
});
