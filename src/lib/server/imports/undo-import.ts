import { build } from '../build/build.ts';
import { manifestIfReadable, versionOf, type BuildInput } from '../build/manifest.ts';
import { pointTo } from '../build/swap.ts';
import { cityZone, currentVersion, type DataFolder } from '../data-folder.ts';
import { remove } from '../durable-files.ts';
import { appendAudit } from '../ledger/audit.ts';
import { importBySeq, markUndone, standingImport, type ImportRecord, type TakenImport } from '../ledger/imports.ts';
import { together, type Ledger } from '../ledger/open.ts';
import { whileImporting } from './lock.ts';
import { inputsRecorded, readingsRecorded } from './lost-records.ts';
import { restage } from './restage.ts';
import { isServable, stagedHash, standingInputs, sweepLeftovers } from './standing.ts';

/** Thrown for an import that can't be undone: there is none of that number, nothing was taken in, or it was undone before. */
export class NothingToUndo extends Error {
	readonly seq: number;
	readonly why: 'unknown' | 'not_taken' | 'undone';
	constructor(seq: number, why: NothingToUndo['why']) {
		super(`import ${seq} can not be undone: ${why}`);
		this.seq = seq;
		this.why = why;
	}
}

/** The version that is served after an undoing; null where no export remains. */
export type Undone = { seq: number; fileName: string; version: string | null };

/**
 * Undoes one import: its export leaves the figures, or stands again as it did by an earlier import of the same bytes. The
 * bytes stay in the archive, the ledger and the audit chain say who did it. Throws NothingToUndo and ImportUnderWay.
 */
export async function undoImport(folder: DataFolder, ledger: Ledger, seq: number, actor: string): Promise<Undone> {
	const record = await importBySeq(ledger, seq);
	if (record === null) throw new NothingToUndo(seq, 'unknown');
	if (record.outcome !== 'taken') throw new NothingToUndo(seq, 'not_taken');
	if (record.undoneAt !== null) throw new NothingToUndo(seq, 'undone');
	const other = await standingImport(ledger, record);
	// Where a later import of the same bytes stands, the figures are that one's already.
	const isReplaced = other !== null && other.seq > seq;
	return whileImporting(folder, async () => {
		const note = (version: string | null) => recordUndone(ledger, record, version, actor);
		const undone = { sha256: record.sha256, earlier: other };
		const version = isReplaced ? currentVersion(folder) : await without(folder, ledger, undone, note);
		if (isReplaced) await note(version);
		return { seq, fileName: record.fileName, version };
	});
}

const recordUndone = (ledger: Ledger, { seq, sha256 }: ImportRecord, version: string | null, actor: string) =>
	together(ledger, async (ledger) => {
		await markUndone(ledger, seq, actor);
		await appendAudit(ledger, { actor, action: 'import_undone', object: sha256, detail: { seq, version } });
	});

/**
 * Builds what remains, or points to the version that holds just that, where its file is still there. The ledger is written
 * when all is ready, before the figures: a process that dies between the two is followed by one that reads in the ledger
 * that the export has left.
 */
async function without(
	folder: DataFolder,
	ledger: Ledger,
	{ sha256, earlier }: { sha256: string; earlier: TakenImport | null },
	note: (version: string | null) => Promise<void>
): Promise<string | null> {
	sweepLeftovers(folder);
	const exports = await inputsRecorded(folder, ledger, manifestIfReadable(folder));
	const standing = await standingInputs(folder, { exports, recorded: await readingsRecorded(ledger) });
	const undone = standing.find((input) => input.sha256 === sha256);
	if (undone && earlier) await takeBack(folder, undone, earlier);
	const inputs = earlier ? standing : standing.filter((input) => input !== undone);
	if (inputs.length === 0) {
		await note(null);
		remove(folder.currentPointer);
		return null;
	}
	const version = versionOf(inputs, cityZone());
	if (!isServable(folder, version, inputs)) await build(folder, inputs, [], { beforeSwap: () => note(version) });
	else {
		await note(version);
		pointTo(folder, version);
	}
	return version;
}

async function takeBack(folder: DataFolder, input: BuildInput, { result, dataCut }: TakenImport): Promise<void> {
	const { dataCutFrom, mending, answers, profile } = result;
	Object.assign(input, { dataCut, dataCutFrom, mending });
	await restage(folder, input, {
		reading: { dataCut: dataCutFrom === 'given' ? dataCut : undefined, answers, profile }
	});
	input.staged = stagedHash(folder, input.sha256);
}
