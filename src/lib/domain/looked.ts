import type { Question } from './answers.ts';
import type { ExportField } from './export-fields.ts';
import type { NamedBy } from './header-matching.ts';
import type { KindName } from './kinds/kind.ts';

/** Why a column is taken for what it is: somebody said so, its name says so, it is the other half of a moment, or nobody knows. */
export type ColumnWhy = 'said' | NamedBy | 'half' | 'raw' | 'unknown';

/** One column of an export as its first rows show it, in the order of the file. */
export type LookedColumn = {
	/** As columns are told apart: a second 承办单位 is 承办单位#2. */
	header: string;
	/** What is read from it; null where it is kept raw. */
	field: ExportField | null;
	why: ColumnWhy;
	/** Cells among those looked at that say something, and how many of them the field can be read from; null where any text would do. */
	filled: number;
	fitting: number | null;
	/** Nothing is read from it, and what stands in it are days. */
	holdsDays: boolean;
	/** A few different cells. Personal data may stand in them. */
	samples: string[];
};

/** One of as many rows as a screen holds; cells are cut to a line. Personal data may stand in it. */
export type LookedRow = { number: number; cells: string[] };

/** A look at the beginning of an export: how it would be read, and the rows it begins with. Personal data stands in it. */
export type Looked = {
	outcome: 'looked';
	signature: string;
	kind: KindName;
	columns: LookedColumn[];
	/** Rows below the header. */
	rows: LookedRow[];
};

/** Where the beginning of a file itself leaves something open, no column can be shown, and its first rows where they are told apart. */
export type LookedAt = Looked | { outcome: 'asked'; question: Question; rows: LookedRow[] };

/** How sure a column's field is. */
export type Sureness = 'said' | 'sure' | 'likely' | 'doubtful';

/** From so many of its cells on, a column's content speaks for its field; below it, against. */
const speaksFor = 0.9;

/** How sure it is that a column holds its field: by who said it, by its name, and by whether its cells can be read as that. */
export function surenessOf({ why, filled, fitting }: Pick<LookedColumn, 'why' | 'filled' | 'fitting'>): Sureness {
	if (why === 'said' || why === 'raw') return 'said';
	const fits = fitting === null || filled === 0 || fitting >= filled * speaksFor;
	if (!fits) return 'doubtful';
	return why === 'name' ? 'sure' : 'likely';
}
