import { fail } from '@sveltejs/kit';
import { type Citizen, citizenFrom } from '#lib/domain/citizen.ts';
import { citizenProblemSentence, erasureSentences } from '#lib/messages/erase-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { confirmPassword, isConfirmed } from '#lib/server/auth/sign-in.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { eraseApart, ErasingRefused } from '#lib/server/imports/erase-apart.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { erasureTable } from '#lib/view/erasure-table.ts';
import { groundOf } from '../../ground.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** The form alone: whom it is about never stands in an address. */
export const load: PageServerLoad = async ({ locals }) => ({
	foot: groundOf(await servedWarehouse()) ?? {},
	asksPassword: locals.session === null || !isConfirmed(locals.session)
});

export const actions: Actions = {
	look: (event) => act(event, false),
	erase: (event) => act(event, true)
};

const lines = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.split(/\r?\n/) : []);

/** Looks for the citizen, or erases them after a fresh proof of the password; who looked is recorded, and not for whom. */
async function act(event: RequestEvent, isMeant: boolean) {
	const { user, session } = event.locals;
	if (!user || !session) return fail(401, { problem: m.users_problem_wrong_password() });
	const form = await event.request.formData();
	const given: Citizen = {
		...{ phones: lines(form.get('phones')), orders: lines(form.get('orders')), texts: lines(form.get('texts')) }
	};
	const said = { phones: given.phones.join('\n'), orders: given.orders.join('\n'), texts: given.texts.join('\n') };
	const citizen = citizenFrom(given);
	if ('problem' in citizen) return fail(400, { said, problem: citizenProblemSentence(citizen, getLocale()) });
	const folder = ensureDataFolder(dataFolder());
	const ledger = openLedger(folder);
	if (isMeant && !isConfirmed(session)) {
		const proof = {
			user,
			session,
			password: String(form.get('own_password') ?? ''),
			address: event.getClientAddress()
		};
		const { outcome } = await confirmPassword(ledger, proof);
		if (outcome === 'wait') return fail(429, { said, problem: m.users_problem_wait() });
		if (outcome === 'wrong') return fail(400, { said, problem: m.users_problem_wrong_password() });
		session.confirmedAt = new Date();
	}
	try {
		if (!isMeant) await appendAudit(ledger, { actor: user.name, action: 'citizen_looked_for', object: 'exports' });
		const erasure = await eraseApart(folder, citizen, { by: user.name, isMeant, locale: getLocale() });
		return {
			...(!isMeant && { said }),
			isDone: erasure.isDone,
			sentences: erasureSentences(erasure, getLocale()),
			table: erasureTable(erasure)
		};
	} catch (problem) {
		if (problem instanceof ErasingRefused) return fail(409, { said, problem: problem.message });
		throw problem;
	}
}
