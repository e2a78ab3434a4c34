import { addAccount } from '#lib/server/auth/accounts.ts';
import { startSession, validateSessionToken } from '#lib/server/auth/sessions.ts';
import { openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { userByName, usersListed } from '#lib/server/ledger/users.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { actions, load } from '../../src/routes/(office)/users/+page.server.ts';
import { freshFolder } from '../ledger/fresh-ledger.ts';

const password = 'rain on the roof, again';
let ledger: Ledger;
let token: string;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-21T20:00:00Z') });
	const folder = freshFolder();
	vi.stubEnv('DUBAN_DATA', folder.root);
	ledger = openLedger(folder);
	await addAccount(ledger, { name: 'guanli', role: 'admin', password, by: 'test' });
	token = await startSession(ledger, (await userByName(ledger, 'guanli'))!.id);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllEnvs();
});

async function act(action: keyof typeof actions, fields: Record<string, string>) {
	const locals = { ...(await validateSessionToken(ledger, token)), locale: 'zh-CN' };
	const request = new Request('http://localhost/users', { method: 'POST', body: new URLSearchParams(fields) });
	const event = { locals, request, getClientAddress: () => '192.0.2.7' };
	const answer = (await actions[action]?.(event as never)) as unknown as Record<string, unknown>;
	return { answer, page: (await load({ locals } as never)) as { asksPassword: boolean; users: unknown[] } };
}

test('an account is added, its password shown once, its day the city’s', async () => {
	const { answer, page } = await act('add', { name: '张三', role: 'deputy' });
	expect(answer).toEqual({ drawn: { name: '张三', role: 'deputy', password: expect.any(String) } });
	expect(page.users).toContainEqual({
		name: '张三',
		role: '人大代表',
		added: '2026年11月22日',
		disabled: null,
		isSelf: false
	});
	expect(JSON.stringify(page)).not.toContain((answer.drawn as { password: string }).password);
});

test('ten minutes after the sign-in the password is asked for before anything changes', async () => {
	vi.setSystemTime(Date.now() + 10 * 60_000);
	const without = await act('add', { name: 'li', role: 'deputy' });
	expect(without.page.asksPassword).toBe(true);
	expect(without.answer).toMatchObject({ status: 400, data: { problem: 'wrong_password' } });
	const wrong = await act('add', { name: 'li', role: 'deputy', own_password: 'rain on the wrong roof' });
	expect(wrong.answer).toMatchObject({ status: 400, data: { problem: 'wrong_password' } });
	expect(await usersListed(ledger)).toHaveLength(1);
	const right = await act('add', { name: 'li', role: 'deputy', own_password: password });
	expect(right.answer).toMatchObject({ drawn: { name: 'li' } });
	expect(right.page.asksPassword).toBe(false);
	expect((await act('disable', { name: 'li' })).answer).toEqual({ disabled: 'li' });
	expect((await act('enable', { name: 'li' })).answer).toEqual({ enabled: 'li' });
});

test('what is refused says why and changes nothing', async () => {
	const problem = async (action: keyof typeof actions, fields: Record<string, string>) =>
		(await act(action, fields)).answer;
	const refused = (problem: string) => expect.objectContaining({ status: 400, data: { problem } });
	expect(await problem('add', { name: 'guanli', role: 'admin' })).toEqual(refused('name_taken'));
	expect(await problem('add', { name: 'x', role: 'root' })).toEqual(refused('unknown_role'));
	expect(await problem('add', {})).toEqual(refused('name_not_usable'));
	expect(await problem('disable', { name: 'guanli' })).toEqual(refused('own_account'));
	expect(await problem('reset', { name: 'nobody' })).toEqual(refused('unknown_user'));
	expect(await usersListed(ledger)).toHaveLength(1);
});
