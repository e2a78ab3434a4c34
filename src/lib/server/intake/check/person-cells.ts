import { blot } from '#lib/domain/citizen.ts';
import type { ExportField } from '#lib/domain/export-fields.ts';
import { addressedPerson, isPersonName, isSurelyPerson } from '#lib/domain/person-names.ts';
import { callerColumn } from './caller-names.ts';
import type { CleanColumn } from './cleaning.ts';
import type { Database } from './database.ts';

/** A cell that is the name of some caller of the export, and one that by its shape can only be a person's. */
export const personRules = { caller: 'name_of_caller', shape: 'person_name' } as const;

/** Columns that name who handles an order. Of all others shape says nothing: 黄赌毒 is no Mr Huang. */
const unitFields: ReadonlySet<ExportField> = new Set<ExportField>([
	...(['unit', 'sub_unit', 'parent_unit', 'co_units', 'event_unit', 'totals_unit'] as const)
]);
/** What defines a name, or is never staged, is left as it is written. */
const definingFields: ReadonlySet<ExportField> = new Set<ExportField>([
	...(['unit_name', 'unit_aliases', 'unit_written', 'unit_successor', 'category_written'] as const),
	...(['caller_name', 'stated_duration', 'data_nature', 'day_name', 'call_id'] as const)
]);

/** Rows a value may stand in and still be a slip: so many, or less than one in fifty. */
const fewRows = 3;
const isRare = (rows: string, all: string) => `(${rows} <= ${fewRows} or ${rows} * 50 < ${all})`;
/** Where more than one cell in ten has the shape of a person's name, the column holds such names, or names of places that look like them. */
const isSlip = (rows: string, all: string) => `(${rows} <= ${fewRows} or ${rows} * 10 < ${all})`;

/** Names are set apart by blanks to be of one width: 张 三. */
const together = (cell: string) => `replace(replace(${cell}, ' ', ''), '\u3000', '')`;
/** Twice, since of two that stand side by side the first takes the sign between them. */
const unaddressed = (cell: string) => `regexp_replace(${cell}, '${addressedPerson}', '\\1${blot}\\2', 'g')`;

/**
 * Makes the view `tidy`: `stepped`, and in it blotted out, in columns whose text leaves for the staged rows, each cell that is the
 * name of a caller of the export, somebody addressed (张先生), and in columns of units what can only be a person's name; only
 * where the value and all such values are rare in their column. Returns the columns with these steps.
 */
export async function blotPersons(database: Database, cleaned: CleanColumn[]): Promise<CleanColumn[]> {
	const caller = callerColumn(cleaned.map(({ column }) => column));
	const looked = [...cleaned.entries()].filter(
		([, { column }]) => column.kind === 'name' && !definingFields.has(column.field)
	);
	const found = looked.length === 0 ? [] : await findPersons(database, looked, caller);
	const made: string[] = [];
	const result = cleaned.map((clean, place) => {
		const rules = found.filter((row) => Number(row.place) === place).map(({ rule }) => String(rule));
		return rules.reduce((each, rule) => {
			const name = `${clean.column.name}_${rule}`;
			// From a list, not by a join: rows stay in the order of the file. A value falls under one rule, so the two do not meet.
			const told = `(select map(list(written), list(told)) from persons where place = ${place} and rule = '${rule}')`;
			made.push(`coalesce(map_extract_value(${told}, ${clean.value}), ${each.value}) as ${name}`);
			const repair = { rule, when: `${name} is distinct from ${each.value}` };
			const stage = { rule, before: each.value, name, sql: name };
			return { ...each, stages: [...each.stages, stage], value: name, repairs: [...each.repairs, repair] };
		}, clean);
	});
	const layers = made.reduce((source, expression) => `(select *, ${expression} from ${source})`, 'stepped');
	await database.run(`create view tidy as select * from ${layers}`);
	return result;
}

/** Makes the table `persons`, a row a value of a column that is blotted out; tells which rules hold in which columns. */
async function findPersons(database: Database, looked: [number, CleanColumn][], caller: string | undefined) {
	const values = looked.map(
		([place, { column, value }]) =>
			`select ${place} as place, ${unitFields.has(column.field)} as is_unit, ${value} as written, count(*) as n
			from stepped where ${value} is not null group by ${value}`
	);
	// Few values are short enough, so the dear questions are asked of few.
	const shaped = `length(key) <= 4 and ${isPersonName('key')}`;
	const worded = `select *, ${shaped} as is_shaped, regexp_matches(written, '${addressedPerson}') as is_addressed
		from (select *, ${together('written')} as key from (${values.join(' union all ')}))`;
	const asked = `is_addressed or is_shaped${caller === undefined ? ' and is_unit' : ''}`;
	const [some] = await database.rows(`select count(*) as n_asked from (${worded}) where ${asked}`);
	if (Number(some?.n_asked) === 0) return [];
	await database.run(`create table worded as ${worded}`);
	const callers =
		caller === undefined
			? `select cast(null as varchar) as key, 0 as n limit 0`
			: `select key, count(*) as n from (select ${together(caller)} as key from stepped)
				where key in (select key from worded where is_shaped) group by key`;
	const longer = `select 1 from worded as other
		where starts_with(other.written, value.written) and other.written <> value.written`;
	await database.run(
		`create table persons as
		with columns as (
			select place, sum(n) as filled, ${isSlip('coalesce(sum(n) filter (is_shaped), 0)', 'sum(n)')} as is_slip
			from worded group by place
		), told as (
			select value.place, value.written, is_addressed,
				is_slip and callers.n is not null and value.n <= greatest(${fewRows}, callers.n) as is_caller,
				is_slip and is_unit and is_shaped and ${isSurelyPerson('value.key')} and not exists (${longer}) as is_person
			from worded as value join columns using (place) left join (${callers}) as callers using (key)
			where (${asked}) and ${isRare('value.n', 'filled')}
		)
		select place, written, if(is_caller or is_person, '${blot}', ${unaddressed(unaddressed('written'))}) as told,
			if(is_caller, '${personRules.caller}', '${personRules.shape}') as rule
		from told where is_caller or is_person or is_addressed`
	);
	await database.run('drop table worded');
	return database.rows('select distinct place, rule from persons order by place, rule');
}
