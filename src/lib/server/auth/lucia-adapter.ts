import type { Adapter, DatabaseSession } from 'lucia';
import type { Ledger } from '#lib/server/ledger/open.ts';
import * as sessions from '#lib/server/ledger/sessions.ts';
import type { SessionsTable } from '#lib/server/ledger/tables.ts';
import { isRole } from './roles.ts';

export type SessionAttributes = { startedAt: Date; endsAt: Date; confirmedAt: Date };

/** Lucia's seven methods over the ledger. Session ids are the hashes of tokens before they get here. */
export function luciaAdapter(ledger: Ledger): Adapter {
	return {
		async getSessionAndUser(id) {
			const found = await sessions.sessionWithUser(ledger, id);
			if (!found) return [null, null];
			const { name, role } = found;
			const user = name !== null && isRole(role) ? { id: found.user_id, attributes: { name, role } } : null;
			return [fromRow(found), user];
		},
		getUserSessions: async (userId) => (await sessions.sessionsOfUser(ledger, userId)).map(fromRow),
		setSession: (session) => sessions.insertSession(ledger, toRow(session)),
		updateSessionExpiration: (id, expiresAt) => sessions.extendSession(ledger, id, expiresAt.toISOString()),
		deleteSession: (id) => sessions.deleteSession(ledger, id),
		deleteUserSessions: (userId) => sessions.deleteSessionsOfUser(ledger, userId),
		deleteExpiredSessions: () => sessions.deleteExpiredSessions(ledger)
	};
}

const fromRow = (row: SessionsTable): DatabaseSession => ({
	id: row.id,
	userId: row.user_id,
	expiresAt: new Date(row.expires_at),
	attributes: {
		startedAt: new Date(row.started_at),
		endsAt: new Date(row.ends_at),
		confirmedAt: new Date(row.confirmed_at)
	}
});

const toRow = ({ id, userId, expiresAt, attributes }: DatabaseSession): SessionsTable => ({
	id,
	user_id: userId,
	started_at: attributes.startedAt.toISOString(),
	expires_at: expiresAt.toISOString(),
	ends_at: attributes.endsAt.toISOString(),
	confirmed_at: attributes.confirmedAt.toISOString()
});
