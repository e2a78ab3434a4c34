import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, createReadStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '#lib/domain/answers.ts';
import type { Citizen } from '#lib/domain/citizen.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { BuildInput } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { remove } from '../durable-files.ts';
import { archive, type Archived } from '../intake/archive.ts';
import { takeIn } from '../intake/take-in.ts';
import { stagedDifference } from '../internal/staged-difference.ts';
import { stagedPaths, stagedReceipt } from '../staged-receipt.ts';
import { type CitizenRows, citizenRows, writeWithoutCitizen } from '../internal/without-citizen.ts';
import { readingOfMended } from './mended.ts';

/** Thrown where an export, written anew, would not give the same orders: nothing was changed. */
export class NotErasable extends Error {
	readonly fileName: string;
	readonly problem: string;
	constructor(fileName: string, problem: string) {
		super(`${fileName} reads otherwise once it is written anew: ${problem}`);
		this.fileName = fileName;
		this.problem = problem;
	}
}

function receiptOf(folder: DataFolder, sha256: string): TakenIn {
	const receipt = stagedReceipt(folder, sha256);
	if (!receipt) throw new Error(`the receipt of ${sha256} is gone or damaged`);
	return receipt;
}

/** Whether an export's cells are kept, so that it can be searched and written anew. */
export const isKept = (folder: DataFolder, sha256: string) => {
	const { cells, receipt } = stagedPaths(folder, sha256);
	return existsSync(cells) && existsSync(receipt);
};

/** What of an export speaks of a citizen; null where nothing does. */
export const speakingOf = (folder: DataFolder, sha256: string, citizen: Citizen): Promise<CitizenRows | null> =>
	citizenRows(folder, sha256, receiptOf(folder, sha256).mapping, citizen);

/**
 * Writes an export anew without a citizen, archives and stages it, to stand in its place; `inPlace` says whether a hash stands
 * among the exports of its data cut where the old one stood, since of two forms of an order as of one moment the hash
 * decides. Throws NotErasable, with nothing left behind, where it does not read as the old one did.
 */
export async function takeRewritten(
	folder: DataFolder,
	input: BuildInput,
	citizen: Citizen,
	rows: CitizenRows,
	inPlace: (sha256: string) => boolean
): Promise<TakenIn> {
	const before = receiptOf(folder, input.sha256);
	// By a name that the next import sweeps, should this process die.
	const path = join(folder.scratch, `intake-${randomUUID()}.csv`);
	let headerRow: number;
	let archived: Archived;
	try {
		headerRow = await writeWithoutCitizen(folder, input.sha256, before.mapping, citizen, path);
		await untilInPlace(path, inPlace);
		archived = await archive(path, folder);
	} finally {
		rmSync(path, { force: true });
	}
	const { answers } = readingOfMended(before);
	const taken = await takeIn(archived.path, {
		folder,
		fileName: input.fileName,
		dataCut: input.dataCutFrom === 'given' ? input.dataCut : undefined,
		answers: { ...answers, kind: before.kind, 'header-row': String(headerRow) } satisfies Answers
	});
	try {
		if (taken.outcome !== 'taken')
			throw new NotErasable(input.fileName, taken.outcome === 'refused' ? taken.refusal.reason : taken.question.name);
		await requireSame(folder, before, taken, rows);
		return taken;
	} catch (error) {
		for (const left of [archived.path, ...Object.values(stagedPaths(folder, archived.sha256))]) remove(left);
		throw error;
	}
}

async function requireSame(folder: DataFolder, before: TakenIn, now: TakenIn, rows: CitizenRows): Promise<void> {
	const of = ({ rows: { accepted, setAside }, dataCut, kind }: TakenIn) => `${kind} ${dataCut} ${accepted} ${setAside}`;
	if (of(before) !== of(now)) throw new NotErasable(before.fileName, `${of(before)} ≠ ${of(now)}`);
	const differing = await stagedDifference(folder, before.sha256, now.sha256);
	// A row of theirs has lost its caller, and so differs once on either side.
	if (differing.rows > 0 || differing.withCallers > 2 * rows.own)
		throw new NotErasable(before.fileName, `${differing.rows}, ${differing.withCallers}`);
}

/** Blank lines at its end say nothing and give the file another hash. */
async function untilInPlace(path: string, inPlace: (sha256: string) => boolean): Promise<void> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	let blank = '';
	for (; !inPlace(hash.copy().digest('hex')) && blank.length < 20_000; blank += '\r\n') hash.update('\r\n');
	appendFileSync(path, blank);
}
