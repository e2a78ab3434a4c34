import { rmSync } from 'node:fs';
import { build } from '../build/build.ts';
import { versionOf, type BuildInput } from '../build/manifest.ts';
import { pointTo } from '../build/swap.ts';
import { cityZone, currentVersion, type DataFolder } from '../data-folder.ts';
import { appendAudit } from '../ledger/audit.ts';
import { importBySeq, markUndone, standingImport, type TakenImport } from '../ledger/imports.ts';
import { together, type Ledger } from '../ledger/open.ts';
import { whileImporting } from './lock.ts';
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
	const version =
		other !== null && other.seq > seq
			? currentVersion(folder)
			: await whileImporting(folder, () => without(folder, record.sha256, other));
	await together(ledger, async (ledger) => {
		await markUndone(ledger, seq, actor);
		await appendAudit(ledger, { actor, action: 'import_undone', object: record.sha256, detail: { seq, version } });
	});
	return { seq, fileName: record.fileName, version };
}

/** Builds what remains, or points to the version that holds just that, where its file is still there. */
async function without(folder: DataFolder, sha256: string, earlier: TakenImport | null): Promise<string | null> {
	sweepLeftovers(folder);
	const standing = await standingInputs(folder);
	const undone = standing.find((input) => input.sha256 === sha256);
	// A process that died between the figures and the ledger left only the ledger to write.
	if (!undone) return currentVersion(folder);
	if (earlier) await takeBack(folder, undone, earlier);
	const inputs = earlier ? standing : standing.filter((input) => input !== undone);
	if (inputs.length === 0) {
		rmSync(folder.currentPointer, { force: true });
		return null;
	}
	const version = versionOf(inputs, cityZone());
	if (isServable(folder, version, inputs)) pointTo(folder, version);
	else await build(folder, inputs, []);
	return currentVersion(folder);
}

async function takeBack(folder: DataFolder, input: BuildInput, { result, dataCut }: TakenImport): Promise<void> {
	const { dataCutFrom, answers } = result;
	Object.assign(input, { dataCut, dataCutFrom });
	await restage(folder, input, { reading: { dataCut: dataCutFrom === 'given' ? dataCut : undefined, answers } });
	input.staged = stagedHash(folder, input.sha256);
}
