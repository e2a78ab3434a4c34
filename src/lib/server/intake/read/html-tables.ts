import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { type HeldTable, tableHolder } from './held-tables.ts';
import { htmlTokens, numberAttribute } from './html-tokens.ts';

/** A table as it is read: `row` and `cell` where one is open. */
type Building = {
	holder: ReturnType<typeof tableHolder>;
	rows: number;
	row: string[] | undefined;
	/** Places of the row that something further up reaches into. */
	filled: number[];
	isRowTooLong: boolean;
	cell: { text: string; across: number; down: number } | undefined;
	/** By place: what a cell further up still says in the rows below. */
	reaching: Map<number, { text: string; rows: number }>;
	lastFilled: number;
};

export type Page = {
	title: string;
	/** With the number of the last row that a cell further up reached into; 0 where none did. */
	tables: (HeldTable & { lastFilled: number })[];
};

/** The most a span may say, as browsers have it. */
const mostAcross = 1000;
const mostDown = 65_534;

/** Elements after which a reader sees a new line. */
const endsLine = /^(br|p|div|li|tr)$/;
/** Blanks as a browser shows them; one that keeps words together is one to look at. */
const tidied = (text: string) =>
	text
		.replace(/[ \u00a0\t\r\n\f]+/g, ' ')
		.replace(/ ?\v+ ?/g, '\n')
		.trim();

/** Puts down what reaches in from above, up to the first free place. */
function fillFromAbove(building: Building, row: string[]): void {
	for (;;) {
		const above = building.reaching.get(row.length);
		if (!above) return;
		if (--above.rows === 0) building.reaching.delete(row.length);
		if (above.text !== '') {
			building.lastFilled = building.rows;
			building.filled.push(row.length);
		}
		row.push(above.text);
	}
}

function closeCell(building: Building): void {
	const { cell, row } = building;
	building.cell = undefined;
	if (!cell || !row) return;
	const text = tidied(cell.text);
	for (let place = 0; place < cell.across; place++) {
		const said = place === 0 ? text : '';
		if (cell.down > 1) building.reaching.set(row.length, { text: said, rows: cell.down - 1 });
		row.push(said);
	}
	if (row.length > limits.columns * 4) throw new RefusedExport('too_large', { columns: row.length });
	fillFromAbove(building, row);
}

function closeRow(building: Building): void {
	closeCell(building);
	const { row } = building;
	building.row = undefined;
	if (!row) return;
	// Places beyond the row's own cells that something further up reaches into.
	const furthest = Math.max(-1, ...building.reaching.keys());
	while (row.length <= furthest) {
		row.push('');
		fillFromAbove(building, row);
	}
	building.holder.add(building.rows, row, {
		problem: building.isRowTooLong ? 'row_too_long' : undefined,
		filled: building.filled
	});
}

function openRow(building: Building): string[] {
	closeRow(building);
	building.rows++;
	building.row = [];
	building.filled = [];
	building.isRowTooLong = false;
	fillFromAbove(building, building.row);
	return building.row;
}

/**
 * Every table of a page, tables within tables apart and also as text of the cell they stand in. A cell over several rows
 * says the same in each; one over several columns stands in the first. Rows are numbered as the page has them.
 */
export function htmlTables(page: string): Page {
	const all: Building[] = [];
	const open: Building[] = [];
	let title = '';
	let isTitle = false;

	const say = (text: string) => {
		if (isTitle) title += text;
		for (const building of open) {
			if (!building.cell) continue;
			if (building.cell.text.length + text.length > limits.recordLength) building.isRowTooLong = true;
			else building.cell.text += text;
		}
	};

	for (const token of htmlTokens(page)) {
		const building = open.at(-1);
		if (token.kind === 'text') {
			// A vertical tab marks our own line ends until blanks have been drawn together.
			say(token.text.replaceAll('\v', ' '));
			continue;
		}
		if (token.name === 'title') isTitle = token.kind === 'open';
		if (token.kind === 'close' ? endsLine.test(token.name) : token.name === 'br') say('\v');
		if (token.name === 'table' && token.kind === 'open') {
			if (open.length >= limits.nesting) throw new RefusedExport('too_large', { entries: open.length });
			const holder = tableHolder(`table ${all.length + 1}`);
			const made: Building = {
				...{ holder, rows: 0, row: undefined, filled: [], isRowTooLong: false, cell: undefined },
				...{ reaching: new Map(), lastFilled: 0 }
			};
			all.push(made);
			open.push(made);
		}
		if (!building) continue;
		if (token.kind === 'open') {
			if (token.name === 'tr') openRow(building);
			if (token.name === 'td' || token.name === 'th') {
				if (building.row) closeCell(building);
				else openRow(building);
				const across = Math.min(mostAcross, numberAttribute(token.attributes, 'colspan') || 1);
				const down = numberAttribute(token.attributes, 'rowspan');
				building.cell = { text: '', across, down: Math.min(mostDown, down === 0 ? mostDown : (down ?? 1)) };
			}
			if (/^(thead|tbody|tfoot)$/.test(token.name)) {
				closeRow(building);
				building.reaching.clear();
			}
		} else {
			if (token.name === 'td' || token.name === 'th') closeCell(building);
			if (/^(tr|thead|tbody|tfoot)$/.test(token.name)) closeRow(building);
			if (token.name === 'table') closeRow(open.pop()!);
		}
	}
	for (const building of open.toReversed()) closeRow(building);
	return {
		title: tidied(title).slice(0, 100),
		tables: all.map(({ holder, lastFilled }) => ({ ...holder.table, lastFilled }))
	};
}
