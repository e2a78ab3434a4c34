import type { ExportField } from '#lib/domain/export-fields.ts';
import type { ReadField } from './cleaned-view.ts';
import type { Database } from './database.ts';

/** A deadline may lie ahead; everything else has happened. */
const ahead: ExportField[] = [
	...(['due_at', 'extended_due_at', 'valid_from', 'valid_to', 'calendar_day', 'notice_due_at'] as const)
];
export const isAhead = (field: ExportField) => ahead.includes(field);

/** So many years without a single event before a year mean that it is a slip of the pen, such as 2062 for 2026. */
const longestGap = 4;
const largestShare = 0.5;

/**
 * The last year in which anything of the export can have happened: the year after a given data cut, else the last that no
 * long gap parts from the rest. One such slip would else become the moment that the whole export is said to show.
 */
export async function lastPlausibleYear(database: Database, fields: ReadField[], dataCut?: string): Promise<number> {
	const given = dataCut === undefined ? Infinity : Number(dataCut.slice(0, 4)) + 1;
	const reached = fields.filter(({ field, time }) => time && !isAhead(field));
	if (reached.length === 0) return Math.min(given, 2100);
	const found = new Map<number, number>();
	const add = (year: number, count: number) => year >= 1990 && found.set(year, (found.get(year) ?? 0) + count);
	const read = reached.filter(({ time }) => time!.years === null);
	for (const { time } of reached) time!.years?.forEach(([year, count]) => add(year, count));
	if (read.length > 0) {
		const years = read.map(
			({ field, value }) =>
				`select year(${value}) as y, count(*) as n_times from cleaned where v_${field} is not null group by y`
		);
		const rows = await database.rows(years.join(' union all '));
		for (const { y, n_times } of rows) if (y !== null) add(Number(y), Number(n_times));
	}
	const counts = [...found].map(([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year);
	const all = counts.reduce((sum, { count }) => sum + count, 0);
	let later = 0;
	let last = counts.length - 1;
	for (let place = last; place > 0; place--) {
		later += counts[place]!.count;
		const gap = counts[place]!.year - counts[place - 1]!.year;
		if (gap > longestGap && later <= all * largestShare) last = place - 1;
	}
	return Math.min(given, counts[last]?.year ?? 2100);
}
