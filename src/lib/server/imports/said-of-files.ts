import { aloneAnswer, profileAnswer } from '#lib/domain/answer-values.ts';
import { readBy, type Answers, type Said } from '#lib/domain/answers.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import { rememberAnswers, rememberedAnswers } from '../ledger/answers.ts';
import type { Ledger } from '../ledger/open.ts';
import { inForce, profileNamed, profilesInForce } from '../profiles/profiles.ts';

/** Thrown where files are to be read by a profile that is not there. */
export class NoSuchProfile extends Error {
	readonly profile: string;
	constructor(profile: string) {
		super(`no profile ${profile}`);
		this.name = 'NoSuchProfile';
		this.profile = profile;
	}
}

/**
 * What files are read by now: what is said with them, what the ledger remembers of files like them, and the profiles in force.
 * Throws NoSuchProfile.
 */
export async function saidOfFiles(ledger: Ledger, answers: Answers = {}): Promise<Said> {
	const { [profileAnswer]: name, [aloneAnswer]: alone, ...own } = answers;
	if (alone !== undefined) return { answers: own };
	const named = name === undefined ? undefined : await profileNamed(ledger, name);
	if (named === null) throw new NoSuchProfile(name!);
	return {
		answers: own,
		remembered: await rememberedAnswers(ledger),
		profiles: await profilesInForce(ledger),
		...(named && { profile: inForce(named.profile) })
	};
}

/** Keeps what a file was read by for the files like it: what their profile does not say, or says otherwise. */
export async function rememberReading(
	ledger: Ledger,
	{ signature, answers }: Pick<TakenIn, 'signature' | 'answers'>,
	by: string
): Promise<void> {
	const said = { remembered: await rememberedAnswers(ledger), profiles: await profilesInForce(ledger) };
	await rememberAnswers(ledger, { signature, answers, known: readBy(signature, said).answers }, by);
}
