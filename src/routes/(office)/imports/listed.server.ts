import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { commandsSeen } from '#lib/server/imports/background.ts';
import { importBySeq, importsListed, type ImportRecord } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { momentOfList, tableAnswer } from '#lib/server/table-answer.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { exportsList, importsHeading, importsList, type ImportShown } from '#lib/view/imports-view.ts';
import { commandView, type CommandView } from '#lib/view/uploads-view.ts';
import { takenList, type TakenEnding } from '#lib/view/taken-table.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { groundOf } from '../ground.server.ts';

/** Every import, the latest first, its moment on the city's clocks. */
export const importsShown = async (): Promise<ImportShown[]> =>
	(await importsListed(openLedger(dataFolder()))).map(shown);

const shown = (record: ImportRecord): ImportShown => ({ ...record, importedAt: cityTime(record.importedAt) });

/** One import by the number in an address; 404 where there is none. */
export async function importShown(number: string): Promise<ImportShown> {
	const record = /^[1-9]\d{0,8}$/.test(number) ? await importBySeq(openLedger(dataFolder()), Number(number)) : null;
	if (record === null) error(404, m.upload_no_import());
	return shown(record);
}

const endedOnPage = 5;

/** What was sent by the page: all that is under way, and the latest that has ended. */
export async function commandsShown(): Promise<CommandView[]> {
	const ledger = openLedger(dataFolder());
	const commands = await commandsSeen(ledger, endedOnPage);
	const numbers = [...new Set(commands.flatMap(({ imports }) => imports))];
	const records = await Promise.all(numbers.map((seq) => importBySeq(ledger, seq)));
	const imports = new Map(records.flatMap((record) => (record ? [[record.seq, shown(record)] as const] : [])));
	return commands.map((one) => commandView({ ...one, askedAt: cityTime(one.askedAt) }, imports));
}

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
