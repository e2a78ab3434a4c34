import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import {
	exportsList,
	exportsTable,
	importDetail,
	importsList,
	importsOnPage,
	importsTable
} from '#lib/view/imports-view.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { groundOf } from '../ground.server.ts';
import { importsShown } from './listed.server.ts';
import type { PageServerLoad } from './$types.js';

/** What was taken in, what was not and why, and what the figures are made of now. */
export const load: PageServerLoad = async () => {
	const [warehouse, imports] = await Promise.all([servedWarehouse(), importsShown()]);
	return {
		foot: groundOf(warehouse) ?? {},
		table: importsTable(importsList(imports)),
		details: imports.slice(0, importsOnPage).map(importDetail),
		exports: warehouse ? exportsTable(exportsList(await exportsLoaded(warehouse.db).execute())) : null
	};
};
