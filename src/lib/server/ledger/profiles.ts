import type { Profile } from '#lib/domain/profiles/profile.ts';
import type { Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

/** The last word on a name; `profile` is null where it was taken away. Times are UTC. */
export type ProfileEntry = { name: string; profile: Profile | null; enteredAt: string; enteredBy: string };

/** The last entry of each name, the one entered last at the end. */
export async function profileEntries(ledger: Ledger): Promise<ProfileEntry[]> {
	const rows = await ledger
		.selectFrom('profiles')
		.select(['name', 'profile', 'entered_at as enteredAt', 'entered_by as enteredBy'])
		.where('seq', 'in', (last) =>
			last
				.selectFrom('profiles')
				.select((of) => of.fn.max('seq').as('seq'))
				.groupBy('name')
		)
		.orderBy('seq')
		.execute();
	// It was checked when it was entered; a field that a later Duban has no more is then read from no column.
	return rows.map(({ profile, ...entry }) => ({
		...entry,
		profile: profile === null ? null : (JSON.parse(profile) as Profile)
	}));
}

/** Enters a profile, or, with null, that the one of this name holds no longer. */
export async function enterProfile(
	ledger: Ledger,
	{ name, profile }: Pick<ProfileEntry, 'name' | 'profile'>,
	enteredBy: string
): Promise<void> {
	await ledger
		.insertInto('profiles')
		.values({ name, profile: profile && JSON.stringify(profile), entered_at: utcNow(), entered_by: enteredBy })
		.execute();
}
