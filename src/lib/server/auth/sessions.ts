import { createHash } from 'node:crypto';
import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import type { Ledger } from '#lib/server/ledger/open.ts';
import { luciaAdapter, type SessionAttributes } from './lucia-adapter.ts';
import type { Role } from './roles.ts';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaOver>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: UserAttributes;
	}
}
type UserAttributes = { name: string; role: Role };

export const idleLimit = new TimeSpan(30, 'm');
export const absoluteLimit = new TimeSpan(8, 'h');
/** How stale the idle clock may be: one write a minute instead of one a request. */
const touchedEvery = new TimeSpan(1, 'm');

export type SignedInUser = { id: string; name: string; role: Role };
export type CurrentSession = { id: string; startedAt: Date; confirmedAt: Date };
export type Validated = { user: SignedInUser; session: CurrentSession } | { user: null; session: null };

/** Begins a session. The token goes into the cookie and nowhere else. */
export async function startSession(ledger: Ledger, userId: string): Promise<string> {
	const lucia = luciaOver(ledger);
	await lucia.deleteExpiredSessions();
	const token = generateIdFromEntropySize(20);
	const now = new Date();
	const endsAt = new Date(now.getTime() + absoluteLimit.milliseconds());
	await lucia.createSession(userId, { startedAt: now, endsAt, confirmedAt: now }, { sessionId: sessionIdOf(token) });
	return token;
}

/** Who holds this token now. Using it moves the idle limit, never the absolute one. */
export async function validateSessionToken(ledger: Ledger, token: string): Promise<Validated> {
	const { session, user } = await luciaOver(ledger).validateSession(sessionIdOf(token));
	if (!session) return { user: null, session: null };
	const idleEnd = new Date(Date.now() + idleLimit.milliseconds());
	// Lucia moves the end only in the second half of the span: an idle limit that is 15 to 30 minutes long.
	if (idleEnd.getTime() - session.expiresAt.getTime() > touchedEvery.milliseconds()) {
		// Where nothing can be written the session ends as it would have: readers are not turned away before.
		await luciaAdapter(ledger).updateSessionExpiration(session.id, idleEnd).catch(unlessOfDisk);
	}
	return {
		user: { id: user.id, name: user.name, role: user.role },
		session: { id: session.id, startedAt: session.startedAt, confirmedAt: session.confirmedAt }
	};
}

function unlessOfDisk(error: unknown): void {
	if (storageFaultOf(error) === null) throw error;
}

export const endSession = (ledger: Ledger, token: string) => luciaOver(ledger).invalidateSession(sessionIdOf(token));

/** After a password was replaced or an account disabled. */
export const endSessionsOfUser = (ledger: Ledger, userId: string) => luciaOver(ledger).invalidateUserSessions(userId);

/** The ledger holds only this: whoever reads the file cannot take over a session. */
const sessionIdOf = (token: string) => createHash('sha256').update(token).digest('hex');

function luciaOver(ledger: Ledger) {
	return new Lucia(luciaAdapter(ledger), {
		sessionExpiresIn: idleLimit,
		getSessionAttributes: (kept): SessionAttributes => kept,
		getUserAttributes: ({ name, role }): UserAttributes => ({ name, role })
	});
}
