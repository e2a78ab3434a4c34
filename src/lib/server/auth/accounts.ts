import { appendAudit } from '#lib/server/ledger/audit.ts';
import { forgetLoginAttempts } from '#lib/server/ledger/login-attempts.ts';
import { together, type Ledger } from '#lib/server/ledger/open.ts';
import {
	insertUser,
	replacePasswordHash,
	setUserDisabled,
	userByName,
	usersListed,
	type UserRecord
} from '#lib/server/ledger/users.ts';
import { accountKey } from './login-limits.ts';
import { drawPassword, hashPassword, passwordProblem, type PasswordProblem } from './passwords.ts';
import { isRole, type Role } from './roles.ts';
import { endSessionsOfUser } from './sessions.ts';

/** A password in clear: shown once, kept nowhere. */
export type AccountWithPassword = { name: string; role: Role; password: string };

export type AccountProblem =
	PasswordProblem | 'name_not_usable' | 'name_taken' | 'unknown_role' | 'unknown_user' | 'own_account' | 'last_admin';

/** Why nothing was done; a page makes its sentence from the problem, the command line prints the message. */
export class AccountRefused extends Error {
	override readonly name = 'AccountRefused';
	readonly problem: AccountProblem;
	constructor(problem: AccountProblem, value: string) {
		super(`${problem.replaceAll('_', ' ')}: ${value}`);
		this.problem = problem;
	}
}

/** Adds an account; a password is drawn unless one is given. `by` is the audit's actor. */
export async function addAccount(
	ledger: Ledger,
	account: { name: string; role: string; password?: string; by: string }
): Promise<AccountWithPassword> {
	const { role, by } = account;
	const name = account.name.normalize('NFKC').trim();
	if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._@-]{0,63}$/u.test(name)) throw new AccountRefused('name_not_usable', name);
	if (!isRole(role)) throw new AccountRefused('unknown_role', role);
	const problem = account.password === undefined ? null : passwordProblem(account.password, name);
	if (problem) throw new AccountRefused(problem, name);
	const password = account.password ?? drawPassword();
	const passwordHash = await hashPassword(password);
	await together(ledger, async (ledger) => {
		if (await userByName(ledger, name)) throw new AccountRefused('name_taken', name);
		await insertUser(ledger, { name, role, passwordHash });
		await appendAudit(ledger, { actor: by, action: 'user_added', object: name, detail: { role } });
	});
	return { name, role, password };
}

/** Draws a new password. The old one ends at once, with every session it began. */
export async function resetPassword(ledger: Ledger, name: string, by: string): Promise<AccountWithPassword> {
	const password = drawPassword();
	const passwordHash = await hashPassword(password);
	const user = await change(ledger, name, by, 'password_reset', async (ledger, user) => {
		await replacePasswordHash(ledger, user.id, passwordHash);
		await forgetLoginAttempts(ledger, accountKey(user.name));
		await endSessionsOfUser(ledger, user.id);
	});
	return { name: user.name, role: user.role as Role, password };
}

/** Shuts an account and ends its sessions. Not one's own, and not the last administrator's. */
export async function disableAccount(ledger: Ledger, name: string, by: string): Promise<void> {
	await change(ledger, name, by, 'user_disabled', async (ledger, user) => {
		if (user.name === by) throw new AccountRefused('own_account', name);
		const active = (await usersListed(ledger)).filter((other) => other.role === 'admin' && !other.disabledAt);
		if (active.length === 1 && active[0]?.id === user.id) throw new AccountRefused('last_admin', name);
		await setUserDisabled(ledger, user.id, true);
		await endSessionsOfUser(ledger, user.id);
	});
}

export async function enableAccount(ledger: Ledger, name: string, by: string): Promise<void> {
	await change(ledger, name, by, 'user_enabled', (ledger, user) => setUserDisabled(ledger, user.id, false));
}

/** Does something to an account and writes it into the audit, both or neither. */
function change(
	ledger: Ledger,
	name: string,
	by: string,
	action: string,
	act: (ledger: Ledger, user: UserRecord) => Promise<void>
): Promise<UserRecord> {
	return together(ledger, async (ledger) => {
		const user = await userByName(ledger, name);
		if (!user) throw new AccountRefused('unknown_user', name);
		await act(ledger, user);
		await appendAudit(ledger, { actor: by, action, object: user.name });
		return user;
	});
}
