import { fail } from '@sveltejs/kit';
import { formatDate } from '#lib/domain/format.ts';
import { AccountRefused, addAccount, disableAccount, enableAccount, resetPassword } from '#lib/server/auth/accounts.ts';
import { confirmPassword, isConfirmed } from '#lib/server/auth/sign-in.ts';
import { roles } from '#lib/server/auth/roles.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { accountsHeading } from '#lib/view/accounts-view.ts';
import { filesBeside } from '#lib/view/table-files.ts';
import { accountsShown } from './listed.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const accounts = await accountsShown();
	const csvHref = '/users/accounts.csv';
	return {
		headings: Object.fromEntries(['name', 'role', 'added', 'state'].map((key) => [key, accountsHeading(key)])),
		users: accounts.map(({ name, role, added, disabledOn }) => ({
			name,
			role: accountsHeading(role),
			added: formatDate(added, locals.locale),
			disabled: disabledOn && formatDate(disabledOn, locals.locale),
			isSelf: name === locals.user?.name
		})),
		files: { csvHref, otherFiles: filesBeside(csvHref) },
		roles: roles.map((role) => ({ role, name: accountsHeading(role) })),
		/** A sign-in of the last minutes is enough; later the password is asked for once more. */
		asksPassword: locals.session === null || !isConfirmed(locals.session)
	};
};

export const actions: Actions = {
	add: (event) =>
		change(event, async (ledger, field, by) => ({
			drawn: await addAccount(ledger, { name: field('name'), role: field('role'), by })
		})),
	reset: (event) =>
		change(event, async (ledger, field, by) => ({ drawn: await resetPassword(ledger, field('name'), by) })),
	disable: (event) =>
		change(event, async (ledger, field, by) => {
			await disableAccount(ledger, field('name'), by);
			return { disabled: field('name') };
		}),
	enable: (event) =>
		change(event, async (ledger, field, by) => {
			await enableAccount(ledger, field('name'), by);
			return { enabled: field('name') };
		})
};

type Field = (name: string) => string;

/** What every action here shares: a fresh proof of the password, and a sentence for each way it can be refused. */
async function change<T>(event: RequestEvent, act: (ledger: Ledger, field: Field, by: string) => Promise<T>) {
	const { user, session } = event.locals;
	if (!user || !session) return fail(401, { problem: 'wrong_password' as const });
	const form = await event.request.formData();
	const field: Field = (name) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	const ledger = openLedger(dataFolder());
	if (!isConfirmed(session)) {
		const proof = { user, session, password: field('own_password'), address: event.getClientAddress() };
		const { outcome } = await confirmPassword(ledger, proof);
		if (outcome === 'wait') return fail(429, { problem: 'wait' as const });
		if (outcome === 'wrong') return fail(400, { problem: 'wrong_password' as const });
		session.confirmedAt = new Date();
	}
	try {
		return await act(ledger, field, user.name);
	} catch (error) {
		if (error instanceof AccountRefused) return fail(400, { problem: error.problem });
		throw error;
	}
}
