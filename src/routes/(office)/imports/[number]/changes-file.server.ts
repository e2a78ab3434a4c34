import { error, type RequestEvent } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { fieldsChanged } from '#lib/server/internal/order-changes.ts';
import { remembered } from '#lib/server/internal/remembered.ts';
import { listAnswer, mostRowsWhole } from '#lib/server/list-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { changeListName, changesHeading, changesTable } from '#lib/view/order-changes-view.ts';
import type { TakenEnding } from '#lib/view/taken-table.ts';
import { recordView } from '../../../(supervision)/viewed.server.ts';
import { groundOf } from '../../ground.server.ts';
import { changeLines, changesAsked } from './changes-asked.server.ts';

/** All orders of one list of changes as a file. Who takes them is written down first. */
export async function changesFile(event: RequestEvent<{ number: string }>, ending: TakenEnding): Promise<Response> {
	const { one, list, own, total } = await changesAsked(event);
	if (ending !== 'csv') {
		const fields = () => remembered(dataFolder(), `fields ${one.sha256}`, () => fieldsChanged(dataFolder(), own));
		const lines = list === 'changed' ? (await fields()).reduce((sum, { orders }) => sum + orders, 0) : total;
		if (lines > mostRowsWhole) error(413, m.rows_file_too_long({ most: formatCount(mostRowsWhole, getLocale()) }));
	}
	await recordView(event, `import ${one.seq}, ${list}, ${ending}`);
	return listAnswer(
		{
			table: changesTable(list),
			rows: changeLines(own, list),
			title: m.brought_file({ number: one.seq, list: changeListName(list) }),
			heading: changesHeading,
			ground: groundOf(await servedWarehouse())
		},
		ending
	);
}
