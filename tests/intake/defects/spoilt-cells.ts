import type { Random } from '#lib/domain/random.ts';
import { type Cell, type Column, pick } from './clean-export.ts';
import { type Draft, type Line, orders } from './draft.ts';
import type { Defect } from './table-defects.ts';

export type Kind = Column['kind'];
export const filled = ({ means }: Cell) => typeof means === 'string' && means !== '';

/** Some rows, one to a third of them: a slip, or what a system does to many. */
function someOrders(draft: Draft, random: Random): Line[] {
	const all = orders(draft);
	const share = random() < 0.5 ? 1 / all.length : random() / 3;
	const some = all.filter(() => random() < share);
	return some.length > 0 ? some : [pick(random, all)];
}

/** Does something to cells of columns of these kinds in some rows; what it gives undefined for stays. */
export function cells(kinds: Kind[], change: (cell: Cell, random: Random) => Cell | undefined): Defect['apply'] {
	return (draft, random) => {
		const places = draft.columns.flatMap(({ kind, staged }, place) =>
			kinds.includes(kind) && staged !== undefined ? [place] : []
		);
		if (places.length === 0) return false;
		const place = pick(random, places);
		let isDone = false;
		for (const line of someOrders(draft, random)) {
			const changed = line.cells[place] && change(line.cells[place], random);
			if (!changed) continue;
			const { mustNot = draft.columns[place]!.isRequired && changed.means === null } = changed;
			line.cells = line.cells.map((old, other) => (other === place ? { ...changed, mustNot } : old));
			isDone = true;
		}
		return isDone;
	};
}

/** Another writing of the same. */
export const written = (kinds: Kind[], write: (text: string) => string) =>
	cells(kinds, (cell) => (filled(cell) && !cell.native ? { ...cell, text: write(cell.text) } : undefined));
/** Nothing instead of something. */
export const emptied = (kinds: Kind[], texts: string[]) =>
	cells(kinds, (_, random) => ({ text: pick(random, texts), means: null }));
export const wrong = (kinds: Kind[], texts: string[]) =>
	cells(kinds, (_, random) => ({ text: pick(random, texts), means: null, mustNot: true }));
/** Another way of writing a whole column of times. */
export const timesAs = (write: (year: string, month: string, day: string, clock: string) => string): Defect['apply'] =>
	cells(['time'], (cell) => {
		const parts = /^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)$/.exec(cell.text);
		return parts && !cell.native && cell.text === cell.means
			? { ...cell, text: write(parts[1]!, parts[2]!, parts[3]!, parts[4]!) }
			: undefined;
	});

/** Nobody can say one order of day, month and year for two that differ. */
export const onlyOne =
	(other: string, apply: Defect['apply']): Defect['apply'] =>
	(draft, random) =>
		draft.done.some((name) => name.startsWith(other)) ? false : apply(draft, random);

export const wide = (text: string) =>
	text.replace(/[0-9:\-/]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
export const anyText: Kind[] = ['name', 'time', 'word', 'count'];
