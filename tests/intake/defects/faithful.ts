import type { Cell, Column, Meaning } from './clean-export.ts';
import type { Draft, Line } from './draft.ts';
import { allLines, mustNotBeTaken } from './draft.ts';

export type StagedRow = Record<string, Meaning> & { row_number: number };
export type LedgerRow = {
	row_number: number;
	outcome: string;
	reason: string;
	header: string | null;
	value: string | null;
};

/** What quoting, cutting and stray signs may leave behind or take away. */
// eslint-disable-next-line no-control-regex
const bare = (value: Meaning) => String(value ?? '').replace(/["'\\\s;|,，\u0000-\u001f\u2400-\u2421]/g, '');

/** Times that are read as they stand: nothing about them needs counting. */
const plainTime =
	/^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?([ T]\d{1,2}:\d{2}(:\d{2})?(\+08:00)?)?$|^\d{8}(\d{6})?$|^\d{2}\/\d{2}\/\d{4}|^\d{2}-\d{2}-\d{2} /;

/** Whether a reader of the cell would see at once what was staged: else a rule must have counted the change. */
function isPlain({ kind }: Column, { text, native }: Cell, staged: Meaning): boolean {
	if (native !== undefined) return true;
	if (kind === 'time') return text === '' ? staged === null : staged !== null && plainTime.test(text);
	if (kind === 'name' || kind === 'number') return (staged ?? '') === text;
	if (kind === 'count') return String(staged ?? '') === text;
	return staged !== null || text === '' || text === '-';
}

/** The columns whose cells end in a staged column, with their place. */
export const stagedPlaces = ({ columns }: Draft) =>
	columns.flatMap((column, place) => (column.staged === undefined ? [] : [{ column, place, staged: column.staged }]));

function saysTheSame(line: Line, row: StagedRow, draft: Draft): boolean {
	const written = line.raw?.(line.cells.map(({ text }) => text).join(draft.separator), draft.separator);
	const pieces = written?.split(draft.separator);
	return stagedPlaces(draft).every(({ column, place, staged }) => {
		const [cell, value] = [line.cells[place], row[staged] ?? null];
		if (!cell || cell.means === value) return true;
		if (!line.isTorn) return false;
		if (cell.text !== '' && [cell.means, cell.text].some((said) => said !== null && bare(value).startsWith(bare(said))))
			return true;
		// The damage is in this very cell, and the others still stand in their places.
		const isOwn = pieces?.length === draft.columns.length && pieces[place] !== cell.text;
		// Cut where the file ends: what is left of a value is all that the file says.
		const isRest = draft.isUncounted && (column.kind === 'time' || bare(cell.text).includes(bare(value)));
		return isOwn || isRest;
	});
}

/** The lines a staged row can have come from: the one at its place, or, where rows can not be counted, those of its number. */
function origins(row: StagedRow, draft: Draft): Line[] {
	const lines = allLines(draft);
	if (!draft.isUncounted) {
		const line = lines[row.row_number - 1];
		return line ? [line] : [];
	}
	const number = draft.columns.findIndex(({ staged }) => staged === 'order_number');
	const own = lines.filter((line) => line.kind === 'order' && line.cells[number]?.means === row.order_number);
	return own.length > 0 ? own : lines.filter(({ isTorn }) => isTorn);
}

/** What is wrong with one accepted row: a value that its line does not say, or a change that nobody counted. */
export function unfaithful(row: StagedRow, draft: Draft, repaired: LedgerRow[]): string | undefined {
	const lines = origins(row, draft);
	const line = lines.find((each) => each.kind === 'order' && saysTheSame(each, row, draft));
	if (!line) {
		const shown = stagedPlaces(draft).map(({ staged }) => `${staged}=${row[staged]}`);
		return `row ${row.row_number} says what no line says: ${shown.join(' ')}`;
	}
	if (mustNotBeTaken(line, draft) && !draft.isUncounted)
		return `row ${row.row_number} was taken, though it says what can not be`;
	if (line.isTorn || draft.isUncounted) return undefined;
	for (const { column, place, staged } of stagedPlaces(draft)) {
		const cell = line.cells[place];
		if (!cell || isPlain(column, cell, row[staged] ?? null)) continue;
		const told = repaired.some(
			({ header, value }) =>
				header?.replace(/#\d+$/, '') === column.header.trim() &&
				(value === cell.text.slice(0, 200) || value?.includes('***') || bare(value) === bare(cell.text))
		);
		if (!told) return `row ${row.row_number}: ${column.header} changed from ${cell.text} to ${row[staged]} uncounted`;
	}
	return undefined;
}
