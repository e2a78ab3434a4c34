import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '#lib/domain/answers.ts';
import type { BuildInput } from '../build/manifest.ts';
import type { DataFolder } from '../data-folder.ts';
import { stagedPaths } from '../intake/staged-files.ts';
import { takeIn } from '../intake/take-in.ts';

type Receipt = { request: { dataCut?: string; dateOrder?: string }; answers?: Answers };

/**
 * Stages an export that stands in the folder again, from its archived bytes, if a newer reader would stage it
 * otherwise; as it was asked for the first time. Nothing happens where the staged rows are as this reader makes them.
 * Throws where the reader now refuses what an older one took: figures must not change without a word.
 */
export async function restage(folder: DataFolder, input: BuildInput): Promise<void> {
	const { receipt } = stagedPaths(folder, input.sha256);
	const before: Receipt = existsSync(receipt)
		? (JSON.parse(readFileSync(receipt, 'utf8')) as Receipt)
		: { request: { dataCut: input.dataCutFrom === 'given' ? input.dataCut : undefined } };
	// An older reader kept the one thing that could be said of a file beside its data cut.
	const { dataCut, dateOrder } = before.request;
	const result = await takeIn(join(folder.exports, input.sha256), {
		folder,
		fileName: input.fileName,
		dataCut,
		answers: before.answers ?? (dateOrder ? { 'date-order': dateOrder } : {})
	});
	if (result.outcome !== 'taken') {
		const problem = result.outcome === 'refused' ? result.refusal.reason : result.question.name;
		throw new Error(`${input.fileName} (${input.sha256}) was taken before and is refused now: ${problem}`);
	}
}
