import type { Ledger } from './open.ts';
import type { SessionsTable } from './tables.ts';
import { utcNow } from './utc-now.ts';

/** One session with its owner; the owner's fields are null where the account is gone or disabled. */
export type SessionWithUser = SessionsTable & { name: string | null; role: string | null };

export async function insertSession(ledger: Ledger, session: SessionsTable): Promise<void> {
	await ledger.insertInto('sessions').values(session).execute();
}

export async function sessionWithUser(ledger: Ledger, id: string): Promise<SessionWithUser | null> {
	const found = await ledger
		.selectFrom('sessions')
		.leftJoin('users', (on) => on.onRef('users.id', '=', 'sessions.user_id').on('users.disabled_at', 'is', null))
		.selectAll('sessions')
		.select(['users.name', 'users.role'])
		.where('sessions.id', '=', id)
		.executeTakeFirst();
	return found ?? null;
}

export function sessionsOfUser(ledger: Ledger, userId: string): Promise<SessionsTable[]> {
	return ledger.selectFrom('sessions').selectAll().where('user_id', '=', userId).orderBy('started_at').execute();
}

/** Moves a session's end, at most to its absolute end. */
export async function extendSession(ledger: Ledger, id: string, expiresAt: string): Promise<void> {
	await ledger
		.updateTable('sessions')
		.set((row) => ({ expires_at: row.fn<string>('min', [row.val(expiresAt), 'ends_at']) }))
		.where('id', '=', id)
		.execute();
}

/** Notes that the session's owner proved the password just now. */
export async function confirmSession(ledger: Ledger, id: string): Promise<void> {
	await ledger.updateTable('sessions').set({ confirmed_at: utcNow() }).where('id', '=', id).execute();
}

export async function deleteSession(ledger: Ledger, id: string): Promise<void> {
	await ledger.deleteFrom('sessions').where('id', '=', id).execute();
}

export async function deleteSessionsOfUser(ledger: Ledger, userId: string): Promise<void> {
	await ledger.deleteFrom('sessions').where('user_id', '=', userId).execute();
}

export async function deleteExpiredSessions(ledger: Ledger): Promise<void> {
	await ledger.deleteFrom('sessions').where('expires_at', '<=', utcNow()).execute();
}
