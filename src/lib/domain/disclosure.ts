import { rankUnits } from './ranking.ts';
import type { Cell, FigureTable, TableColumn, TableRow } from './table.ts';

/** What the public never sees smaller than; what counts are rounded to; the least base of a public rate. */
export const publicRules = { fewest: 10, roundTo: 5, fewestForRate: 30 } as const;

/** Stands where a count from 1 to 9 was. */
export const hidden = '<10';

/** A count as the public sees it: 0 as 0, 1 to 9 hidden, from 10 on to the nearest 5. */
export function publicCount(count: number): number | typeof hidden {
	if (count === 0) return 0;
	if (count < publicRules.fewest) return hidden;
	return Math.round(count / publicRules.roundTo) * publicRules.roundTo;
}

/** A rate made of public counts, so that a reader can redo it; null where a count is hidden or the base small. */
export function publicRate(numerator: Cell, denominator: Cell): number | null {
	if (typeof numerator !== 'number' || typeof denominator !== 'number') return null;
	if (denominator < publicRules.fewestForRate) return null;
	return Math.min(1, numerator / denominator);
}

/** Columns of the ranking that no release holds: what is worked out of exact counts would give them back. */
const notReleased = ['unitKind', 'shrunk', 'rankLow', 'rankHigh', 'tier'];

/**
 * The table with every count, rate and quantile as the public may see it. Totals are rounded on their own, so
 * they may differ from the sum of their rows.
 */
export function publicTable(table: FigureTable): FigureTable {
	const columns =
		table.id === 'ranking' ? table.columns.filter(({ key }) => !notReleased.includes(key)) : table.columns;
	const rows = table.rows.map((row) => publicRow(row, columns));
	return {
		...table,
		columns,
		rows: table.id === 'ranking' ? rankedAgain(rows) : rows,
		total: table.total && publicRow(table.total, columns)
	};
}

function publicRow(row: TableRow, columns: TableColumn[]): TableRow {
	const counts: TableRow = {};
	for (const { key, kind } of columns) {
		const value = row[key] ?? null;
		counts[key] = kind === 'count' && typeof value === 'number' ? publicCount(value) : value;
	}
	const shown = { ...counts };
	for (const { key, kind, of, n } of columns) {
		if (kind === 'rate')
			shown[key] = of ? publicRate(counts[of.numerator] ?? null, counts[of.denominator] ?? null) : null;
		if ((kind === 'seconds' || kind === 'days') && n) {
			const behind = counts[n];
			shown[key] =
				typeof behind === 'number' && behind >= publicRules.fewest ? roundedTime(row[key] ?? null, kind) : null;
		}
	}
	return shown;
}

/** Public times are whole minutes (or days): finer ones could single out an order. */
const roundedTime = (value: Cell, kind: 'seconds' | 'days') =>
	typeof value !== 'number' ? null : kind === 'days' ? Math.round(value) : Math.round(value / 60) * 60;

/**
 * Places, intervals and funnel standings worked out again from public counts; a row without a rate keeps no figure.
 * A unit with a hidden numerator and a base of its own is judged at the most it can be, 9: if that lies below what
 * chance explains, so does the truth, and the worst unit does not slip out of sight.
 */
function rankedAgain(rows: TableRow[]): TableRow[] {
	const most = publicRules.fewest - 1;
	const isProtected = (row: TableRow) =>
		row.numerator === hidden && typeof row.denominator === 'number' && row.denominator >= publicRules.fewestForRate;
	const ranked = rankUnits(
		rows
			.filter((row) => typeof row.rate === 'number' || isProtected(row))
			.map((row) => ({
				unit: String(row.unit),
				unitKind: null,
				numerator: row.numerator === hidden ? most : Math.min(row.numerator as number, row.denominator as number),
				denominator: row.denominator as number
			}))
	);
	const blank = { place: null, rate: null, low: null, high: null };
	const byName = (a: TableRow, b: TableRow) => (String(a.unit) < String(b.unit) ? -1 : 1);
	const protectedRows = rows.filter(isProtected).map((row) => {
		const atMost = ranked.units.find(({ unit }) => unit === row.unit)!.standing;
		return { ...row, ...blank, standing: atMost === 'far_below' ? atMost : 'hidden' };
	});
	const few = rows.filter((row) => typeof row.rate !== 'number' && !isProtected(row));
	return [
		...ranked.units
			.filter(({ unit }) => !protectedRows.some((row) => (row as TableRow).unit === unit))
			.map(({ unitKind: _, ...unit }) => unit),
		...protectedRows.sort(byName),
		...few.map((row) => ({ ...row, ...blank, standing: 'too_few' })).sort(byName)
	];
}
