import { readShape } from '#lib/domain/time-shapes.ts';
import { emptyTimes } from '#lib/domain/vocabularies.ts';
import type { SourceColumn } from '../map/source-columns.ts';
import type { Database } from './database.ts';
import { type KnownShapes, readBeginnings, usualShape } from './time-columns.ts';

/** What some systems write where there is no moment. */
const emptyYears = emptyTimes.map((written) => written.slice(0, 4));

/**
 * The columns of times in which nothing stands but moments as most systems write them, by name, with what looking for shapes would find: there
 * is nothing to clean in them, and one pattern tells all of it. One reading of the rows, before any other.
 */
export async function usualTimes(database: Database, columns: readonly SourceColumn[]): Promise<KnownShapes> {
	const times = columns.filter(({ kind }) => kind === 'time');
	if (times.length === 0) return new Map();
	// What is read as a moment and written out again is as it was only where it was written so, if it has no part of a second; 'infinity' has no year.
	const counted = times.map(
		({ name }) => `
			select '${name}' as name, lpad(year(moment)::varchar, 4, '0') as beginning, count(*) as times,
				count(*) filter (year(moment) is null or strlen(text) <> ${usualShape.length} or moment::varchar <> text) as others
			from (select ${name} as text, try_cast(${name} as timestamp) as moment from raw where ${name} is not null)
			group by year(moment)`
	);
	const rows = await database.rows(`
		select name, sum(times)::bigint as n_values, to_json(list([beginning, times::varchar])) as beginnings
		from (${counted.join(' union all ')}) group by name having sum(others) = 0
	`);
	const usual = rows.map(({ name, n_values, beginnings }) => ({
		name: String(name),
		count: Number(n_values),
		beginnings: readBeginnings(String(beginnings))
	}));
	return new Map(
		usual
			.filter(({ beginnings }) => !beginnings.some(([year]) => emptyYears.includes(year)))
			.map(({ name, ...found }) => [
				name,
				[{ ...found, shape: usualShape, reading: readShape(usualShape), hasHour24: false, hasSecond60: false }]
			])
	);
}
