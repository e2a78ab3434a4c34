import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { newSystem, queryPlatform } from '#seeds/files/layouts.ts';
import { columnNames, type Column } from '#seeds/orders/known.ts';
import type { CityFile } from '#seeds/generate.ts';

export type Read = Record<Column, string>;

/** Orders of a generated export as text, empty cells and columns that are not there as '', times as 'YYYY-MM-DD HH:MM:SS'. */
export async function readExport({ path, form }: CityFile): Promise<Read[]> {
	const bytes = readFileSync(path);
	const records =
		form === 'xlsx' ? await workbookRecords(bytes) : csvRecords(bytes, form === 'gb18030.csv' ? 'gb18030' : 'utf-8');
	const isHeader = (cells: string[]) =>
		cells[0] === newSystem.headers.number || cells[0] === queryPlatform.headers.number;
	const at = records.findIndex(isHeader);
	const orders = records.slice(at + 1).filter((cells) => cells[0]!.startsWith('AL'));
	const columns = records[at]!.map((header) => columnOf.get(header));
	const none = Object.fromEntries(columnNames.map((column) => [column, ''])) as Read;
	return orders.map((cells) => ({
		...none,
		...Object.fromEntries(
			columns.flatMap((column, place) => (column === undefined ? [] : [[column, plain(cells[place]!)]]))
		)
	}));
}

/** Which column a header of any of the city's systems stands for. */
const columnOf = new Map(
	[newSystem, queryPlatform].flatMap(({ headers }) =>
		(Object.entries(headers) as [Column, string][]).map(([column, header]) => [header, column] as const)
	)
);

const plain = (cell: string) => (cell === '-' ? '' : cell.replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3'));

/** Generated files quote nothing. */
function csvRecords(bytes: Uint8Array, encoding: string): string[][] {
	const lines = new TextDecoder(encoding, { fatal: true }).decode(bytes).trimEnd().split(/\r?\n/);
	return lines.map((line) => line.split(','));
}

async function workbookRecords(bytes: Uint8Array): Promise<string[][]> {
	const { sheets } = await readXlsx(bytes);
	return sheets[0]!.rows.map((row) =>
		columnNames.map((_, place) => {
			const cell = row[place];
			return cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : String(cell ?? '');
		})
	);
}

/** One row an order; where two files hold it, the later file's. */
export async function readCity(files: CityFile[]): Promise<Map<string, Read>> {
	const city = new Map<string, Read>();
	for (const file of files) for (const order of await readExport(file)) city.set(order.number, order);
	return city;
}
