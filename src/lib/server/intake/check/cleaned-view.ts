import { type ExportField, exportFields } from '#lib/domain/export-fields.ts';
import type { DateOrder } from '#lib/domain/time-shapes.ts';
import type { SourceColumn } from '../map/source-columns.ts';
import type { DateCells } from '../read/workbook.ts';
import { type CleanColumn, cleanColumn } from './cleaning.ts';
import type { Database } from './database.ts';
import { timeColumns, type TimeColumn } from './time-columns.ts';
import { timeSql, type TimeSql } from './time-sql.ts';
import { isCoded, wordKeySql, wordSql } from './word-sql.ts';

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

const textOf = (field: ExportField) => `v_${field}`;

function readField(field: ExportField, column: SourceColumn, times: Map<ExportField, TimeSql>): ReadField {
	const time = times.get(field);
	if (time) return { field, column, value: time.value, time };
	const isText = ['number', 'name'].includes(exportFields[field]);
	return { field, column, value: isText ? textOf(field) : wordSql(field).value };
}

function repairsOf(cleaned: CleanColumn[], fields: ReadField[]): Repair[] {
	const cleaning = cleaned.flatMap(({ column, repairs }) => repairs.map((repair) => ({ ...repair, column })));
	const reading = fields.flatMap(({ field, column, time }) => {
		if (time) return time.repairs.map((repair) => ({ ...repair, column }));
		return ['number', 'name'].includes(exportFields[field])
			? []
			: wordSql(field).repairs.map((repair) => ({ ...repair, column }));
	});
	return [...cleaning, ...reading];
}

/**
 * Makes the view `cleaned`: the raw columns, each field's cleaned text as `v_<field>`, and the key of each coded word
 * as `k_<field>`. Grain: a data row.
 */
export async function makeCleanedView(
	database: Database,
	columns: SourceColumn[],
	dates: DateCells,
	{ dateOrder, zone }: { dateOrder?: DateOrder; zone: string }
): Promise<CleanedView> {
	const cleaned: CleanColumn[] = [];
	for (const column of columns) cleaned.push(await cleanColumn(database, column));
	const times = await timeColumns(database, cleaned, dates, dateOrder);
	const timeOf = new Map<ExportField, TimeColumn>(times.columns.map((time) => [time.field, time]));

	const whole = cleaned.filter(({ column }) => !column.isPartner);
	const texts = whole.map(({ column, sql }) => `${timeOf.get(column.field)?.text ?? sql} as ${textOf(column.field)}`);
	const keys = whole.filter(({ column }) => isCoded(column.field)).map(({ column: { field } }) => {
		return `${wordKeySql(textOf(field))} as k_${field}`;
	});
	await database.run(
		`create view cleaned as select ${['*', ...keys].join(', ')} from (select *, ${texts.join(', ')} from raw)`
	);

	const timeSqls = new Map(times.columns.map((time) => [time.field, timeSql(time, zone)]));
	const fields = whole.map(({ column }) => {
		const source = timeOf.get(column.field)?.sources[0]?.column ?? column;
		return readField(column.field, source, timeSqls);
	});
	const used = new Set(times.columns.flatMap(({ sources }) => sources.map(({ column }) => column.name)));
	const read = cleaned.filter(({ column }) => column.kind !== 'time' || used.has(column.name));
	return {
		fields,
		repairs: repairsOf(read, fields),
		orders: times.orders,
		hasZones: times.columns.some(({ shapes }) => shapes.some(({ reading }) => reading?.hasZone)),
		mapping: fields.map(({ field, column }) => ({
			field,
			headers: timeOf.get(field)?.sources.map((source) => source.column.header) ?? [column.header]
		}))
	};
}
