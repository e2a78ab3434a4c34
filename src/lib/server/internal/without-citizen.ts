import { DuckDBInstance } from '@duckdb/node-api';
import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { blot, type Citizen, phonePattern } from '#lib/domain/citizen.ts';
import { beyondSeparator, filledMark } from '#lib/domain/kept-cells.ts';
import { phoneDigitsSql } from '#lib/domain/phone-digits.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import type { DataFolder } from '../data-folder.ts';

/** What of an export speaks of a citizen: rows that are theirs, rows of others that name them; and where the new file has its header. */
export type CitizenRows = { own: number; naming: number; headerRow: number };

export type Mapping = { field: string; headers: string[] }[];

/**
 * Writes an export anew as CSV in UTF-8 without a citizen: of rows that are theirs only the cells that figures are made of
 * stay, in all others what names them is blotted out. A row keeps its shape, so that one that was set aside for it is
 * again. Null where it does not speak of them; then nothing is written.
 */
export async function writeWithoutCitizen(
	folder: DataFolder,
	sha256: string,
	mapping: Mapping,
	citizen: Citizen,
	path: string
): Promise<CitizenRows | null> {
	const cells = join(folder.internal, `${sha256}.cells.parquet`);
	if (!existsSync(cells)) throw new Error(`the cells of ${sha256} are not kept: ${cells}`);
	const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', temp_directory: folder.scratch });
	try {
		const connection = await instance.connect();
		const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
		const [kept] = await rowsOf(
			`select decode(value) as headers from parquet_kv_metadata(${literal(cells)}) where decode(key) = 'headers'`
		);
		const headers = JSON.parse(String(kept?.headers)) as string[];
		const ledger = join(folder.internal, `${sha256}.rows.parquet`);
		const view = viewSql(headers, mapping, citizen, { cells, ledger });
		const [found] = await rowsOf(`
			select (count(*) filter (where is_own))::integer as own,
				(count(*) filter (where not is_own and is_named))::integer as naming
			from (${view})
		`);
		const counted = found as Omit<CitizenRows, 'headerRow'>;
		if (counted.own + counted.naming === 0) return null;
		const file = openSync(path, 'wx', 0o600);
		let headerRow = 0;
		try {
			const header = csvLine(headers.map((header, place) => asWritten(header, headers.slice(0, place))));
			const result = await connection.stream(
				`select is_title, is_data or not is_set_aside, cells, beyond from (${view}) order by row_number`
			);
			let row = 0;
			for await (const rows of result.yieldRowsJs()) {
				const lines = (rows as unknown as [boolean, ...Parameters<typeof shaped>][]).map(([isTitle, ...cells]) => {
					row++;
					const line = csvLine(shaped(...cells));
					if (headerRow > 0 || isTitle) return line;
					// Titles stand above the header, where they stood.
					headerRow = row;
					return header + line;
				});
				writeSync(file, lines.join(''));
			}
		} finally {
			closeSync(file);
		}
		return { ...counted, headerRow };
	} finally {
		instance.closeSync();
	}
}

/** One row an export's row: whose it is, whether it names the citizen, and its cells without them. */
function viewSql(
	headers: string[],
	mapping: Mapping,
	{ phones, orders, texts }: Citizen,
	files: { cells: string; ledger: string }
): string {
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
					select row_number from read_parquet(${literal(files.ledger)}) where outcome = 'setAside'
				) as is_set_aside,
				row_number in (
					select row_number from read_parquet(${literal(files.ledger)})
					where outcome = 'nonData' and reason = 'title'
				) as is_title
			from read_parquet(${literal(files.cells)})
		)`;
}

/** A second 承办单位 is kept as 承办单位#2. */
const asWritten = (header: string, before: string[]) => {
	const plain = header.replace(/#\d+$/, '');
	return before.includes(plain) ? plain : header;
};

/** The cells of a row as long as it was: one that was set aside for its shape ends with its last cell, or goes on beyond the header. */
function shaped(isWhole: boolean, cells: string[], beyond: string | null): string[] {
	if (beyond) return [...cells, ...beyond.split(beyondSeparator)];
	return isWhole ? cells : cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

const csvLine = (cells: string[]) =>
	`${cells.map((cell) => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`)).join(',')}\r\n`;

/**
 * Whether two stagings of one export say the same: how many rows are in one and not in the other, callers aside, and how many
 * with them.
 */
export async function stagedDifference(
	folder: DataFolder,
	one: string,
	other: string
): Promise<{ rows: number; withCallers: number }> {
	const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', temp_directory: folder.scratch });
	try {
		const connection = await instance.connect();
		const [a, b] = [one, other].map((sha256) => literal(join(folder.staged, `${sha256}.parquet`))) as [string, string];
		const described = await Promise.all(
			[a, b].map(async (path) => (await connection.run(`from read_parquet(${path}) limit 0`)).columnNames())
		);
		// Where a row stands, and what was repaired to read it, is another in another file.
		const ofTheFile = ['row_number', 'sheet', 'content_hash', 'repairs'];
		const names = [...new Set(described.flat())].filter((name) => !ofTheFile.includes(name));
		const differing = async (compared: string[]) => {
			const from = (path: string, has: string[]) =>
				`select ${compared.map((name) => (has.includes(name) ? name : `null as ${name}`)).join(', ')} from read_parquet(${path})`;
			const [first, second] = [from(a, described[0]!), from(b, described[1]!)];
			const reader = await connection.runAndReadAll(
				`select (select count(*) from (${first} except all ${second})) + (select count(*) from (${second} except all ${first}))`
			);
			return Number(reader.getRows()[0]![0]);
		};
		return {
			rows: await differing(names.filter((name) => name !== 'caller_key')),
			withCallers: await differing(names)
		};
	} finally {
		instance.closeSync();
	}
}
