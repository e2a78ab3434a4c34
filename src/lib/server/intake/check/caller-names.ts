import { blot } from '#lib/domain/citizen.ts';
import { isPersonName } from '#lib/domain/person-names.ts';
import type { SourceColumn } from '../map/source-columns.ts';
import type { CleanColumn } from './cleaning.ts';
import type { Database } from './database.ts';

/** The name of its caller in another cell of the same row: someone put it into the wrong column, or behind a unit's. */
export const callerNameRule = 'caller_name';

/** A column beside the raw ones: the caller's name where it is a person's. */
const callerPerson = 'caller_person';
export const callerPersonSql = (columns: readonly SourceColumn[]): string => {
	const caller = callerColumn(columns);
	return caller === undefined
		? ''
		: `, case when ${isPersonName(`trim(${caller})`)} then trim(${caller}) end as ${callerPerson}`;
};

/** The column with the callers' names; undefined where the export has none. */
export const callerColumn = (columns: readonly SourceColumn[]) =>
	columns.find(({ field }) => field === 'caller_name')?.name;

/**
 * Adds a step to each column of names in which some cell holds the name of its row's own caller: it is blotted out. Only what has the
 * shape of a person's name is looked for, so that a caller that is an office takes no unit's name away.
 */
export async function blotCallerNames(database: Database, cleaned: CleanColumn[]): Promise<CleanColumn[]> {
	const caller = callerColumn(cleaned.map(({ column }) => column));
	if (caller === undefined) return cleaned;
	const isNamed = (clean: CleanColumn) => clean.column.kind === 'name' && clean.column.name !== caller;
	const name = `trim(${caller})`;
	const counts = cleaned.map((clean, place) =>
		isNamed(clean) ? `count(*) filter (contains(${clean.column.name}, ${name})) as n_${place}` : `0 as n_${place}`
	);
	const [found] = await database.rows(`select ${counts.join(', ')} from raw where ${isPersonName(name)}`);
	return cleaned.map((clean, place) => {
		if (Number(found?.[`n_${place}`]) === 0) return clean;
		const stage = {
			rule: callerNameRule,
			before: clean.value,
			name: `${clean.column.name}_${callerNameRule}`,
			sql: `coalesce(replace(${clean.value}, ${callerPerson}, '${blot}'), ${clean.value})`
		};
		const when = `${stage.name} is distinct from ${stage.before}`;
		return {
			...clean,
			stages: [...clean.stages, stage],
			value: stage.name,
			repairs: [...clean.repairs, { rule: callerNameRule, when }]
		};
	});
}
