import { closeSync, openSync, writeSync } from 'node:fs';
import { blot, type Citizen, phonePattern } from '#lib/domain/citizen.ts';
import { quotedCell } from '#lib/domain/csv.ts';
import { beyondSeparator, filledMark } from '#lib/domain/kept-cells.ts';
import { phoneDigitsSql } from '#lib/domain/phone-digits.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import type { DataFolder } from '../data-folder.ts';
import { headersKept } from './original-rows.ts';
import { reading } from './reader.ts';
import { stagedPaths } from '../staged-receipt.ts';

/** What of an export speaks of a citizen: rows that are theirs, and rows of others that name them. */
export type CitizenRows = { own: number; naming: number };

export type Mapping = { field: string; headers: string[] }[];

/** How many rows of an export speak of a citizen; null where none does. Throws where its cells are not kept. */
export async function citizenRows(
	folder: DataFolder,
	sha256: string,
	mapping: Mapping,
	citizen: Citizen
): Promise<CitizenRows | null> {
	const view = viewSql(folder, sha256, await requiredHeaders(folder, sha256), mapping, citizen);
	const [counted] = await reading(folder, (reader) =>
		reader.rows<CitizenRows>(
			`select (count(*) filter (where is_own))::integer as own,
				(count(*) filter (where not is_own and is_named))::integer as naming
			from (${view})`
		)
	);
	return counted!.own + counted!.naming === 0 ? null : counted!;
}

/**
 * Writes an export anew as CSV in UTF-8 without a citizen: of rows that are theirs only the cells that figures are made of
 * stay, in all others what names them is blotted out. A row keeps its shape, so that one that was set aside for it is
 * again. Gives the row that its header stands in.
 */
export async function writeWithoutCitizen(
	folder: DataFolder,
	sha256: string,
	mapping: Mapping,
	citizen: Citizen,
	path: string
): Promise<number> {
	const headers = await requiredHeaders(folder, sha256);
	const view = viewSql(folder, sha256, headers, mapping, citizen);
	const header = csvLine(headers.map((name, place) => asWritten(name, headers.slice(0, place))));
	const file = openSync(path, 'wx', 0o600);
	let [row, headerRow] = [0, 0];
	try {
		await reading(folder, async (reader) => {
			const batches = reader.batches<Written>(
				`select is_title as "isTitle", is_data or not is_set_aside as "isWhole", cells, beyond
				from (${view}) order by row_number`
			);
			for await (const batch of batches) {
				const lines = batch.map((written) => {
					row++;
					const line = csvLine(shaped(written));
					if (headerRow > 0 || written.isTitle) return line;
					// Titles stand above the header, where they stood.
					headerRow = row;
					return header + line;
				});
				writeSync(file, lines.join(''));
			}
		});
	} finally {
		closeSync(file);
	}
	return headerRow;
}

type Written = { isTitle: boolean; isWhole: boolean; cells: string[]; beyond: string | null };

async function requiredHeaders(folder: DataFolder, sha256: string): Promise<string[]> {
	const headers = await headersKept(folder, sha256);
	if (headers === null) throw new Error(`the cells of ${sha256} are not kept`);
	return headers;
}

/** One row an export's row: whose it is, whether it names the citizen, and its cells without them. */
function viewSql(
	folder: DataFolder,
	sha256: string,
	headers: string[],
	mapping: Mapping,
	{ phones, orders, texts }: Citizen
): string {
	const paths = stagedPaths(folder, sha256);
	const file = (part: 'cells' | 'ledger') => `read_parquet(${literal(paths[part])})`;
	const fieldOf = (header: string) => mapping.find((one) => one.headers.includes(header))?.field;
	const columns = headers.map((header, place) => ({
		cell: `replace(coalesce(p${place + 1}, ''), ${literal(filledMark)}, '')`,
		field: fieldOf(header)
	}));
	const inField = (field: string, one: (cell: string) => string, wanted: string[]) =>
		columns
			.filter((column) => column.field === field && wanted.length > 0)
			.map(({ cell }) => `coalesce(${one(cell)} in (${wanted.map(literal).join(', ')}), false)`);
	const own = [
		...inField('caller_phone', phoneDigitsSql, phones),
		...inField('order_number', (cell) => `trim(${cell})`, orders)
	];
	const blotted = (cell: string) => {
		const withoutTexts = texts.reduce((sql, text) => `replace(${sql}, ${literal(text)}, ${literal(blot)})`, cell);
		return phones.reduce((sql, digits) => {
			const once = (inner: string) =>
				`regexp_replace(${inner}, ${literal(phonePattern(digits))}, ${literal(`\\1${blot}\\2`)}, 'g')`;
			// Twice: what stands between two numbers belongs to the first one found.
			return once(once(sql));
		}, withoutTexts);
	};
	const isKept = (field: string | undefined) => field !== undefined && !['caller_phone', 'caller_name'].includes(field);
	const written = columns.map(({ cell, field }) =>
		isKept(field) ? blotted(cell) : `if(is_own, '', ${blotted(cell)})`
	);
	const beyond = `coalesce(beyond, '')`;
	const named = [...columns.map(({ cell }) => cell), beyond].map((cell) => `${blotted(cell)} <> ${cell}`);
	return `
		select row_number, is_data, is_own, is_named, is_set_aside, is_title, [${written.join(', ')}] as cells,
			if(is_own, '', ${blotted(beyond)}) as beyond
		from (
			select *, ${own.length > 0 ? own.join(' or ') : 'false'} as is_own, ${named.join(' or ')} as is_named,
				row_number in (
					select row_number from ${file('ledger')} where outcome = 'setAside'
				) as is_set_aside,
				row_number in (
					select row_number from ${file('ledger')}
					where outcome = 'nonData' and reason = 'title'
				) as is_title
			from ${file('cells')}
		)`;
}

/** A second 承办单位 is kept as 承办单位#2. */
const asWritten = (header: string, before: string[]) => {
	const plain = header.replace(/#\d+$/, '');
	return before.includes(plain) ? plain : header;
};

/** The cells of a row as long as it was: one that was set aside for its shape ends with its last cell, or goes on beyond the header. */
function shaped({ isWhole, cells, beyond }: Written): string[] {
	if (beyond) return [...cells, ...beyond.split(beyondSeparator)];
	return isWhole ? cells : cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

const csvLine = (cells: string[]) => `${cells.map((cell) => (cell === '' ? '' : quotedCell(cell))).join(',')}\r\n`;
