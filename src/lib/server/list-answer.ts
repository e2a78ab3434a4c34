import { AsyncLocalStorage } from 'node:async_hooks';
import { csvLines, csvStart } from '#lib/domain/csv.ts';
import { attachment, fileName } from '#lib/domain/file-name.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { tableText } from '#lib/view/table-text.ts';
import { listFacts, takenList, takenTypes, type ListGround, type TakenEnding } from '#lib/view/taken-table.ts';
import { momentOfList, tableAnswer } from './table-answer.ts';

/** A workbook and a Parquet file are made whole in memory: so many rows at most. CSV has no such bound. */
export const mostRowsWhole = 100_000;

/** A list that may be too long for memory: its columns, and its rows as they come. */
export type LongList = {
	table: Omit<FigureTable, 'rows'>;
	rows: AsyncIterable<TableRow[]>;
	title: string;
	heading: (key: string) => string | undefined;
	ground?: ListGround;
};

/** What is read in batches as lines of a list, some or one a thing read. */
export async function* inLines<Read>(
	batches: AsyncIterable<Read[]>,
	linesOf: (read: Read) => TableRow[]
): AsyncGenerator<TableRow[]> {
	for await (const batch of batches) yield batch.flatMap(linesOf);
}

/** The list as a file; CSV is written as the rows come. Ask `mostRowsWhole` first for the other forms. */
export async function listAnswer(list: LongList, ending: TakenEnding): Promise<Response> {
	const { table, rows, title, heading, ground } = list;
	const moment = momentOfList();
	if (ending !== 'csv') {
		const whole: TableRow[] = [];
		for await (const batch of rows) whole.push(...batch);
		return tableAnswer(takenList({ ...table, rows: whole }, { title, heading, moment, ground }), ending);
	}
	const { plainName, nameParts } = takenList({ ...table, rows: [] }, { title, heading, moment, ground });
	return new Response(asBody(csvOf(list, moment)), {
		headers: {
			'content-type': takenTypes.csv,
			'content-disposition': attachment(`${plainName}.csv`, fileName(nameParts, 'csv')),
			'cache-control': 'no-store'
		}
	});
}

async function* csvOf(
	{ table, rows, title, heading, ground }: LongList,
	moment: ReturnType<typeof momentOfList>
): AsyncGenerator<string> {
	let count = 0;
	yield csvStart + csvLines([tableText({ ...table, rows: [] }, heading).headings]);
	for await (const batch of rows) {
		count += batch.length;
		yield csvLines(tableText({ ...table, rows: batch }, heading).rows);
	}
	const facts = listFacts(title, { length: count }, moment, ground);
	yield csvLines(facts.map(({ term, text }) => [`${term}${m.colon()}${text}`]));
}

/** Texts as the body of an answer. It is drawn when the request is over, in whose language its words still are. */
function asBody(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const inRequest = AsyncLocalStorage.snapshot();
	const encoder = new TextEncoder();
	return new ReadableStream({
		pull: (body) =>
			inRequest(async () => {
				const { done, value } = await texts.next();
				if (done) body.close();
				else body.enqueue(encoder.encode(value));
			}),
		cancel: async () => void (await texts.return(undefined))
	});
}
