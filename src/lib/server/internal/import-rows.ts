import { existsSync } from 'node:fs';
import { filledMark, beyondSeparator } from '#lib/domain/kept-cells.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { literal } from '#lib/domain/sql-literal.ts';
import type { DataFolder } from '../data-folder.ts';
import { makeOwnRows, supersededRows } from './own-rows.ts';
import { openReader, type Reader } from './reader.ts';
import { standingExports, type PlacedExport } from './standing-exports.ts';
import { stagedPaths, stagedReceipt } from '../staged-receipt.ts';

/** What a row of an export came to; superseded ones are among the accepted. */
export const rowOutcomes = ['setAside', 'repaired', 'nonData', 'superseded', 'accepted', 'identical'] as const;
/** What can be asked for: `read` is every row, each once. */
export const rowQuestions = [...rowOutcomes, 'read'] as const;
export type RowQuestion = (typeof rowQuestions)[number];

/** Rows that were not simply accepted. */
export const notSimplyAccepted = ['setAside', 'repaired', 'nonData', 'superseded'] as const;

/**
 * A row of an export, where it stands in the file, and what it says there. A repaired row stands once per cell that was
 * changed; header is null where the whole row is meant, its text then all of it, or of a superseded one what it speaks of.
 */
export type ImportRow = {
	outcome: (typeof rowOutcomes)[number];
	/** Code of a reason or a repair, or `newer_form`, `same_row`; '' where nothing is to be said. */
	reason: string;
	sheet: string;
	row: number;
	header: string | null;
	text: string | null;
	/** Where the row stands that holds instead of a superseded one, or that an identical one repeats. */
	standsInstead: string | null;
};

/** The rows of an import: of its export, against those imported before it, in the order of import. */
export type RowsAsked = { sha256: string; earlier?: readonly string[] };
export type RowPage = { limit: number; offset: number };

/** The rows of one export by what they came to, in the order of the file. Superseded is told against the exports that stand now. */
export async function importRows(
	folder: DataFolder,
	asked: RowsAsked | string,
	questions: readonly RowQuestion[],
	page?: RowPage
): Promise<ImportRow[]> {
	const rows: ImportRow[] = [];
	for await (const batch of importRowBatches(folder, asked, questions, page)) rows.push(...batch);
	return rows;
}

/** The same some thousand at a time: a list of all rows need not fit in memory. */
export async function* importRowBatches(
	folder: DataFolder,
	asked: RowsAsked | string,
	questions: readonly RowQuestion[],
	page?: RowPage
): AsyncGenerator<ImportRow[]> {
	const reader = await openReader(folder);
	try {
		const sql = await rowsSql(reader, folder, asked, questions);
		if (sql === null) return;
		const part = page ? `limit ${Math.trunc(page.limit)} offset ${Math.trunc(page.offset)}` : '';
		const ordered = `select * from (${sql}) order by row, outcome = 'superseded', reason, header ${part}`;
		// Their texts are looked up for the rows of this page alone.
		yield* reader.batches<ImportRow>(
			`select outcome, reason, sheet, row, header, if(is_whole, ${wholeText}, text) as text, "standsInstead"
			from (${ordered}) as asked left join cells on cells.row_number = asked.row and is_whole
			order by row, outcome = 'superseded', reason, header`
		);
	} finally {
		reader.close();
	}
}

/** How many rows, and lines of the list, `importRows` gives: a repaired row has a line a cell. */
export async function countImportRows(
	folder: DataFolder,
	asked: RowsAsked | string,
	question: RowQuestion
): Promise<{ rows: number; lines: number }> {
	const reader = await openReader(folder);
	try {
		const sql = await rowsSql(reader, folder, asked, [question]);
		if (sql === null) return { rows: 0, lines: 0 };
		const [counted] = await reader.rows<{ rows: number; lines: number }>(
			`select count(distinct row)::integer as rows, count(*)::integer as lines from (${sql})`
		);
		return counted!;
	} finally {
		reader.close();
	}
}

/** All cells of a row that say something, as SQL over the kept cells `p1` …, blanks drawn together. */
const wholeText = `regexp_replace(array_to_string(list_filter(said, lambda cell: trim(coalesce(cell, ''), ' \t\r\n\u00a0\u3000') <> ''), ' | '), '\\s+', ' ', 'g')`;

