import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '#lib/server/data-folder.ts';
import type { Ledger } from '#lib/server/ledger/open.ts';
import { userByName } from '#lib/server/ledger/users.ts';
import { addAccount, type AccountWithPassword } from './accounts.ts';
import { drawPassword } from './passwords.ts';

const actor = 'command line';

/** `duban user add`: a password is drawn unless one is given. Throws AccountRefused with a readable message. */
export const addUser = (
	ledger: Ledger,
	user: { name: string; role: string; password?: string }
): Promise<AccountWithPassword> => addAccount(ledger, { ...user, by: actor });

const demoUsers = [
	{ name: 'daibiao', role: 'deputy' },
	{ name: 'duban', role: 'supervisor' },
	{ name: 'guanli', role: 'admin' }
] as const;

/**
 * One account for each role, for looking around. Passwords are drawn at the first run and kept in the data folder,
 * for its owner only, so that a later run can say them again. Gives the accounts whose password still holds: one
 * that was reset or disabled since is left out.
 */
export async function ensureDemoUsers(
	ledger: Ledger,
	folder: Pick<DataFolder, 'root'>
): Promise<AccountWithPassword[]> {
	const path = join(folder.root, 'demo-accounts.json');
	if (!existsSync(path)) {
		for (const { name } of demoUsers) await refuseIfThere(ledger, name);
		// Written before the accounts are made: stopped in between, the next run still knows the passwords.
		keep(
			path,
			demoUsers.map((user) => ({ ...user, password: drawPassword() }))
		);
	}
	const standing: AccountWithPassword[] = [];
	for (const account of JSON.parse(readFileSync(path, 'utf8')) as AccountWithPassword[]) {
		const user = await userByName(ledger, account.name);
		if (!user) await addUser(ledger, account);
		if (!user || (user.disabledAt === null && user.passwordChangedAt === user.createdAt)) standing.push(account);
	}
	return standing;
}

async function refuseIfThere(ledger: Ledger, name: string): Promise<void> {
	if (!(await userByName(ledger, name))) return;
	throw new Error(`an account named ${name} exists that is not a demo account: give the demo a data folder of its own`);
}

function keep(path: string, accounts: AccountWithPassword[]): void {
	writeFileSync(`${path}.tmp`, JSON.stringify(accounts, null, '\t'), { mode: 0o600 });
	renameSync(`${path}.tmp`, path);
}
