import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { releasesListed } from '#lib/server/ledger/releases.ts';
import { releaseManifest, releasesOnShelf, revisionsOf } from '#lib/server/release/shelf.ts';
import { momentOfList, tableAnswer } from '#lib/server/table-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import type { Warehouse } from '#lib/server/warehouse/warehouse.ts';
import {
	publishingGroups,
	publishingHeading,
	publishingList,
	type PublishingGroup,
	type StandingRevision
} from '#lib/view/publishing-view.ts';
import { takenList, type TakenEnding } from '#lib/view/taken-table.ts';
import { monthsReceived } from '#queries/months-received.ts';
import { groundOf } from '../ground.server.ts';

/** Months and quarters of the warehouse, and what was released of each. */
export async function groupsStanding({ db, about }: Pick<Warehouse, 'db' | 'about'>): Promise<PublishingGroup[]> {
	const [months, released] = await Promise.all([monthsReceived(db).execute(), standingRevisions()]);
	return publishingGroups({
		months: months.map(({ month }) => month),
		dataCut: about.data_cut,
		version: about.version,
		released
	});
}

/** Months or quarters as a file; 404 for anything else, and where nothing is loaded. */
export async function publishingFile(event: RequestEvent<{ list: string }>, ending: TakenEnding): Promise<Response> {
	const warehouse = await servedWarehouse();
	const groups = warehouse ? await groupsStanding(warehouse) : [];
	const group = groups.find(({ id }) => id === event.params.list);
	if (!group) error(404, m.no_such_table());
	const taken = takenList(publishingList(group), {
		title: group.id === 'months' ? m.lists_publishing_months() : m.lists_publishing_quarters(),
		heading: publishingHeading,
		moment: momentOfList(),
		ground: groundOf(warehouse)
	});
	return tableAnswer(taken, ending);
}

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
