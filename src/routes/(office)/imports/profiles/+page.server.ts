import { fail, redirect } from '@sveltejs/kit';
import { overlapsOf } from '#lib/domain/profiles/overlaps.ts';
import { readProfileText, UnreadableProfile } from '#lib/domain/profiles/read-profile.ts';
import { profileFaultSentence } from '#lib/messages/profile-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { answersRemembered } from '#lib/server/ledger/answers.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { keepProfile, profilesListed, removeProfile, takeBackAnswers } from '#lib/server/profiles/profiles.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { profileShown, rememberedShown } from '#lib/view/profiles-view.ts';
import { plain } from '#lib/view/plain-text.ts';
import { groundOf } from '../../ground.server.ts';
import { actorOf } from '../uploading.server.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** How kinds of export are read, by name, and what is remembered of files beside that. */
export const load: PageServerLoad = async ({ url }) => {
	const ledger = openLedger(dataFolder());
	const [profiles, remembered, imports] = await Promise.all([
		profilesListed(ledger),
		answersRemembered(ledger),
		importsListed(ledger)
	]);
	const overlaps = overlapsOf(profiles.map(({ profile: { name }, signatures }) => ({ name, signatures })));
	const shown = profiles.map(({ profile, entered }, place) =>
		profileShown({ profile, entered: entered && { ...entered, at: cityTime(entered.at) } }, overlaps[place]!)
	);
	return {
		foot: groundOf(await servedWarehouse()) ?? {},
		asksRemoval: url.searchParams.get('remove'),
		own: shown.filter(({ comesAlong }) => !comesAlong).reverse(),
		shipped: shown.filter(({ comesAlong }) => comesAlong),
		remembered: rememberedShown(remembered, imports)
	};
};

export const actions: Actions = {
	/** A profile's file, as its page or the command line wrote it. */
	add: async ({ request, locals }) => {
		const by = actorOf(locals);
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { problem: m.upload_fault_no_file() });
		try {
			const profile = readProfileText(await file.text());
			await keepProfile(openLedger(ensureDataFolder(dataFolder())), profile, by);
			return { done: m.profile_added({ name: profile.name }) };
		} catch (problem) {
			if (!(problem instanceof UnreadableProfile)) throw problem;
			return fail(400, { problem: profileFaultSentence(problem, getLocale()) });
		}
	},
	/** Takes a profile away, after the page has asked. */
	remove: async ({ request, locals }) => {
		const by = actorOf(locals);
		const name = String((await request.formData()).get('name') ?? '');
		if (!(await removeProfile(openLedger(dataFolder()), name, by)))
			return fail(409, { problem: m.profile_gone({ name: plain(name) }) });
		redirect(303, '/imports/profiles');
	},
	/** Takes back what was said of files of one signature, one answer. What was imported stays as it was read. */
	forget: async ({ request, locals }) => {
		const by = actorOf(locals);
		const form = await request.formData();
		const [signature, name] = ['signature', 'name'].map((field) => String(form.get(field) ?? '')) as [string, string];
		if (!(await takeBackAnswers(openLedger(dataFolder()), { signature, name }, by)))
			return fail(409, { problem: m.columns_forget_not() });
		redirect(303, '/imports/profiles');
	}
};
