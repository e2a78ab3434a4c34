import type { Random } from '#lib/domain/random.ts';
import { below, pick } from './clean-export.ts';
import { type Draft, headerLine, type Line, mustNotBeTaken, orders, other, plainCell } from './draft.ts';

/** One way of spoiling an export; false where this one can not be spoilt so. The name begins with its id in the catalogue. */
export type Defect = {
	name: string;
	/** Only text can be spoilt so. */
	isText?: true;
	apply: (draft: Draft, random: Random) => boolean | void;
};

/** A place in the table; below the header of another table a line of this one would be lost, and rightly. */
function at(draft: Draft, random: Random): number {
	const other = draft.lines.findIndex(({ beginsAnother }) => beginsAnother);
	return below(random, (other < 0 ? draft.lines.length : other) + 1);
}
const insert = (draft: Draft, random: Random, line: Line) => draft.lines.splice(at(draft, random), 0, line);
const padded = (draft: Draft, ...texts: string[]) =>
	other(...texts, ...draft.columns.slice(texts.length).map(() => ''));

/** The header again, with the blank columns that others put behind it. */
function sameHeader({ columns, header }: Draft): Line {
	const again = headerLine(columns);
	return { ...again, cells: [...again.cells, ...(header.at(-1)?.cells.slice(columns.length) ?? [])] };
}

/** Every line of the table, header included, with the same done to its cells. */
function everyLine(draft: Draft, change: (cells: Line['cells'], line: Line) => Line['cells']): void {
	for (const line of [...draft.header, ...draft.lines]) line.cells = change(line.cells, line);
}

function move(draft: Draft, order: number[]): void {
	draft.columns = order.map((place) => draft.columns[place]!);
	everyLine(draft, (cells) => order.map((place) => cells[place] ?? plainCell('')));
}

/** Without the first of two columns of one name the second would be read for it, and rightly. */
const hasTwin = (draft: Draft, place: number) =>
	draft.columns.filter(({ header }) => header === draft.columns[place]!.header).length > 1;

function renamed(draft: Draft, place: number, header: string): void {
	const column = draft.columns[place]!;
	for (const line of draft.header) line.cells[place] = plainCell(header);
	for (const line of draft.lines)
		if (line.kind === 'other' && line.cells[place]?.text === column.header) line.cells[place] = plainCell(header);
	draft.columns[place] = { ...column, header };
}

/** What is wrong with rows that are no orders, and with the columns. */
export const tableDefects: Defect[] = [
	{ name: 'B37 a title above', apply: (draft) => void draft.above.push(padded(draft, '诉求查询明细结果')) },
	{
		name: 'B37 who exported it',
		apply: (draft) => void draft.above.push(padded(draft, '导出人：张三', '导出时间：2026-04-01'))
	},
	{ name: 'B36 blank rows', apply: (draft, random) => void insert(draft, random, padded(draft, '')) },
	{ name: 'B36 blank rows at the end', apply: (draft) => void draft.lines.push(padded(draft, ''), padded(draft, '')) },
	{ name: 'B39 the header once more', apply: (draft, random) => void insert(draft, random, sameHeader(draft)) },
	{ name: 'B39 the header twice', apply: (draft) => void draft.lines.unshift(sameHeader(draft)) },
	{ name: 'B40 a total', apply: (draft) => void draft.lines.push(padded(draft, '合计', '31')) },
	{ name: 'B40 a subtotal', apply: (draft, random) => void insert(draft, random, padded(draft, '小计', '12')) },
	{ name: 'B41 a note below', apply: (draft) => void draft.lines.push(padded(draft, '备注：本表由系统导出')) },
	{
		name: 'B35 blank columns at the end',
		apply: (draft) => everyLine(draft, (cells) => [...cells, plainCell(''), plainCell('')])
	},
	{
		name: 'B47 columns in another order',
		apply(draft, random) {
			const order = draft.columns.map((_, place) => place);
			for (let last = order.length - 1; last > 0; last--) {
				const other = below(random, last + 1);
				[order[last], order[other]] = [order[other]!, order[last]!];
			}
			move(draft, order);
		}
	},
	{
		name: 'B45 another known name',
		apply(draft, random) {
			const places = draft.columns.flatMap(({ synonyms }, place) => (synonyms.length > 0 ? [place] : []));
			const place = pick(random, places);
			if (hasTwin(draft, place)) return false;
			renamed(draft, place, pick(random, draft.columns[place]!.synonyms));
		}
	},
	{
		name: 'B45 a name that nobody knows',
		apply(draft, random) {
			const place = below(random, draft.columns.length);
			const { isRequired } = draft.columns[place]!;
			if (hasTwin(draft, place)) return false;
			renamed(draft, place, '单据甲');
			if (!isRequired) draft.columns[place] = { ...draft.columns[place]!, staged: undefined };
		}
	},
	{
		name: 'B46 a column that is missing',
		apply(draft, random) {
			const gone = below(random, draft.columns.length);
			if (hasTwin(draft, gone)) return false;
			move(
				draft,
				draft.columns.map((_, place) => place).filter((place) => place !== gone)
			);
		}
	},
	{
		name: 'B44 a column without a name',
		apply(draft, random) {
			const place = below(random, draft.columns.length);
			if (hasTwin(draft, place)) return false;
			renamed(draft, place, '');
			if (!draft.columns[place]!.isRequired) draft.columns[place] = { ...draft.columns[place]!, staged: undefined };
		}
	},
	{
		name: 'B43 a name twice',
		apply(draft, random) {
			const place = below(random, draft.columns.length);
			const twin = draft.columns[place]!;
			everyLine(draft, (cells, line) => [
				...cells,
				line.kind === 'order' ? plainCell('另一个值') : (cells[place] ?? plainCell(''))
			]);
			draft.columns.push({ ...twin, staged: undefined });
		}
	},
	{
		name: 'B11 blanks nobody sees in a name',
		apply(draft, random) {
			const place = below(random, draft.columns.length);
			renamed(draft, place, `\u00a0${draft.columns[place]!.header}\u3000`);
		}
	},
	{
		name: 'B47 a second table below, its columns swapped',
		apply(draft, random) {
			const order = draft.columns.map((_, place) => place).reverse();
			const head = headerLine(order.map((place) => draft.columns[place]!));
			if (head.cells.every(({ text }, place) => text === draft.columns[place]!.header)) return false;
			const copied = orders(draft)
				.slice(0, 1 + below(random, 4))
				.map((line): Line => ({ ...line, kind: 'other', cells: order.map((place) => line.cells[place]!) }));
			draft.lines.push({ ...head, beginsAnother: true }, ...copied);
		}
	},
	{
		name: 'B78 a row twice',
		apply(draft, random) {
			const line = pick(random, orders(draft));
			insert(draft, random, { ...line, cells: [...line.cells] });
		}
	},
	{
		name: 'B79 a number twice, with other contents',
		apply(draft, random) {
			const [one, two] = [pick(random, orders(draft)), pick(random, orders(draft))];
			const place = draft.columns.findIndex(({ staged }) => staged === 'order_number');
			if (place < 0 || one === two || mustNotBeTaken(one, draft) || mustNotBeTaken(two, draft)) return false;
			const cells = two.cells.map((cell, index) => (index === place ? one.cells[place]! : cell));
			insert(draft, random, { ...two, cells });
		}
	}
];
