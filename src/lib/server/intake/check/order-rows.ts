import type { ExportField } from '#lib/domain/export-fields.ts';
import type { Objection, RowRules } from './checked-view.ts';
import type { CleanedView, ReadField } from './cleaned-view.ts';
import type { Database } from './database.ts';
import { misplacedPersonSql, roundedSql } from './order-numbers.ts';
import { isAhead, lastPlausibleYear } from './plausible-years.ts';
import { stagedValues } from './staged-values.ts';

/** Years outside these are slips of the pen, such as 0202 or 20021. */
const firstYear = 2000;
const lastDeadline = 2100;

/** An objection to a field's value. */
export const about = ({ column }: ReadField, reason: string, when: string): Objection => ({
	reason,
	when,
	header: column.header,
	value: column.name
});

/** An order number that no order could be found by, or that names a person. */
export async function numberObjections(database: Database, number: ReadField): Promise<Objection[]> {
	const isRounded = await roundedSql(database, 'v_order_number');
	const isPerson = await misplacedPersonSql(database, 'v_order_number');
	return [
		about(number, 'missing_order_number', 'order_number is null'),
		about(number, 'order_number_rounded', isRounded),
		about(number, 'broken_characters', `regexp_matches(${number.column.name}, '\ufffd|锟斤拷|\u2400')`),
		...(isPerson === undefined ? [] : [about(number, 'order_number_of_person', isPerson)])
	];
}

/** Times that cannot be read, and those of impossible years. */
export function timeObjections(fields: ReadField[], lastYear: number): Objection[] {
	const times = fields.filter(({ time }) => time);
	return [
		...times.map((field) => about(field, 'bad_time', `(v_${field.field} is not null and ${field.field} is null)`)),
		...times.map((field) =>
			about(
				field,
				'year_out_of_range',
				`year(${field.field}) not between ${firstYear} and ${isAhead(field.field) ? lastDeadline : lastYear}`
			)
		)
	];
}

/** What rows of orders come to. */
export async function orderRows(
	database: Database,
	{ fields }: CleanedView,
	{ hasPaths, dataCut }: { hasPaths: boolean; dataCut?: string }
): Promise<RowRules> {
	const has = (field: ExportField) => fields.some((read) => read.field === field);
	const receivedField = has('registered_at') ? 'registered_at' : 'contacted_at';
	const number = fields.find(({ field }) => field === 'order_number')!;
	const received = fields.find(({ field }) => field === receivedField)!;
	return {
		raised: [
			...(await numberObjections(database, number)),
			...timeObjections(fields, await lastPlausibleYear(database, fields, dataCut)),
			about(received, 'missing_received_time', `${receivedField} is null`)
		],
		staged: stagedValues(has, { hasPaths })
	};
}
