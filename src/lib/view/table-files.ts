import type { TableFile } from '#lib/components/table.ts';

/** A table that is to be had as CSV under /tables/, or beside the page of a list, is there as a workbook and as Parquet too. */
export function filesBeside(csvHref: string | undefined): TableFile[] {
	const [, table, query = ''] =
		/^(\/(?:tables|releases|imports(?:\/\d+)?|publishing|users|return-visits)\/[\w-]+)\.csv(\?.*)?$/.exec(
			csvHref ?? ''
		) ?? [];
	if (table === undefined) return [];
	return [
		{ label: 'XLSX', href: `${table}.xlsx${query}` },
		{ label: 'Parquet', href: `${table}.parquet${query}` }
	];
}