/** SQL of the rows asked for; `is_whole` where the text is all that the row says. Null where the export's files are gone. */
async function rowsSql(
	reader: Reader,
	folder: DataFolder,
	asked: RowsAsked | string,
	questions: readonly RowQuestion[]
): Promise<string | null> {
	const { sha256, earlier = [] } = typeof asked === 'string' ? { sha256: asked } : asked;
	const { rows, ledger, cells } = stagedPaths(folder, sha256);
	if (![rows, ledger, cells].every((path) => existsSync(path))) return null;
	await makeCells(reader, cells);
	const wants = (...these: RowQuestion[]) => these.some((one) => questions.includes(one));
	const kept = (where: string, isWhole = false) => `
		select outcome, reason, sheet, cast(row_number as integer) as row, ${isWhole ? nothing : 'header'} as header, value as text,
			${nothing} as "standsInstead", ${isWhole} as is_whole
		from read_parquet(${literal(ledger)}) where ${where}`;
	const parts: string[] = [];
	if (wants('read')) parts.push(kept(`outcome in ('setAside', 'nonData')`, true));
	if (wants('setAside')) parts.push(kept(`outcome = 'setAside'`));
	if (wants('nonData')) parts.push(kept(`outcome = 'nonData'`));
	if (wants('repaired', 'superseded', 'accepted', 'identical', 'read'))
		parts.push(...(await ofOwnRows(reader, folder, { sha256, earlier }, wants, kept)));
	return parts.map((part) => `(${part})`).join(' union all ');
}

const nothing = 'cast(null as varchar)';

async function ofOwnRows(
	reader: Reader,
	folder: DataFolder,
	{ sha256, earlier }: Required<RowsAsked>,
	wants: (...these: RowQuestion[]) => boolean,
	kept: (where: string) => string
): Promise<string[]> {
	const kind = stagedReceipt(folder, sha256)?.kind ?? 'orders';
	const standing = standingExports(folder, kind, { sha256, kind, fileName: '', dataCut: '1900-01-01 00:00:00' });
	const own = standing.find((one) => one.sha256 === sha256)!;
	const inWords = await makeOwnRows(reader, kind, own, placedEarlier(folder, kind, earlier, standing));
	const sheet = `(select sheet from read_parquet(${literal(own.path)}) limit 1)`;
	const taken = (isIdentical: boolean) => `
		select '${isIdentical ? 'identical' : 'accepted'}' as outcome, '${isIdentical ? 'same_row' : ''}' as reason, ${sheet} as sheet,
			row_number as row, ${nothing} as header, ${nothing} as text, ${isIdentical ? inWords('twin') : nothing} as "standsInstead",
			true as is_whole
		from own_rows where is_identical = ${isIdentical}`;
	return [
		...(wants('repaired')
			? [kept(`outcome = 'repaired' and row_number in (select row_number from own_rows where not is_identical)`)]
			: []),
		...(wants('accepted', 'read') ? [taken(false)] : []),
		...(wants('identical', 'read') ? [taken(true)] : []),
		...(wants('superseded')
			? [
					`select 'superseded' as outcome, 'newer_form' as reason, ${sheet} as sheet, row_number as row, ${nothing} as header,
						said as text, stands as "standsInstead", false as is_whole
					from (${supersededRows(kind, standing)})`
				]
			: [])
	];
}

/** The exports of this kind that were there before, in the order of import; one whose staged rows are gone or of another kind now is left out. */
const placedEarlier = (
	folder: DataFolder,
	kind: KindName,
	earlier: readonly string[],
	standing: readonly PlacedExport[]
): PlacedExport[] =>
	earlier
		.filter(
			(sha256) =>
				existsSync(stagedPaths(folder, sha256).rows) && (stagedReceipt(folder, sha256)?.kind ?? 'orders') === kind
		)
		.map((sha256) => ({
			...{ sha256, dataCut: '', mending: 0, signature: '', place: 0, path: stagedPaths(folder, sha256).rows },
			fileName: standing.find((one) => one.sha256 === sha256)?.fileName ?? `${sha256.slice(0, 12)}…`
		}));

async function makeCells(reader: Reader, path: string): Promise<void> {
	const file = `read_parquet(${literal(path)})`;
	const columns = await reader.rows<{ name: string }>(
		`select column_name as name from (describe select * from ${file}) where regexp_full_match(column_name, 'p\\d+')`
	);
	const said = columns.map(({ name }) => `replace(${name}, '${filledMark}', '')`);
	await reader.run(
		`create temp view cells as
		select row_number, [${[...said, `replace(beyond, '${beyondSeparator}', ' | ')`].join(', ')}] as said from ${file}`
	);
}
