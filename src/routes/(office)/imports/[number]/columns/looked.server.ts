import { profileAnswer } from '#lib/domain/answer-values.ts';
import { isSame, readBy, type Answers, type Said } from '#lib/domain/answers.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { lookAtExport } from '#lib/server/intake/look-at-export.ts';
import { saidOfFiles } from '#lib/server/imports/said-of-files.ts';
import { answersRemembered, type RememberedAnswer } from '#lib/server/ledger/answers.ts';
import { answersBefore } from '#lib/server/ledger/import-commands.ts';
import { latestOfExport } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { profileNamed } from '#lib/server/profiles/profiles.ts';
import type { ImportShown } from '#lib/view/imports-view.ts';

/** What an import was read by, or would be: what was said with it, of files like it, by profiles. */
async function saidOf({ seq, result }: Pick<ImportShown, 'seq' | 'result'>): Promise<Said> {
	if (result.outcome !== 'taken') {
		return saidOfFiles(openLedger(dataFolder()), await saidBefore({ seq, result }));
	}
	const { answers, profile } = result;
	return profile ? { profile: { name: profile, answers } } : { answers };
}

/** The beginning of an import's file as it was read, or, where it waits for a word, as it would be. Personal data stands in it. */
export async function lookedAt(one: ImportShown) {
	const said = await saidOf(one);
	const looked = await lookAtExport(dataFolder(), { sha256: one.sha256, said });
	const signature =
		looked.outcome === 'looked' ? looked.signature : 'signature' in one.result ? one.result.signature : '';
	return { looked, signature, by: readBy(signature, said) };
}

/** What is remembered of files like an import's beside their profile, and whether such files are read otherwise by now. */
export async function rememberedOf(
	{ result }: ImportShown,
	signature: string
): Promise<{ remembered: RememberedAnswer[]; isReadOtherwiseNow: boolean }> {
	const ledger = openLedger(dataFolder());
	const remembered = (await answersRemembered(ledger)).filter((one) => one.signature === signature);
	if (result.outcome !== 'taken') return { remembered, isReadOtherwiseNow: false };
	const now = readBy(signature, await saidOfFiles(ledger));
	return { remembered, isReadOtherwiseNow: !isSame(now.answers, result.answers) };
}

/** Whether this is the last import of its file, which alone can be read again. */
export const isLatest = async ({ seq, sha256 }: ImportShown): Promise<boolean> =>
	(await latestOfExport(openLedger(dataFolder()), sha256)) === seq;

/**
 * What was said with an import that waits, to which more is added; what was said with one that was taken is remembered already.
 * A profile that was taken away since is said no more.
 */
export async function saidBefore({ seq, result }: Pick<ImportShown, 'seq' | 'result'>): Promise<Answers> {
	if (result.outcome === 'taken') return {};
	const ledger = openLedger(dataFolder());
	const { [profileAnswer]: name, ...said } = await answersBefore(ledger, seq);
	const isThere = name !== undefined && (await profileNamed(ledger, name)) !== null;
	return isThere ? { ...said, [profileAnswer]: name } : said;
}
