import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type RowShape, rowShaper } from '#lib/server/intake/cells/row-shape.ts';
import { OpenQuestion } from '#lib/server/intake/open-question.ts';
import { openExport } from '#lib/server/intake/read/open-export.ts';
import type { SourceRow } from '#lib/server/intake/read/records.ts';
import { RefusedExport } from '#lib/server/intake/refused-export.ts';
import { hasRealExports, realExport } from '../intake/intake-helpers.ts';

/**
 * One small table in 22 broken dialects (Pollock), each beside its clean form: the same rows, or told why not. It is no
 * table of orders, so nobody knows its header: each file asks for it first, and is read as if somebody had pointed it out.
 */
if (!hasRealExports) console.warn('polluted files: skipped, since ../shared/exports is not on this machine');

const polluted = (form: string, name = '') => realExport(join('odd-formats/polluted', form, name));
const scratch = mkdtempSync(join(tmpdir(), 'duban-polluted-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The clean form quotes every cell, doubles quotes and nothing else. */
const cleanRows = (name: string): string[][] =>
	[...readFileSync(polluted('clean', name), 'utf8').matchAll(/((?:"(?:[^"]|"")*"[,]?)+)\r?\n?/g)].map(([line]) =>
		[...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"'))
	);

type Read = { data: string[][]; others: string[]; asked: string };

/** What comes of a file: its rows of data, how many others there are by reason, and what had to be asked first. */
async function read(name: string): Promise<Read | string> {
	const path = polluted('csv', name);
	let asked = '';
	let answer = '';
	try {
		await openExport(path, scratch, () => ({}));
	} catch (error) {
		if (error instanceof RefusedExport) return error.refusal.reason;
		if (!(error instanceof OpenQuestion)) throw error;
		asked = error.question.name;
		const { choices } = error.question;
		answer = (choices.find(({ samples }) => samples[0] === 'DATE') ?? choices.at(-1)!).value;
	}
	const opened = await openExport(path, scratch, () => ({ 'header-row': answer }));
	const shapeOf = rowShaper(opened.header, { isSheet: false });
	const rows: { row: SourceRow; shape: RowShape }[] = [];
	for await (const batch of opened.rows()) rows.push(...batch.map((row) => ({ row, shape: shapeOf(row) })));
	const counts = new Map<string, number>();
	for (const { shape } of rows) if ('reason' in shape) counts.set(shape.reason, (counts.get(shape.reason) ?? 0) + 1);
	return {
		asked,
		data: rows.filter(({ shape }) => shape.outcome === 'data').map(({ row }) => row.cells),
		others: [...counts].map(([reason, count]) => `${count} ${reason}`)
	};
}

/** Where the rows are not simply those of the clean form below one header: what else there is, or why there is none. */
const special: Record<string, { others?: string[]; refused?: string; twice?: true; headers?: 0 }> = {
	'file_double_trailing_newline.csv': { others: ['1 blank'] },
	// Words of a cell are parted by the same blanks as the cells: nobody can tell them apart.
	'file_field_delimiter_0x20.csv': { refused: 'no_header_found' },
	'file_header_multirow_2.csv': { others: ['1 repeated_header'] },
	'file_header_multirow_3.csv': { others: ['2 repeated_header'] },
	'file_header_only.csv': { refused: 'no_header_found' },
	'file_multitable_less.csv': { others: ['1 another_header', '82 another_table'] },
	'file_multitable_more.csv': { others: ['1 another_header', '82 another_table'] },
	// The second tables have a row less. The header once more is how joined files look: the rows below it have the same columns.
	'file_multitable_same.csv': { others: ['1 repeated_header'], twice: true },
	'file_no_header.csv': { headers: 0 },
	'file_no_payload.csv': { refused: 'empty_file' },
	'file_preamble.csv': { others: ['1 title', '1 blank'] }
};

describe.skipIf(!hasRealExports)('polluted files', () => {
	const names = hasRealExports ? readdirSync(polluted('csv')) : [];

	test('there are 22', () => expect(names).toHaveLength(22));

	test.each(names)('%s', async (name) => {
		const expected = special[name] ?? {};
		const result = await read(name);
		if (expected.refused !== undefined) {
			expect(result).toBe(expected.refused);
			return;
		}
		if (typeof result === 'string') throw new Error(`refused: ${result}`);
		const clean = cleanRows(name).slice(expected.headers ?? 1);
		// What escapes a quote stays in the cell until the cleaning takes it out and counts it.
		const tidied = result.data.map((cells) => cells.map((cell) => cell.replaceAll('\\"', '"')));
		expect(tidied.slice(0, clean.length)).toEqual(clean);
		expect(result.data).toHaveLength(expected.twice ? 165 : clean.length);
		expect(result.others).toEqual(expected.others ?? []);
		expect(result.asked).toBe('header-row');
	});
});
