import { fail } from '@sveltejs/kit';
import { formatDateTime } from '#lib/domain/format.ts';
import { notReleasableSentence } from '#lib/messages/release-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { NotReleasable } from '#lib/server/release/freeze.ts';
import { publish } from '#lib/server/release/publish.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { namedPeriodName } from '#lib/view/period-names.ts';
import { publishingHeading, publishingView } from '#lib/view/publishing-view.ts';
import { revisionHref } from '#lib/view/release-names.ts';
import { groundOf } from '../ground.server.ts';
import { groupsStanding } from './listed.server.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Which periods are over at T and can be released, and which were, by whom and from what. */
export const load: PageServerLoad = async ({ locals }) => {
	const warehouse = await servedWarehouse();
	if (warehouse === null) return { page: null };
	const groups = await groupsStanding(warehouse);
	return {
		foot: groundOf(warehouse),
		page: {
			cut: formatDateTime(warehouse.about.data_cut, locals.locale),
			headings: { period: publishingHeading('period'), state: publishingHeading('state') },
			groups: groups.map(publishingView)
		}
	};
};

export const actions: Actions = {
	release: async ({ request, locals }) => {
		const form = await request.formData();
		const asked = form.get('period');
		const period = typeof asked === 'string' ? asked.slice(0, 20) : '';
		const warehouse = await servedWarehouse();
		if (warehouse === null || !locals.user) return fail(409, { problem: m.publishing_nothing_loaded() });
		const folder = dataFolder();
		try {
			const { manifest, isNew } = await publish(folder, openLedger(folder), warehouse, period, locals.user.name);
			const { revision } = manifest;
			const words = { period: namedPeriodName(period), revision };
			return {
				done: isNew ? m.publishing_done(words) : m.publishing_unchanged(words),
				href: revisionHref(manifest)
			};
		} catch (error) {
			if (error instanceof NotReleasable) return fail(400, { problem: notReleasableSentence(error, locals.locale) });
			throw error;
		}
	}
};
