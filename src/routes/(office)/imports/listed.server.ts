import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { momentOfList, tableAnswer } from '#lib/server/table-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { exportsList, importsHeading, importsList, type ImportShown } from '#lib/view/imports-view.ts';
import { takenList, type TakenEnding } from '#lib/view/taken-table.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { groundOf } from '../ground.server.ts';

/** Every import, the latest first, its moment on the city's clocks. */
export const importsShown = async (): Promise<ImportShown[]> =>
	(await importsListed(openLedger(dataFolder()))).map((record) => ({
		...record,
		importedAt: cityTime(record.importedAt)
	}));

/** A list of the page as a file; 404 for any other, and for exports in use where none are. */
export async function importsFile(event: RequestEvent<{ list: string }>, ending: TakenEnding): Promise<Response> {
	const warehouse = await servedWarehouse();
	const ground = groundOf(warehouse);
	const common = { heading: importsHeading, moment: momentOfList(), ground };
	const { list } = event.params;
	if (list === 'imports') {
		const table = importsList(await importsShown());
		return tableAnswer(takenList(table, { title: m.lists_imports(), ...common }), ending);
	}
	if (list !== 'exports' || warehouse === null) error(404, m.no_such_table());
	const table = exportsList(await exportsLoaded(warehouse.db).execute());
	return tableAnswer(takenList(table, { title: m.lists_exports(), ...common }), ending);
}
