import { luciaAdapter } from '#lib/server/auth/lucia-adapter.ts';
import type { Ledger } from '#lib/server/ledger/open.ts';
import { insertUser, setUserDisabled } from '#lib/server/ledger/users.ts';
import { beforeEach, expect, test } from 'vitest';
import { freshLedger } from '../ledger/fresh-ledger.ts';

const hour = 3_600_000;
const at = (offset: number) => new Date(Date.now() + offset);

let ledger: Ledger;
let userId: string;

beforeEach(async () => {
	ledger = freshLedger();
	userId = (await insertUser(ledger, { name: '李', role: 'deputy', passwordHash: 'x' })).id;
});

const session = (id: string, expiresAt: Date, endsAt = at(8 * hour)) => ({
	id,
	userId,
	expiresAt,
	attributes: { startedAt: at(0), endsAt, confirmedAt: at(0) }
});

test('a session comes back as it was set, with its user', async () => {
	const adapter = luciaAdapter(ledger);
	const set = session('s1', at(hour));
	await adapter.setSession(set);
	expect(await adapter.getSessionAndUser('s1')).toEqual([
		set,
		{ id: userId, attributes: { name: '李', role: 'deputy' } }
	]);
	expect(await adapter.getSessionAndUser('s2')).toEqual([null, null]);
});

test('all sessions of a user are listed, and ended together', async () => {
	const adapter = luciaAdapter(ledger);
	await adapter.setSession(session('s1', at(hour)));
	await adapter.setSession(session('s2', at(hour)));
	expect((await adapter.getUserSessions(userId)).map(({ id }) => id)).toEqual(['s1', 's2']);
	await adapter.deleteUserSessions(userId);
	expect(await adapter.getUserSessions(userId)).toEqual([]);
});

test('one session is ended, the other stays', async () => {
	const adapter = luciaAdapter(ledger);
	await adapter.setSession(session('s1', at(hour)));
	await adapter.setSession(session('s2', at(hour)));
	await adapter.deleteSession('s1');
	expect((await adapter.getUserSessions(userId)).map(({ id }) => id)).toEqual(['s2']);
});

test('the end moves, but not past the absolute end', async () => {
	const adapter = luciaAdapter(ledger);
	const endsAt = at(2 * hour);
	await adapter.setSession(session('s1', at(hour / 2), endsAt));
	const later = at(hour);
	await adapter.updateSessionExpiration('s1', later);
	expect((await adapter.getSessionAndUser('s1'))[0]?.expiresAt).toEqual(later);
	await adapter.updateSessionExpiration('s1', at(9 * hour));
	expect((await adapter.getSessionAndUser('s1'))[0]?.expiresAt).toEqual(endsAt);
});

test('only expired sessions are swept', async () => {
	const adapter = luciaAdapter(ledger);
	await adapter.setSession(session('old', at(-1000)));
	await adapter.setSession(session('new', at(hour)));
	await adapter.deleteExpiredSessions();
	expect((await adapter.getUserSessions(userId)).map(({ id }) => id)).toEqual(['new']);
});

test('a disabled user, or one whose role is unknown, is no user', async () => {
	const adapter = luciaAdapter(ledger);
	await adapter.setSession(session('s1', at(hour)));
	await ledger.updateTable('users').set({ role: 'emperor' }).execute();
	expect((await adapter.getSessionAndUser('s1'))[1]).toBeNull();
	await ledger.updateTable('users').set({ role: 'admin' }).execute();
	await setUserDisabled(ledger, userId, true);
	expect((await adapter.getSessionAndUser('s1'))[1]).toBeNull();
});
