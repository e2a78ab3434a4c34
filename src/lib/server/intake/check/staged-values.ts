import type { ExportField } from '#lib/domain/export-fields.ts';
import { orderValues, type StagedColumn, stagedColumns } from '#lib/domain/staged-columns.ts';

/**
 * How each staged column follows from the fields an export has, as SQL over `read`: there, a field's value goes
 * by the field's name, and `is_date_<field>` says that a time is a bare day.
 */

/** What an export has, which decides between a column and its stand-in. */
export type Has = (field: ExportField) => boolean;

const surveyFields: ExportField[] = [
	'visited_at',
	'visit_attempted',
	'visit_reached',
	'visit_valid',
	'visit_contacted',
	'visit_resolved',
	'satisfaction',
	'satisfaction_final'
];

const endOfDay = (field: ExportField) =>
	`case when is_date_${field} then date_trunc('day', ${field}) + interval '23:59:59' else ${field} end`;

/** Whether the first of these times that is there is a bare day. */
const dayOnly = (fields: ExportField[]) =>
	`case ${fields.map((field) => `when ${field} is not null then is_date_${field}`).join(' ')} end`;

function times(has: Has): Partial<Record<StagedColumn, string>> {
	const received = has('registered_at') ? 'registered_at' : 'contacted_at';
	const closed = has('closed_at') ? 'closed_at' : has('replied_at') ? 'replied_at' : undefined;
	const dues = (['extended_due_at', 'due_at'] as const).filter(has);
	const due = dues.map(endOfDay).join(', ');
	const isDay = (field: ExportField) => (has(field) ? dayOnly([field]) : 'null');
	return {
		received_at: received,
		received_from: received === 'registered_at' ? "'registered'" : "'contact'",
		received_is_date: dayOnly([received]),
		dispatched_is_date: isDay('dispatched_at'),
		signed_is_date: isDay('signed_at'),
		first_contact_is_date: isDay('first_contact_at'),
		closed_at: closed ?? 'null',
		closed_from: closed
			? `case when ${closed} is not null then '${closed === 'closed_at' ? 'closing' : 'reply'}' end`
			: 'null',
		closed_is_date: closed ? dayOnly([closed]) : 'null',
		due_at: dues.length > 0 ? `coalesce(${due})` : 'null',
		due_is_date: dues.length > 0 ? dayOnly(dues) : 'null',
		original_due_at: dues.length > 1 ? endOfDay('due_at') : 'null',
		has_due_column: String(dues.length > 0),
		has_closed_column: String(closed !== undefined),
		has_signed_column: String(has('signed_at')),
		has_first_contact_column: String(has('first_contact_at'))
	};
}

/** An export that only says whether a closing was on time says with it which closings were late, and the reverse. */
function flags(has: Has): Partial<Record<StagedColumn, string>> {
	const closing = has('closed_at') ? 'closed_at' : has('replied_at') ? 'replied_at' : undefined;
	const tests = [...(closing ? [`${closing} is not null`] : []), ...(has('status') ? [`w_status = 'closed'`] : [])];
	const isClosed = tests.length > 0 ? `(${tests.join(' or ')})` : 'false';
	const opposite = (flag: string) => `case when ${flag} then false when ${flag} = false and ${isClosed} then true end`;
	if (has('flag_closed_on_time') && !has('flag_closed_late'))
		return { flag_closed_late: opposite('flag_closed_on_time') };
	if (has('flag_closed_late') && !has('flag_closed_on_time'))
		return { flag_closed_on_time: opposite('flag_closed_late') };
	return {};
}

function visits(has: Has): Partial<Record<StagedColumn, string>> {
	if (!surveyFields.some(has)) return {};
	const present = (fields: ExportField[]) => fields.filter(has).map((field) => `${field} is not null`);
	const rated = (['satisfaction', 'satisfaction_final'] as const).filter(has).map((field) => `${field} <> 'unrated'`);
	const answers = [
		...present(['visit_resolved', 'visit_contacted']),
		...rated.map((test) => `coalesce(${test}, false)`)
	];
	const signs = present(surveyFields.filter((field) => field !== 'visit_attempted'));
	const hasSign = signs.length > 0 ? `(${signs.join(' or ')})` : 'false';
	const hasAnswer = answers.length > 0 ? `(${answers.join(' or ')})` : 'false';
	return {
		visit_attempted: has('visit_attempted') ? `coalesce(visit_attempted, case when ${hasSign} then true end)` : hasSign,
		visit_valid: has('visit_valid') ? 'visit_valid' : `case when ${hasAnswer} then true when ${hasSign} then false end`
	};
}

/** A path such as 城乡建设->市容->占道 in one column holds the levels that have no column of their own. */
function categories(hasPaths: boolean): Partial<Record<StagedColumn, string>> {
	if (!hasPaths) return {};
	const level = (number: number) => `nullif(trim(split_part(category_1, '->', ${number})), '')`;
	return { category_1: level(1), category_2: level(2), category_3: level(3) };
}

/** SQL for every staged column that the export can fill, but the sheet, row number, hash and repairs. */
export function stagedValues(has: Has, { hasPaths }: { hasPaths: boolean }): Record<string, string> {
	const special: Partial<Record<StagedColumn, string>> = {
		kind_code: has('kind') ? 'w_kind' : 'null',
		status_state: has('status') ? 'w_status' : 'null',
		has_group_column: String(has('special_group')),
		// Already a key: spilling rows keeps no number.
		caller_key: has('caller_phone') ? 'caller_phone' : 'null',
		...times(has),
		...flags(has),
		...visits(has),
		...categories(hasPaths)
	};
	const values: Record<string, string> = {};
	for (const column of orderValues) {
		const own = has(column as ExportField) ? column : 'null';
		const value = special[column] ?? own;
		// A column without a value is not written: dozens of them would take longer than the others.
		if (value !== 'null') values[column] = `cast(${value} as ${stagedColumns[column]})`;
	}
	return values;
}
