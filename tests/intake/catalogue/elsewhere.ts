import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { met, type Outcome } from './outcomes.ts';

/** Inputs that have a test where their kind of file is tested: its file, and what it is called there. */
const elsewhere: Record<string, [outcome: Outcome, file: string, title: string]> = {
	B16: ['A', 'pages.test.ts', 'cells, entities, implied ends and scripts; rows lead back to the table of the page'],
	B17: ['A', 'workbooks.test.ts', 'the first visible sheet with a header of orders is read, and others are named'],
	B18: ['A', 'old-excel.test.ts', 'text, numbers, dates and blanks; rows are numbered as the sheet has them'],
	B19: [
		'X',
		'old-excel.test.ts',
		'a password, an older Excel, another document and damage are refused, each by its name'
	],
	B49: ['F', 'workbooks.test.ts', 'a hidden sheet is not read, even where it is the only one with orders'],
	B57: ['X', 'workbooks.test.ts', 'a bomb is refused from its directory'],
	B58: ['X', 'workbooks.test.ts', 'too many parts, entities and other documents are refused'],
	B59: [
		'X',
		'archives.test.ts',
		'names that lead outside, links, passwords, lies, damage and nothing at all refuse the archive'
	]
};

/** Units' names, kinds and successors are in no export of orders: they are told by the directory of units. */
const ofTheDirectory = ['B84', 'B85', 'B86'];

/** The last of the catalogue's tests: every id has one, here or elsewhere, and the table shows them all. */
export function everyId(ids: readonly string[]): void {
	test('every input of the catalogue has its test', () => {
		for (const [id, [outcome, file, title]] of Object.entries(elsewhere)) {
			expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).toContain(title);
			met.push({ id, outcome, message: `tests/intake/${file}: ${title}` });
		}
		const all = Array.from({ length: 100 }, (_, n) => `B${String(n + 1).padStart(2, '0')}`);
		const tested = [...ids, ...Object.keys(elsewhere), ...ofTheDirectory];
		expect(tested.toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)))).toEqual(all);
	});
}
