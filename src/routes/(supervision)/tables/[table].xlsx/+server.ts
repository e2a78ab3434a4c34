import { definitionLines, tableFacts } from '#lib/view/table-about.ts';
import { tableWorkbook } from '#lib/view/table-workbook.ts';
import { askedTable } from '../asked-table.server.ts';
import type { RequestHandler } from './$types.js';

/** A table of the pages as a workbook, with a sheet that says what its figures are. */
export const GET: RequestHandler = async (event) => {
	const { table, scope, answer } = await askedTable(event, event.params.table, 'xlsx');
	const bytes = await tableWorkbook(table, [...tableFacts(table, scope), ...definitionLines(table)]);
	return answer(bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
};
