import { monthsFromTo } from '#lib/domain/periods.ts';
import type { FigureTable } from '#lib/domain/table.ts';

/**
 * A table by month with a row for each month between its first and its last: one without orders counts 0 and has no rate
 * and no time. Any other table as it is.
 */
export function withQuietMonths(table: FigureTable): FigureTable {
	const months = table.rows.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])).sort();
	const [first, last] = [months[0], months.at(-1)];
	if (table.by !== 'month' || first === undefined || last === undefined) return table;
	const quiet = Object.fromEntries(table.columns.map(({ key, kind }) => [key, kind === 'count' ? 0 : null]));
	const rows = monthsFromTo(first, last).map(
		(month) => table.rows.find(({ name }) => name === month) ?? { ...quiet, name: month }
	);
	return { ...table, rows: [...rows, ...table.rows.filter(({ name }) => typeof name !== 'string')] };
}
