import { fail } from '@sveltejs/kit';
import { AccountRefused, addAccount, disableAccount, enableAccount, resetPassword } from '#lib/server/auth/accounts.ts';
import { confirmPassword, isConfirmed } from '#lib/server/auth/sign-in.ts';
import { roles, type Role } from '#lib/server/auth/roles.ts';
import { cityZone, dataFolder } from '#lib/server/data-folder.ts';
import { openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { usersListed } from '#lib/server/ledger/users.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const day = new Intl.DateTimeFormat(locals.locale, { dateStyle: 'medium', timeZone: cityZone() });
	const users = await usersListed(openLedger(dataFolder()));
	return {
		users: users.map(({ name, role, createdAt, disabledAt }) => ({
			name,
			role: role as Role,
			added: day.format(new Date(createdAt)),
			disabled: disabledAt && day.format(new Date(disabledAt)),
			isSelf: name === locals.user?.name
		})),
		roles,
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
