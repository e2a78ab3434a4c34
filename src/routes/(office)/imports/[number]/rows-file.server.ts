import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { importRows } from '#lib/server/internal/import-rows.ts';
import { momentOfList, tableAnswer } from '#lib/server/table-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { importRowsList, rowListName, rowsHeading } from '#lib/view/import-rows-view.ts';
import { takenList, type TakenEnding } from '#lib/view/taken-table.ts';
import { recordView } from '../../../(supervision)/viewed.server.ts';
import { groundOf } from '../../ground.server.ts';
import { importShown } from '../listed.server.ts';
import { outcomeAsked } from './outcome-asked.server.ts';

/** All rows of one outcome as a file. Who takes them is written down first. */
export async function rowsFile(event: RequestEvent<{ number: string }>, ending: TakenEnding): Promise<Response> {
	const outcome = outcomeAsked(event.url);
	const { seq, sha256, result } = await importShown(event.params.number);
	if (result.outcome !== 'taken') error(404, m.upload_no_rows());
	await recordView(event, `import ${seq}, ${ending}`);
	const table = importRowsList(await importRows(dataFolder(), sha256, [outcome]), outcome);
	const title = m.upload_rows_title({ number: seq, what: rowListName(outcome) });
	const ground = groundOf(await servedWarehouse());
	return tableAnswer(takenList(table, { title, heading: rowsHeading, moment: momentOfList(), ground }), ending);
}
