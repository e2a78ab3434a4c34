/**
 * The process that is killed: one piece of work on a data folder, done by the very functions the command line and the pages
 * call. Says `begun` when it has loaded, and at its end how many lasting changes it made in each step; with `stop` it kills
 * itself, as `kill -9` does, just before one of them.
 */
import { backup } from '#lib/server/backup/backup.ts';
import { finishRestore, restore } from '#lib/server/backup/restore.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { hearChanges } from '#lib/server/durable-files.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { rebuild } from '#lib/server/imports/rebuild.ts';
import { startUp } from '#lib/server/imports/start-up.ts';
import { undoImport } from '#lib/server/imports/undo-import.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { stepTeller, type ImportStep } from './steps.ts';

export type Work =
	| { does: 'import'; path: string; dataCut?: string; answers?: Record<string, string>; carries?: boolean }
	| { does: 'undo'; seq: number }
	| { does: 'rebuild' }
	| { does: 'start' }
	| { does: 'backup'; file: string }
	| { does: 'restore'; file: string };
/** `nth` counts from 0: within the step, or within all where none is named. */
export type Stop = { step?: ImportStep; nth: number };
export type Job = { root: string; work: Work; stop?: Stop };
/** How many changes there were in each step. */
export type Counted = Partial<Record<ImportStep, number>>;

const { root, work, stop } = JSON.parse(process.argv[2]!) as Job;
const folder = ensureDataFolder(dataFolder(root));
const stepOf = stepTeller();
const counted: Counted = {};
let all = 0;
hearChanges((change, of) => {
	const step = stepOf(change, of);
	const place = stop?.step === undefined ? all : step === stop.step ? (counted[step] ?? 0) : -1;
	if (place === stop?.nth) process.kill(process.pid, 'SIGKILL');
	counted[step] = (counted[step] ?? 0) + 1;
	all += 1;
});

process.stdout.write('begun\n');
finishRestore(folder);
if (work.does === 'restore') await restore(folder, work.file, { replace: true });
else {
	const ledger = openLedger(folder);
	if (work.does === 'import') {
		const { path, dataCut, answers } = work;
		const carrying = work.carries ? { leastOrders: 0, mostShare: Infinity, mostHoles: Infinity } : undefined;
		await importAndRecord(folder, ledger, [{ path, dataCut }], { by: 'test', answers, carrying });
	} else if (work.does === 'undo') await undoImport(folder, ledger, work.seq, 'test');
	else if (work.does === 'rebuild') await rebuild(folder, ledger);
	else if (work.does === 'start') await startUp(folder, ledger);
	else await backup(folder, work.file);
	await closeLedger(folder);
}
process.stdout.write(`${JSON.stringify(counted)}\n`);
