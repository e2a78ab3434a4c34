import { fail } from '@sveltejs/kit';
import { formatDateTime } from '#lib/domain/format.ts';
import { notReleasableSentence } from '#lib/messages/release-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { releasesListed } from '#lib/server/ledger/releases.ts';
import { NotReleasable } from '#lib/server/release/freeze.ts';
import { publish } from '#lib/server/release/publish.ts';
import { releaseManifest, releasesOnShelf, revisionsOf } from '#lib/server/release/shelf.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { namedPeriodName } from '#lib/view/period-names.ts';
import { publishingView, type StandingRevision } from '#lib/view/publishing-view.ts';
import { revisionHref } from '#lib/view/release-names.ts';
import { monthsReceived } from '#queries/months-received.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Which periods are over at T and can be released, and which were, by whom and from what. */
export const load: PageServerLoad = async ({ locals }) => {
	const warehouse = await servedWarehouse();
	if (warehouse === null) return { page: null };
	const { db, about } = warehouse;
	const [months, released] = await Promise.all([monthsReceived(db).execute(), standingRevisions()]);
	return {
		foot: { dataCut: about.data_cut, version: about.version, isMadeUp: about.is_made_up },
		page: {
			cut: formatDateTime(about.data_cut, locals.locale),
			groups: publishingView({
				months: months.map(({ month }) => month),
				dataCut: about.data_cut,
				version: about.version,
				released
			})
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

/** Every revision on the shelf, with what the ledger knows of it. */
async function standingRevisions(): Promise<StandingRevision[]> {
	const folder = dataFolder();
	const entered = await releasesListed(openLedger(folder));
	return releasesOnShelf(folder).flatMap(({ period }) =>
		revisionsOf(folder, period).map((revision) => {
			const { frozenAt, dataCut, warehouseVersion } = releaseManifest({ period, revision }, folder);
			const record = entered.find((one) => one.period === period && one.revision === revision);
			return {
				period,
				revision,
				frozenAt: cityTime(frozenAt),
				dataCut,
				warehouseVersion,
				frozenBy: record?.frozenBy ?? null
			};
		})
	);
}
