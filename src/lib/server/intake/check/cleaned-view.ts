import { type ExportField, exportFields } from '#lib/domain/export-fields.ts';
import type { DateOrder } from '#lib/domain/time-shapes.ts';
import type { SourceColumn } from '../map/source-columns.ts';
import type { DateCells } from '../read/workbook.ts';
import { type CleanColumn, cleanColumn, makeTidyView } from './cleaning.ts';
import type { Database } from './database.ts';
import { timeColumns, type TimeColumn } from './time-columns.ts';
import { timeSql, type TimeSql } from './time-sql.ts';
import { isCoded, keepsWord, readWords } from './word-sql.ts';

/** A change to a value, as SQL over the view `cleaned`; `column` is the raw column it changed. */
export type Repair = { rule: string; column: SourceColumn; when: string };

/** A field as it is read: SQL over the view `cleaned`. */
export type ReadField = { field: ExportField; column: SourceColumn; value: string; time?: TimeSql };

export type CleanedView = {
	fields: ReadField[];
	repairs: Repair[];
	orders: DateOrder[];
	hasZones: boolean;
	/** Where each field was read from, two headers where two columns were joined. */
	mapping: { field: ExportField; headers: string[] }[];
};

/** The rules a value is read by; a word we do not know is left out, unless the word itself is kept. */
function readingRepairs({ field, column, time }: ReadField): Repair[] {
	if (time) return time.repairs.map((repair) => ({ ...repair, column }));
	if (!isCoded(field) || keepsWord(field)) return [];
	const rule = exportFields[field] === 'count' ? 'unreadable_number' : 'unknown_word';
	return [{ rule, column, when: `not known_${field}` }];
}

/**
 * Makes the view `cleaned`: the columns of `tidy`, each field's cleaned text as `v_<field>`, and for coded words the code
 * as `w_<field>` and whether the word is known as `known_<field>`. Grain: a data row.
 */
export async function makeCleanedView(
	database: Database,
	columns: SourceColumn[],
	dates: DateCells,
	{ dateOrder, zone }: { dateOrder?: DateOrder; zone: string }
): Promise<CleanedView> {
	const cleaned: CleanColumn[] = [];
	for (const column of columns) cleaned.push(await cleanColumn(database, column));
	await makeTidyView(database, cleaned);
	const times = await timeColumns(database, cleaned, dates, dateOrder);
	const timeOf = new Map<ExportField, TimeColumn>(times.columns.map((time) => [time.field, time]));

	const whole = cleaned.filter(({ column }) => !column.isPartner);
	const textOf = ({ column, value }: CleanColumn) => timeOf.get(column.field)?.text ?? value;
	const texts = whole.map((clean) => `${textOf(clean)} as v_${clean.column.field}`);
	const coded = whole.filter(({ column }) => isCoded(column.field));
	for (const clean of coded) await readWords(database, clean.column.field, textOf(clean));
	const codes = coded.map(
		({ column: { field } }) => `, words_${field}.code as w_${field}, words_${field}.is_known as known_${field}`
	);
	const joins = coded.map(({ column: { field } }) => `left join words_${field} on words_${field}.word = v_${field}`);
	await database.run(
		`create view cleaned as select rows.*${codes.join('')}
		from (select *, ${texts.join(', ')} from tidy) as rows ${joins.join(' ')}`
	);

	const timeSqls = new Map(times.columns.map((time) => [time.field, timeSql(time, zone)]));
	const fields = whole.map(({ column }): ReadField => {
		const { field } = column;
		const time = timeSqls.get(field);
		if (time) return { field, column: timeOf.get(field)!.sources[0]!.column, value: time.value, time };
		return { field, column, value: isCoded(field) && !keepsWord(field) ? `w_${field}` : `v_${field}` };
	});
	const used = new Set(times.columns.flatMap(({ sources }) => sources.map(({ column }) => column.name)));
	const read = cleaned.filter(({ column }) => column.kind !== 'time' || used.has(column.name));
	return {
		fields,
		repairs: [
			...read.flatMap(({ column, repairs }) => repairs.map((repair) => ({ ...repair, column }))),
			...fields.flatMap(readingRepairs)
		],
		orders: times.orders,
		hasZones: times.columns.some(({ shapes }) => shapes.some(({ reading }) => reading?.hasZone)),
		mapping: fields.map(({ field, column }) => ({
			field,
			headers: timeOf.get(field)?.sources.map((source) => source.column.header) ?? [column.header]
		}))
	};
}
