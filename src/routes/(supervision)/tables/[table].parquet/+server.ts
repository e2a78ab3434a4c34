import { parquetFile } from '#lib/domain/parquet.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableParquet } from '#lib/view/table-parquet.ts';
import { askedTable } from '../asked-table.server.ts';
import type { RequestHandler } from './$types.js';

/** A table of the pages as Parquet, for programs; the scope and the definitions stand in the file's metadata. */
export const GET: RequestHandler = async (event) => {
	const { table, scope, answer } = await askedTable(event, event.params.table, 'parquet');
	const { columns, rows } = tableParquet(table);
	const bytes = parquetFile(columns, rows, {
		period: scope.periodName,
		period_is_incomplete: String(scope.isIncomplete),
		data_cut: scope.dataCut,
		warehouse_version: scope.version,
		filters: scope.filters.join('\n'),
		is_made_up: String(scope.isMadeUp),
		definitions: definitionLines(table)
			.map(({ term, text }) => `${term}\n${text}`)
			.join('\n\n')
	});
	return answer(bytes, 'application/vnd.apache.parquet');
};
