import { join } from 'node:path';
import type { Answers } from '#lib/domain/answers.ts';
import type { BuildInput } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { takeIn } from '../intake/take-in.ts';
import { stagedReceipt } from '../staged-receipt.ts';

/**
 * How an export was asked to be read: the moment it shows, where that was given, and what people said of it, all that its
 * profile said then included; so what became of the profile since changes nothing.
 */
export type Reading = { dataCut?: string; answers: Answers; profile?: string | null };

/** How exports were read, by their hashes, as the ledger has it: for those whose staged files are gone. */
export type Readings = ReadonlyMap<string, Pick<Reading, 'answers' | 'profile'>>;

/**
 * Stages an export that stands in the folder again, from its archived bytes, if a newer reader would stage it otherwise, or
 * `again` in any case; as it was asked for the last time, or as `reading` says. Nothing happens where the staged rows are
 * as this reader makes them. Throws where the reader now refuses what an older one took: figures must not change without a
 * word.
 */
export async function restage(
	folder: DataFolder,
	input: BuildInput,
	{
		again = false,
		recorded,
		reading = lastReading(folder, input, recorded)
	}: { again?: boolean; recorded?: Readings; reading?: Reading } = {}
): Promise<void> {
	const { dataCut, answers, profile } = reading;
	const result = await takeIn(join(folder.exports, input.sha256), {
		...{ folder, fileName: input.fileName, again, dataCut },
		...(profile ? { profile: { name: profile, answers } } : { answers })
	});
	if (result.outcome !== 'taken') {
		const problem = result.outcome === 'refused' ? result.refusal.reason : result.question.name;
		throw new Error(`${input.fileName} (${input.sha256}) was taken before and is refused now: ${problem}`);
	}
}

function lastReading(folder: DataFolder, input: BuildInput, recorded?: Readings): Reading {
	const receipt = stagedReceipt(folder, input.sha256);
	if (!receipt) {
		const dataCut = input.dataCutFrom === 'given' ? input.dataCut : undefined;
		return { dataCut, ...(recorded?.get(input.sha256) ?? { answers: {} }) };
	}
	const { request, answers, profile } = receipt;
	return { dataCut: request.dataCut, profile, answers };
}
