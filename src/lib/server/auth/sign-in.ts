import { appendAudit } from '#lib/server/ledger/audit.ts';
import { markLoginSucceeded } from '#lib/server/ledger/login-attempts.ts';
import { together, type Ledger } from '#lib/server/ledger/open.ts';
import { confirmSession } from '#lib/server/ledger/sessions.ts';
import { passwordHashFor, userByName } from '#lib/server/ledger/users.ts';
import { QueueFull } from './hashing-queue.ts';
import { admitAttempt } from './login-limits.ts';
import { verifyPassword } from './passwords.ts';
import { startSession, type CurrentSession, type SignedInUser } from './sessions.ts';

export type Credentials = { name: string; password: string; address: string };

/** `wrong` never says which of name and password it was, nor whether the account is disabled. */
export type Failure = { outcome: 'wrong' } | { outcome: 'wait'; waitSeconds: number };

/** Checks name and password under the limits; on success a new session begins. */
export async function signIn(
	ledger: Ledger,
	credentials: Credentials
): Promise<{ outcome: 'signed_in'; token: string } | Failure> {
	const proof = await provePassword(ledger, credentials, 'sign_in');
	if (proof.outcome !== 'proved') return proof;
	return { outcome: 'signed_in', token: await startSession(ledger, proof.userId) };
}

/** How long a proof of the password stands for what asks for a fresh one: changing users, publishing. */
const confirmedFor = 10 * 60_000;

export const isConfirmed = (session: CurrentSession) => Date.now() - session.confirmedAt.getTime() < confirmedFor;

/** Asks the signed-in user for the password once more; the same limits count. */
export async function confirmPassword(
	ledger: Ledger,
	{ user, session, password, address }: Omit<Credentials, 'name'> & { user: SignedInUser; session: CurrentSession }
): Promise<{ outcome: 'confirmed' } | Failure> {
	const proof = await provePassword(ledger, { name: user.name, password, address }, 'password_confirmed');
	if (proof.outcome !== 'proved') return proof;
	await confirmSession(ledger, session.id);
	return { outcome: 'confirmed' };
}

async function provePassword(
	ledger: Ledger,
	{ name, password, address }: Credentials,
	action: string
): Promise<{ outcome: 'proved'; userId: string } | Failure> {
	const admission = await admitAttempt(ledger, name, address);
	if (!admission.admitted) return { outcome: 'wait', waitSeconds: admission.waitSeconds };
	const account = await passwordHashFor(ledger, name);
	const right = await verifyPassword(account?.hash ?? null, password).catch((error: unknown) => {
		if (error instanceof QueueFull) return null;
		throw error;
	});
	if (right === null) return { outcome: 'wait', waitSeconds: 5 };
	// What was typed as a name is kept only where it is one.
	const known = await userByName(ledger, name);
	await together(ledger, async (ledger) => {
		if (right) await markLoginSucceeded(ledger, admission.attempt);
		await appendAudit(ledger, {
			actor: right && known ? known.name : 'anonymous',
			action: right ? action : `${action}_failed`,
			object: known?.name ?? 'unknown account',
			detail: { address }
		});
	});
	return right && account ? { outcome: 'proved', userId: account.id } : { outcome: 'wrong' };
}
