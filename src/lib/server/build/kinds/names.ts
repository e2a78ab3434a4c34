import type { DuckDBConnection } from '@duckdb/node-api';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { refineMerged } from './refine.ts';
import { nameSpans, type NameSpan, type UnitEntry } from '#lib/domain/kinds/unit-names.ts';

const unitSeparator = '\u001f';

/** Makes `known_names`, empty: without a directory or a tree every name is taken as it is written. */
export async function makeNameTables(connection: DuckDBConnection): Promise<void> {
	await connection.run('create table known_names (dimension varchar, name varchar)');
}

/** Makes `waiting_names`: those that orders are written with and a directory or a tree does not know, with when and how often they came. */
export async function countWaitingNames(connection: DuckDBConnection, kinds: ReadonlySet<KindName>): Promise<void> {
	await connection.run(
		'create table waiting_names (dimension varchar, name varchar, orders integer, first_day date, last_day date)'
	);
	for (const { dimension, list, column } of namedDimensions) {
		if (!kinds.has(list)) continue;
		const written = `${dimension}_written`;
		await connection.run(`
			insert into waiting_names
			select '${dimension}', ${written}, count(*)::integer, min(received_at)::date, max(received_at)::date
			from orders where ${column} is null and ${written} is not null group by ${written}
		`);
	}
}

const namedDimensions = [
	{ dimension: 'unit', list: 'units', column: 'unit' },
	{ dimension: 'category', list: 'categories', column: 'category_1' }
] as const;

/**
 * Takes the unit of every order for what the directory says it was called on the day of receipt. A name that the directory does not
 * know is in no ranking: the order has no unit until somebody says which is meant, and the name waits (countWaitingNames).
 */
export async function nameUnits(connection: DuckDBConnection): Promise<void> {
	const reader = await connection.runAndReadAll(`
		select
			unit_name as name, strftime(valid_from, '%Y-%m-%d') as "validFrom", strftime(valid_to, '%Y-%m-%d') as "validTo",
			unit_successor as successor, unit_aliases as aliases, unit_written as written, place * 4294967296 + row_number as place
		from current_units order by place, row_number
	`);
	const entries = reader.getRowObjectsJS().map((row) => ({ ...row, place: Number(row.place) })) as UnitEntry[];
	const isKnown = entries.some(({ written }) => written === null);
	const spans = nameSpans(entries);
	await connection.run('create table unit_spans (written varchar, from_day date, to_day date, unit varchar)');
	// No export writes this character, nor the one in place of what is missing.
	const listed = (key: keyof NameSpan) => spans.map((span) => span[key] ?? '').join(unitSeparator);
	if (spans.length > 0)
		await connection.run(
			`insert into unit_spans
			select written, coalesce(try_cast(from_day as date), date '0001-01-01'),
				coalesce(try_cast(to_day as date), date '9999-12-31'), unit
			from (select ${['written', 'from_day', 'to_day', 'unit']
				.map((column, place) => `unnest(string_split($${place + 1}, chr(31))) as ${column}`)
				.join(', ')}) as listed`,
			(['written', 'from', 'to', 'unit'] as const).map(listed)
		);
	const named = `coalesce(spans.unit, ${isKnown ? 'null' : 'unit_written'})`;
	const join = (day: string) =>
		`left join unit_spans as spans on spans.written = unit_written and ${day} between from_day and to_day`;
	await refineMerged(
		connection,
		`
		with kinds as (
			select unit_name, max_by(unit_kind, place) as listed_kind from current_units
			where unit_kind is not null group by unit_name
		)
		select so_far.* replace (${named} as unit, coalesce(so_far.unit_kind, listed_kind) as unit_kind)
		from so_far ${join('received_at::date')}
		left join kinds on kinds.unit_name = spans.unit
	`
	);
	await connection.run(`
		create or replace table visit_totals as
		select visit_totals.* replace (${named} as unit)
		from visit_totals ${join(`cast(month || '-01' as date)`)}
	`);
	await noteKnownNames(connection, 'unit', { listed: 'current_units', known: 'unit_name' });
}

/** The same of categories of the first level and a category tree, which has no days. */
export async function nameCategories(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table category_names as
		select coalesce(category_written, category_1) as written, max_by(category_1, place) as category
		from current_categories group by written
	`);
	const reader = await connection.runAndReadAll(
		'select count(*) from current_categories where category_written is null'
	);
	const isKnown = Number(reader.getRows()[0]![0]) > 0;
	await refineMerged(
		connection,
		`
		select so_far.* replace (coalesce(names.category, ${isKnown ? 'null' : 'so_far.category_1'}) as category_1)
		from so_far left join category_names as names on names.written = so_far.category_written
	`
	);
	await noteKnownNames(connection, 'category', { listed: 'current_categories', known: 'category_1' });
}

async function noteKnownNames(
	connection: DuckDBConnection,
	dimension: 'unit' | 'category',
	{ listed, known }: { listed: string; known: string }
): Promise<void> {
	await connection.run(`
		insert into known_names
		select distinct '${dimension}', ${known} from ${listed} where ${dimension}_written is null order by ${known}
	`);
}
