import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { exportsTable, importDetail, importsTable } from '#lib/view/imports-view.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import type { PageServerLoad } from './$types.js';

/** What was taken in, what was not and why, and what the figures are made of now. */
export const load: PageServerLoad = async () => {
	const [warehouse, records] = await Promise.all([servedWarehouse(), importsListed(openLedger(dataFolder()))]);
	const imports = records.map((record) => ({ ...record, importedAt: cityTime(record.importedAt) }));
	const about = warehouse?.about;
	return {
		foot: about ? { dataCut: about.data_cut, version: about.version, isMadeUp: about.is_made_up } : {},
		table: importsTable(imports),
		details: imports.map(importDetail),
		exports: warehouse ? exportsTable(await exportsLoaded(warehouse.db).execute()) : null
	};
};
