import { writeXlsx } from 'hucre/xlsx';
import type { Answers } from '#lib/domain/answers.ts';
import type { Random } from '#lib/domain/random.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';
import type { Cell, Column, Table } from './clean-export.ts';

/** A line of the table: an order, or something that stands between orders and is none. */
export type Line = {
	kind: 'order' | 'other';
	cells: Cell[];
	/** As it stands in a text file, where it is no longer its cells parted by separators. */
	raw?: (written: string, separator: string) => string;
	/** Its cells can not be told for certain: it may be set aside, or be read as what it says, never as something else. */
	isTorn?: boolean;
	/** The header of another table, whose rows follow. */
	beginsAnother?: true;
};

/** An export that defects are worked into, until it is written. */
export type Draft = {
	form: 'csv' | 'xlsx';
	columns: Column[];
	above: Line[];
	header: Line[];
	lines: Line[];
	separator: string;
	lineEnd: string;
	encoding: 'utf-8' | 'utf-8-mark' | 'gb18030' | 'utf-16le' | 'utf-16be';
	quoting: 'where needed' | 'always' | 'apostrophes' | 'backslashes';
	/** What follows a separator. */
	gap: string;
	ending: 'once' | 'none' | 'twice';
	/** What is done to the bytes. */
	bytes: ((bytes: Buffer, random: Random) => Buffer)[];
	/** Rows can not be counted from the outside: quotes or cuts may join them. */
	isUncounted: boolean;
	/** What a person would say. */
	answers: Answers;
	/** What was done, for who reads of a failure. */
	done: string[];
};

export const plainCell = (text: string): Cell => ({ text, means: text === '' ? null : text });
export const other = (...texts: string[]): Line => ({ kind: 'other', cells: texts.map(plainCell) });
export const headerLine = (columns: Column[]) => other(...columns.map(({ header }) => header));

export const draftOf = ({ columns, rows }: Table, form: Draft['form']): Draft => ({
	form,
	columns,
	above: [],
	header: [headerLine(columns)],
	lines: rows.map((cells) => ({ kind: 'order', cells })),
	separator: ',',
	lineEnd: '\n',
	encoding: 'utf-8',
	quoting: 'where needed',
	gap: '',
	ending: 'once',
	bytes: [],
	isUncounted: false,
	answers: {},
	done: []
});

export const allLines = ({ above, header, lines }: Draft): Line[] => [...above, ...header, ...lines];
/** Whether a line says something that can not be in a column that is read. */
export const mustNotBeTaken = (line: Line, { columns }: Draft) =>
	columns.some(({ staged }, place) => staged !== undefined && line.cells[place]?.mustNot);
export const orders = ({ lines }: Draft) => lines.filter(({ kind }) => kind === 'order');

function quoted(text: string, { quoting, separator }: Draft): string {
	const mark = quoting === 'apostrophes' ? "'" : '"';
	const needs = text.includes(separator) || /["\n\r]/.test(text) || (mark === "'" && text.startsWith("'"));
	if (quoting !== 'always' && !needs) return text;
	if (quoting === 'backslashes') return `"${text.replaceAll('"', '\\"')}"`;
	return mark + text.replaceAll('"', '""').replaceAll("'", mark === "'" ? "''" : "'") + mark;
}

function textOf(draft: Draft): string {
	const written = allLines(draft).map(({ cells, raw }) => {
		const line = cells.map(({ text }) => quoted(text, draft)).join(draft.separator + draft.gap);
		return raw ? raw(line, draft.separator) : line;
	});
	const end = { none: '', once: draft.lineEnd, twice: draft.lineEnd + draft.lineEnd }[draft.ending];
	return written.join(draft.lineEnd) + end;
}

function encoded(text: string, encoding: Draft['encoding']): Buffer {
	switch (encoding) {
		case 'utf-8':
			return Buffer.from(text);
		case 'utf-8-mark':
			return Buffer.from(`\ufeff${text}`);
		case 'gb18030':
			return Buffer.from(encodeGb18030(text));
		case 'utf-16le':
			return Buffer.from(`\ufeff${text}`, 'utf16le');
		case 'utf-16be':
			return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
	}
}

/** The file's bytes; the same draft and random numbers give the same. */
export async function written(draft: Draft, random: Random): Promise<Buffer> {
	if (draft.form === 'xlsx') {
		const rows = allLines(draft).map(({ cells }) =>
			cells.map(({ text, native }) => native ?? (text === '' ? null : text))
		);
		const date = new Date(Date.UTC(2026, 3, 1));
		return Buffer.from(
			await writeXlsx({ properties: { created: date, modified: date }, sheets: [{ name: '明细', rows }] })
		);
	}
	return draft.bytes.reduce((bytes, change) => change(bytes, random), encoded(textOf(draft), draft.encoding));
}
