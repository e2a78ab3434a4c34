import type { Ledger } from './open.ts';

/**
 * Attempts to sign in, kept for a day to hold the limits of auth/login-limits.ts. What happened is kept longer,
 * in the audit.
 */
export async function insertLoginAttempt(
	ledger: Ledger,
	attempt: { account: string; address: string; at: string }
): Promise<number> {
	const { id } = await ledger
		.insertInto('login_attempts')
		.values({ ...attempt, succeeded: 0 })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** An attempt counts as failed until this is called. */
export async function markLoginSucceeded(ledger: Ledger, id: number): Promise<void> {
	await ledger.updateTable('login_attempts').set({ succeeded: 1 }).where('id', '=', id).execute();
}

/** Times of the failures of one account after its last success, oldest first. */
export async function failuresOfAccount(ledger: Ledger, account: string, since: string): Promise<string[]> {
	const rows = await ledger
		.selectFrom('login_attempts')
		.select(['at', 'succeeded'])
		.where('account', '=', account)
		.where('at', '>', since)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows.slice(rows.findLastIndex((row) => row.succeeded === 1) + 1).map((row) => row.at);
}

/** Times of every attempt from one address, oldest first; a success does not wipe them out. */
export async function attemptsFromAddress(ledger: Ledger, address: string, since: string): Promise<string[]> {
	const rows = await ledger
		.selectFrom('login_attempts')
		.select('at')
		.where('address', '=', address)
		.where('at', '>', since)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return rows.map((row) => row.at);
}

/** After a password was set anew, old failures no longer hold its owner up. */
export async function forgetLoginAttempts(ledger: Ledger, account: string): Promise<void> {
	await ledger.deleteFrom('login_attempts').where('account', '=', account).execute();
}

export async function deleteLoginAttemptsBefore(ledger: Ledger, before: string): Promise<void> {
	await ledger.deleteFrom('login_attempts').where('at', '<', before).execute();
}
