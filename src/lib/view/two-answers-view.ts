import type { Table } from '#lib/components/table.ts';
import { columnsLacking, type Carried } from '#lib/domain/carried.ts';
import { formatBase, formatCount, formatPoints, formatRate } from '#lib/domain/format.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { columnName } from './column-names.ts';

/** The columns a section needs and no export fills, as a sentence; null where all are there. */
export function lackingSentence(carried: Carried, columns: string[]): string | null {
	const lacking = columnsLacking(columns, carried);
	if (lacking.length === 0) return null;
	return m.visit_answers_lacking({ columns: lacking.map(columnName).join(m.away_comma()) });
}

const read = (row: TableRow) => {
	const locale = getLocale();
	const number = (key: string) => row[key] as number;
	return {
		number,
		count: (key: string) => formatCount(number(key), locale),
		rate: (key: string) => formatRate(number(`${key}Numerator`), number(`${key}Denominator`), locale),
		base: (key: string) => formatBase(number(`${key}Numerator`), number(`${key}Denominator`), locale),
		points: (key: string) => formatPoints(row[key] as number | null, locale)
	};
};

/** First and last satisfaction in a sentence; null where no visit has both. */
export function twiceSentence({ total }: FigureTable): string | null {
	const { number, count, rate, base, points } = read(total!);
	if (number('lastDenominator') === 0) return null;
	return m.visit_answers_twice({
		first: rate('first'),
		firstBase: base('first'),
		last: rate('last'),
		lastBase: base('last'),
		gap: points('lastLessFirst'),
		turned: count('turnedNumerator'),
		turnedBase: count('turnedDenominator'),
		reworked: count('reworkedNumerator')
	});
}

/** What units declare against what citizens say, in a sentence; null where either side is silent. */
export function wordsSentence({ total }: FigureTable): string | null {
	const { number, count, rate, base, points } = read(total!);
	if (number('unitDenominator') === 0 || number('citizenDenominator') === 0) return null;
	return m.visit_answers_words({
		unit: rate('unit'),
		unitBase: base('unit'),
		citizen: rate('citizen'),
		citizenBase: base('citizen'),
		gap: points('unitLessCitizen'),
		spoke: count('unitOnlyDenominator'),
		unitOnly: count('unitOnlyNumerator')
	});
}

/** The four answers as a square, the unit in the rows and the citizen in the columns; each opens its measure. */
export function squareTable({ rows }: FigureTable, explain: (measure: string) => string): Table {
	const orders = (measure: string) => rows.find(({ agreement }) => agreement === measure)!.orders as number;
	const cell = (measure: string) => ({ value: orders(measure), href: explain(measure) });
	const spoke = rows[0]!.spoke as number;
	const line = (name: string, yes: string, not: string) => ({
		unit: name,
		yes: cell(yes),
		not: cell(not),
		both: orders(yes) + orders(not)
	});
	return {
		id: 'agreement-square',
		caption: m.visit_answers_square_caption({ spoke: formatCount(spoke, getLocale()) }),
		columns: [
			{ key: 'unit', heading: m.visit_answers_who(), kind: 'text' },
			{ key: 'yes', heading: m.visit_answers_citizen_yes(), kind: 'count' },
			{ key: 'not', heading: m.visit_answers_citizen_not(), kind: 'count' },
			{ key: 'both', heading: m.visit_answers_sum(), kind: 'count' }
		],
		rows: [
			line(m.visit_answers_unit_yes(), 'pair-both-yes', 'pair-unit-only'),
			line(m.visit_answers_unit_not(), 'pair-citizen-only', 'pair-both-not')
		],
		total: {
			unit: m.visit_answers_sum(),
			yes: orders('pair-both-yes') + orders('pair-citizen-only'),
			not: orders('pair-unit-only') + orders('pair-both-not'),
			both: spoke
		}
	};
}
