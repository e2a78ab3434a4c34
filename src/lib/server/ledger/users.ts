import { randomUUID } from 'node:crypto';
import type { Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

export type UserRecord = {
	id: string;
	name: string;
	/** One of the roles in auth/roles.ts; the ledger only keeps it. */
	role: string;
	createdAt: string;
	passwordChangedAt: string;
	disabledAt: string | null;
};

/** The name as it is compared: width, case and blanks around it do not make another account. */
export const nameKey = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/** Adds an account. The caller has checked that the name is free; two at once end in an error of the unique key. */
export async function insertUser(
	ledger: Ledger,
	user: { name: string; role: string; passwordHash: string }
): Promise<UserRecord> {
	const now = utcNow();
	const id = randomUUID();
	await ledger
		.insertInto('users')
		.values({
			id,
			name: user.name.normalize('NFKC').trim(),
			name_key: nameKey(user.name),
			role: user.role,
			password_hash: user.passwordHash,
			created_at: now,
			password_changed_at: now,
			disabled_at: null
		})
		.execute();
	return select(ledger).where('id', '=', id).executeTakeFirstOrThrow();
}

export async function userByName(ledger: Ledger, name: string): Promise<UserRecord | null> {
	return (await select(ledger).where('name_key', '=', nameKey(name)).executeTakeFirst()) ?? null;
}

export async function userById(ledger: Ledger, id: string): Promise<UserRecord | null> {
	return (await select(ledger).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Every account, disabled ones included, in the order they were added. */
export function usersListed(ledger: Ledger): Promise<UserRecord[]> {
	return select(ledger).orderBy('created_at').orderBy('name_key').execute();
}

/** The hash a password is checked against; null where there is no such account or it is disabled. */
export async function passwordHashFor(ledger: Ledger, name: string): Promise<{ id: string; hash: string } | null> {
	const found = await ledger
		.selectFrom('users')
		.select(['id', 'password_hash as hash'])
		.where('name_key', '=', nameKey(name))
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
	return found ?? null;
}

export async function replacePasswordHash(ledger: Ledger, id: string, hash: string): Promise<void> {
	await ledger
		.updateTable('users')
		.set({ password_hash: hash, password_changed_at: utcNow() })
		.where('id', '=', id)
		.execute();
}

/** An account is never deleted: the audit names it. */
export async function setUserDisabled(ledger: Ledger, id: string, disabled: boolean): Promise<void> {
	await ledger
		.updateTable('users')
		.set({ disabled_at: disabled ? utcNow() : null })
		.where('id', '=', id)
		.execute();
}

const select = (ledger: Ledger) =>
	ledger
		.selectFrom('users')
		.select([
			'id',
			'name',
			'role',
			'created_at as createdAt',
			'password_changed_at as passwordChangedAt',
			'disabled_at as disabledAt'
		]);
