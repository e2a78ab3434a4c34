import type { RequestEvent } from '@sveltejs/kit';
import { error } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { conflicts, countConflicts } from '#lib/server/internal/conflicts.ts';
import { remembered } from '#lib/server/internal/remembered.ts';
import { inLines, listAnswer, mostRowsWhole } from '#lib/server/list-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { conflictRow, conflictsHeading, conflictsTable } from '#lib/view/conflicts-view.ts';
import type { TakenEnding } from '#lib/view/taken-table.ts';
import { recordView } from '../../(supervision)/viewed.server.ts';
import { groundOf } from '../ground.server.ts';

/** How many conflicts there are, by why, and how many are listed. */
export async function conflictsFound() {
	const counts = await remembered(dataFolder(), 'conflicts', () => countConflicts(dataFolder()));
	const all = Object.values(counts.of).reduce((sum, count) => sum + count, 0);
	return { counts, total: all - counts.confidential };
}

/** All conflicts as a file. Who takes them is written down first. */
export async function conflictsFile(event: RequestEvent, ending: TakenEnding): Promise<Response> {
	const { total } = await conflictsFound();
	if (ending !== 'csv' && total > mostRowsWhole)
		error(413, m.rows_file_too_long({ most: formatCount(mostRowsWhole, getLocale()) }));
	await recordView(event, `conflicts, ${ending}`);
	return listAnswer(
		{
			table: conflictsTable,
			rows: inLines(conflicts(dataFolder()), (conflict) => [conflictRow(conflict)]),
			title: m.conflicts_title(),
			heading: conflictsHeading,
			ground: groundOf(await servedWarehouse())
		},
		ending
	);
}
