import type { CleanedView, Repair } from './cleaned-view.ts';
import { type Database, literal } from './database.ts';

/** Why a data row is not taken; the first that holds is the row's. `value` is the raw column that the ledger shows. */
export type Objection = { reason: string; header: string; when: string; value: string };

/** What rows of a kind come to: why one is not taken, and its staged columns as SQL over `read`, by name. */
export type RowRules = { raised: Objection[]; staged: Record<string, string> };

/** The rule names that changed a row, as a sorted list without doubles. */
function repairsSql(repairs: Repair[]): string {
	if (repairs.length === 0) return 'cast([] as varchar[])';
	const cases = repairs.map(({ rule, when }) => `case when ${when} then ${literal(rule)} end`);
	return `list_sort(list_distinct(list_filter([${cases.join(', ')}], lambda rule: rule is not null)))`;
}

/** A row a changed cell, in one reading of the rows however many rules there are. */
function changesSql(repairs: Repair[]): string {
	if (repairs.length === 0) return 'select 0 as row_number, 0 as rule, null as value where false';
	const changes = repairs.map(
		({ when, column }, place) => `case when ${when} then {rule: ${place}, value: left(${column.name}, 200)} end`
	);
	return `select row_number, change.rule as rule, change.value as value from (
		select row_number, unnest([${changes.join(', ')}]) as change
		from cleaned where ${repairs.map(({ when }) => when).join(' or ')}
	) where change is not null`;
}

/** Keeps headers out of SQL: rules and reasons are named by their place in these tables. */
async function noteHeadings(database: Database, table: string, headings: { word: string; header: string }[]) {
	await database.run(`create table ${table} (place integer, word varchar, header varchar)`);
	for (const [place, { word, header }] of headings.entries()) {
		await database.run(`insert into ${table} values (${place}, $1, $2)`, [word, header]);
	}
}

/** Rules that hold for some row; the others would only lengthen the SQL that follows. */
async function activeRepairs(database: Database, repairs: Repair[]): Promise<Repair[]> {
	if (repairs.length === 0) return [];
	const counts = repairs.map(({ when }, place) => `count(*) filter (${when}) as n_${place}`);
	const [row] = await database.rows(`select ${counts.join(', ')} from cleaned`);
	return repairs.filter((_, place) => Number(row?.[`n_${place}`]) > 0);
}

/**
 * Makes the view `checked`, one row per data row: the staged columns, `set_aside` (a place in `objections`, null
 * where the row is accepted), and `repairs`. It is not kept as a table, since a million
 * typed rows beside the million raw ones are more than the child may hold. Beside it, the table `set_aside`, one row
 * per row not taken with its offending value (noteSetAside fills it), and the view `repaired`, one row per changed cell of an
 * accepted row. Gives the staged columns that the export can fill.
 */
export async function makeCheckedView(
	database: Database,
	view: CleanedView,
	{ raised, staged: values }: RowRules
): Promise<ReadonlySet<string>> {
	const repairs = await activeRepairs(database, view.repairs);
	await noteHeadings(
		database,
		'objections',
		raised.map(({ reason, header }) => ({ word: reason, header }))
	);
	await noteHeadings(
		database,
		'rules',
		repairs.map(({ rule, column }) => ({ word: rule, header: column.header }))
	);

	const reads = view.fields.flatMap(({ field, value, time }) => [
		`${value} as ${field}`,
		...(time ? [`${time.isDate} as is_date_${field}`] : [])
	]);
	const numbered = raised.map(({ when }, place) => `when ${when} then ${place}`);
	const offending = raised.map(({ value }, place) => `when ${place} then ${value}`);
	const staged = Object.entries(values).map(([column, sql]) => `${sql} as ${column}`);
	await database.run(
		`create view judged as
		select *, case ${numbered.join(' ')} end as set_aside
		from (select cleaned.*, ${reads.join(', ')}, ${repairsSql(repairs)} as repairs from cleaned)`
	);
	await database.run(`create view checked as select row_number, set_aside, repairs, ${staged.join(', ')} from judged`);
	await database.run(
		`create view objected as
		select row_number, set_aside, left(case set_aside ${offending.join(' ')} end, 200) as set_aside_value
		from judged where set_aside is not null`
	);
	await database.run('create table set_aside (row_number integer, set_aside integer, set_aside_value varchar)');
	await database.run(
		`create view repaired as
		select change.row_number, rules.word as rule, rules.header, change.value
		from (${changesSql(repairs)}) as change
		join rules on rules.place = change.rule
		anti join set_aside on set_aside.row_number = change.row_number`
	);
	return new Set(Object.keys(values));
}

/** Fills `set_aside` once it is known how many rows were taken: where all were, nothing is read a second time. */
export async function noteSetAside(database: Database, { data, accepted }: { data: number; accepted: number }) {
	if (data === accepted) return;
	await database.run('insert into set_aside from objected');
}
