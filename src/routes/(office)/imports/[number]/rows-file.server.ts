import { error, type RequestEvent } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { rowsAskedOf } from '#lib/server/imports/asked-import.ts';
import { countImportRows, importRowBatches } from '#lib/server/internal/import-rows.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { inLines, listAnswer, mostRowsWhole } from '#lib/server/list-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { importRowLine, importRowsList, rowListName, rowsHeading } from '#lib/view/import-rows-view.ts';
import type { TakenEnding } from '#lib/view/taken-table.ts';
import { recordView } from '../../../(supervision)/viewed.server.ts';
import { groundOf } from '../../ground.server.ts';
import { importShown } from '../listed.server.ts';
import { outcomeAsked } from './outcome-asked.server.ts';

/** All rows of one list as a file. Who takes them is written down first. */
export async function rowsFile(event: RequestEvent<{ number: string }>, ending: TakenEnding): Promise<Response> {
	const question = outcomeAsked(event.url);
	const { seq, result } = await importShown(event.params.number);
	if (result.outcome !== 'taken') error(404, m.upload_no_rows());
	const asked = await rowsAskedOf(openLedger(dataFolder()), seq);
	if (ending !== 'csv') {
		const { lines } = await countImportRows(dataFolder(), asked, question);
		if (lines > mostRowsWhole) error(413, m.rows_file_too_long({ most: formatCount(mostRowsWhole, getLocale()) }));
	}
	await recordView(event, `import ${seq}, ${ending}`);
	return listAnswer(
		{
			table: importRowsList(question, result.format.sheet !== ''),
			rows: inLines(importRowBatches(dataFolder(), asked, [question]), (row) => [importRowLine(row)]),
			title: m.upload_rows_title({ number: seq, what: rowListName(question) }),
			heading: rowsHeading,
			ground: groundOf(await servedWarehouse())
		},
		ending
	);
}
