import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import { storageErrorSentence } from '#lib/messages/storage-sentences.ts';
import { dataFolder, type DataFolder } from '#lib/server/data-folder.ts';
import { hearChanges, type Lasting } from '#lib/server/durable-files.ts';
import { sha256Of } from '#lib/server/file-hash.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { howOften } from '../support/how-often.ts';
import { warehouseBench } from '../support/warehouse.ts';
import { importSteps, stepTeller, type ImportStep } from './killing/steps.ts';
import { leftovers, lookAt } from './killing/whole.ts';

const bench = warehouseBench({ inChild: true });
const orders = (...numbers: string[]) =>
	`工单编号,登记时间,承办单位\n${numbers.map((one) => `${one},2026-09-01 08:00:00,城管局\n`).join('')}`;
const faults = ['EIO', 'ENOSPC', 'EROFS'] as const;
const ordersOf = new Map<string, number>();
let base: DataFolder;
let read: DataFolder;
let [standing, path, sha256] = ['', '', ''];
let made = 0;

const take = (folder: DataFolder) => importAndRecord(folder, openLedger(folder), [{ path }], { by: 'test' });
function copyOf(from: DataFolder): DataFolder {
	const folder = dataFolder(join(bench.root, `copy-${++made}`));
	cpSync(from.root, folder.root, { recursive: true });
	return folder;
}

/** Fails the nth change of a step as a disk does; gives what was thrown, and whether there was such a change. */
async function failing(folder: DataFolder, step: ImportStep, nth: number, code: string) {
	const stepOf = stepTeller();
	let [seen, isMet] = [0, false];
	const stop = hearChanges((change: Lasting, of: string) => {
		if (stepOf(change, of) !== step || seen++ !== nth) return;
		isMet = true;
		throw Object.assign(new Error(`${code}: the disk's own words, ${change} '${of}'`), { code, path: of });
	});
	try {
		return {
			isMet: () => isMet,
			error: await take(folder).then(
				() => null,
				(error: unknown) => error
			)
		};
	} finally {
		stop();
		await closeLedger(folder);
	}
}

beforeAll(async () => {
	base = bench.newFolder();
	path = bench.write(orders('A1'));
	standing = await sha256Of(path);
	ordersOf.set(standing, 1);
	await take(base);
	path = bench.write(orders('B1', 'B2'));
	sha256 = await sha256Of(path);
	ordersOf.set(sha256, 2);
	await closeLedger(base);
	// Here the rows of the second export are read already: what comes after needs no child.
	read = copyOf(base);
	await failing(read, 'built', 0, 'EIO');
});

test.each(importSteps)(
	'each change of the step "%s" fails once: old or new, the cause is named, and then it works',
	async (step) => {
		const from = ['begun', 'stored', 'parsed'].includes(step) ? base : read;
		let nth = 0;
		// All of them, or the first two of each step.
		for (; nth < howOften(Infinity, 2); nth += 1) {
			const folder = copyOf(from);
			const code = faults[nth % faults.length]!;
			const { isMet, error } = await failing(folder, step, nth, code);
			if (!isMet()) break;
			const where = `${step} ${nth}`;
			const { inFigures, inLedger, problems } = await lookAt(folder, ordersOf);
			expect(problems, where).toEqual([]);
			expect([[standing], [standing, sha256].sort()], where).toContainEqual(inFigures);
			expect(inFigures, where).toEqual(expect.arrayContaining(inLedger));
			if (error === null) expect(inFigures, where).toHaveLength(2);
			else {
				expect(storageErrorSentence(error, 'en'), where).toContain(`${code}: `);
				expect(storageFaultOf(error), where).not.toBeNull();
			}
			// Once a step: the next one works, and nothing is left over.
			if (nth === 0) {
				await take(folder);
				const after = await lookAt(folder, ordersOf);
				expect([after.inFigures, after.inLedger, after.problems], where).toEqual([
					[standing, sha256].sort(),
					[standing, sha256].sort(),
					[]
				]);
				expect(leftovers(folder), where).toEqual([]);
			}
			rmSync(folder.root, { recursive: true });
		}
		expect(nth).toBeGreaterThan(0);
	},
	120_000
);

test('a scratch folder that is gone is made again; one that is no folder is named', async () => {
	const folder = copyOf(read);
	rmSync(folder.scratch, { recursive: true });
	writeFileSync(folder.scratch, 'in the way');
	await expect(take(folder)).rejects.toThrow(/scratch/);
	expect(readFileSync(folder.scratch, 'utf8')).toBe('in the way');
	rmSync(folder.scratch);
	expect((await take(folder)).imported).toMatchObject([{ outcome: 'taken' }]);
	await closeLedger(folder);
});
