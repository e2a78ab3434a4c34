import type { ProfileInForce } from '#lib/domain/answers.ts';
import { answersOf, type Profile } from '#lib/domain/profiles/profile.ts';
import { signatureOf } from '../intake/map/signature.ts';
import { forgetAnswers } from '../ledger/answers.ts';
import { appendAudit } from '../ledger/audit.ts';
import { together, type Ledger } from '../ledger/open.ts';
import { enterProfile, profileEntries } from '../ledger/profiles.ts';
import { shippedProfiles } from './shipped.ts';

/** A profile that can be used; who entered it and when (UTC), null for one that comes along. */
export type ListedProfile = { profile: Profile; signatures: string[]; entered: { at: string; by: string } | null };

/** Names the files a profile is for: one signature for each way their headers are written. */
export const signaturesOf = ({ headers }: Profile): string[] => [...new Set(headers.map(signatureOf))];

/** Every profile there is: those that come along and were neither changed nor taken away, then people's own as they were entered. */
export async function profilesListed(ledger: Ledger): Promise<ListedProfile[]> {
	const entries = await profileEntries(ledger);
	const said = new Set(entries.map(({ name }) => name));
	const listed = (profile: Profile, entered: ListedProfile['entered']) => ({
		...{ profile, signatures: signaturesOf(profile), entered }
	});
	return [
		...shippedProfiles().flatMap((profile) => (said.has(profile.name) ? [] : [listed(profile, null)])),
		...entries.flatMap(({ profile, enteredAt, enteredBy }) =>
			profile ? [listed(profile, { at: enteredAt, by: enteredBy })] : []
		)
	];
}

/** One profile by its name; null where there is none. */
export const profileNamed = async (ledger: Ledger, name: string): Promise<ListedProfile | null> =>
	(await profilesListed(ledger)).find(({ profile }) => profile.name === name) ?? null;

/** What is said of a file that is to be read by this profile. */
export const inForce = (profile: Profile): ProfileInForce => ({ name: profile.name, answers: answersOf(profile) });

/** The profile that holds for the files of each signature: of several the one entered last. */
export async function profilesInForce(ledger: Ledger): Promise<Record<string, ProfileInForce>> {
	const all: Record<string, ProfileInForce> = {};
	for (const { profile, signatures } of await profilesListed(ledger))
		for (const signature of signatures) all[signature] = inForce(profile);
	return all;
}

/**
 * Enters a profile, in place of one of the same name. What was said before of files it is for is in it, or is taken back by it:
 * it is forgotten, so that the profile says all. Exports that stand are not read again.
 */
export function keepProfile(ledger: Ledger, profile: Profile, by: string): Promise<{ replaced: boolean }> {
	return together(ledger, async (ledger) => {
		const replaced = (await profileNamed(ledger, profile.name)) !== null;
		await enterProfile(ledger, { name: profile.name, profile }, by);
		for (const signature of signaturesOf(profile)) await forgetAnswers(ledger, { signature }, by);
		const detail = { replaced, profile: JSON.stringify(profile) };
		await appendAudit(ledger, { actor: by, action: 'profile_kept', object: profile.name, detail });
		return { replaced };
	});
}

/** Takes a profile away, also one that comes along; false where there is none of that name. */
export function removeProfile(ledger: Ledger, name: string, by: string): Promise<boolean> {
	return together(ledger, async (ledger) => {
		if ((await profileNamed(ledger, name)) === null) return false;
		await enterProfile(ledger, { name, profile: null }, by);
		await appendAudit(ledger, { actor: by, action: 'profile_removed', object: name });
		return true;
	});
}

/** Takes back what people said of files of a signature, one answer or all; false where nothing was said. */
export function takeBackAnswers(
	ledger: Ledger,
	said: { signature: string; name?: string },
	by: string
): Promise<boolean> {
	return together(ledger, async (ledger) => {
		const answers = await forgetAnswers(ledger, said, by);
		if (answers.length === 0) return false;
		await appendAudit(ledger, { actor: by, action: 'answers_forgotten', object: said.signature, detail: { answers } });
		return true;
	});
}
