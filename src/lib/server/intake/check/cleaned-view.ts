import { type ExportField, exportFields } from '#lib/domain/export-fields.ts';
import type { Answers } from '#lib/domain/answers.ts';
import { type DurationUnit, perDay } from '#lib/domain/duration-units.ts';
import type { DateOrder } from '#lib/domain/time-shapes.ts';
import type { SourceColumn } from '../map/source-columns.ts';
import type { DateCells } from '../read/workbook.ts';
import { blotCallerNames } from './caller-names.ts';
import { type CleanColumn, cleanColumns, makeSteppedView } from './cleaning.ts';
import { blotPersons } from './person-cells.ts';
import type { Database } from './database.ts';
import { misplacedPersonSql, orderNumberSql } from './order-numbers.ts';
import { readScale } from './satisfaction-scale.ts';
import { timeColumns, type TimeColumn } from './time-columns.ts';
import { timeSql, type TimeSql } from './time-sql.ts';
import { usualTimes } from './usual-times.ts';
import { isCoded, isNumber, keepsWord, readWords } from './word-sql.ts';

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
function readingRepairs({ field, column, time }: ReadField, unit: DurationUnit): Repair[] {
	if (time) return time.repairs.map((repair) => ({ ...repair, column }));
	if (!isCoded(field) || keepsWord(field)) return [];
	const rule = isNumber(field) ? 'unreadable_number' : 'unknown_word';
	const repairs = [{ rule, column, when: `not known_${field}` }];
	if (exportFields[field] !== 'count') return repairs;
	const text = `v_${field}`;
	const isSpoken = `regexp_matches(${text}, '[天时分]')`;
	const isConverted = perDay[unit] === 1 ? isSpoken : 'true';
	return [
		...repairs,
		{ rule: 'number_written_otherwise', column, when: `(known_${field} and regexp_matches(${text}, '[,eE]'))` },
		...(field === 'suspended_days'
			? [{ rule: 'unit_converted', column, when: `(known_${field} and ${isConverted})` }]
			: [])
	];
}

/**
 * Leaves out what names a person in columns that point to another order, and says where; in that of the order's own number it is the
 * row that is set aside.
 */
async function withoutMisplaced(
	database: Database,
	all: ReadField[]
): Promise<{ fields: ReadField[]; misplaced: Repair[] }> {
	const fields: ReadField[] = [];
	const misplaced: Repair[] = [];
	for (const field of all) {
		const isAsked = field.column.kind === 'number' && field.field !== 'order_number';
		const when = isAsked ? await misplacedPersonSql(database, field.value) : undefined;
		fields.push(when === undefined ? field : { ...field, value: `if(${when}, null, ${field.value})` });
		if (when !== undefined) misplaced.push({ rule: 'personal_number', column: field.column, when });
	}
	return { fields, misplaced };
}

/**
 * Makes `cleaned`: the columns of `tidy`, each field's cleaned text as `v_<field>`, and for coded words the code
 * as `w_<field>` and whether the word is known as `known_<field>`. Grain: a data row.
 */
export async function makeCleanedView(
	database: Database,
	columns: SourceColumn[],
	dates: DateCells,
	{ answers, unit, zone }: { answers: Answers; unit: DurationUnit; zone: string }
): Promise<CleanedView> {
	const known = await usualTimes(database, columns);
	const stepped = await blotCallerNames(database, await cleanColumns(database, columns, known));
	await makeSteppedView(database, stepped);
	const cleaned = await blotPersons(database, stepped);
	const saidOrder = answers['date-order'] as DateOrder | undefined;
	const times = await timeColumns(database, cleaned, { dates, known, saidOrder });
	const timeOf = new Map<ExportField, TimeColumn>(times.columns.map((time) => [time.field, time]));

	const whole = cleaned.filter(({ column }) => !column.isPartner);
	const textOf = ({ column, value }: CleanColumn) => timeOf.get(column.field)?.text ?? value;
	const number = whole.find(({ column }) => column.field === 'order_number');
	const numberText = number ? await orderNumberSql(database, number.value, answers) : '';
	const texts = whole.map((clean) => `${clean === number ? numberText : textOf(clean)} as v_${clean.column.field}`);
	const coded = whole.filter(({ column }) => isCoded(column.field));
	for (const clean of coded) {
		const { field } = clean.column;
		await readWords(database, field, textOf(clean), field === 'suspended_days' ? perDay[unit] : 0);
		if (field === 'satisfaction' || field === 'satisfaction_final' || field === 'agent_rating')
			await readScale(database, field, answers.scale);
	}
	const codes = coded.map(
		({ column: { field } }) => `, words_${field}.code as w_${field}, words_${field}.is_known as known_${field}`
	);
	const joins = coded.map(({ column: { field } }) => `left join words_${field} on words_${field}.word = v_${field}`);
	await database.run(
		`create ${database.between} cleaned as select rows.*${codes.join('')}
		from (select *, ${texts.join(', ')} from tidy) as rows ${joins.join(' ')}`
	);

	const timeSqls = new Map(times.columns.map((time) => [time.field, timeSql(time, zone)]));
	const read = whole.map(({ column }): ReadField => {
		const { field } = column;
		const time = timeSqls.get(field);
		if (time) return { field, column: timeOf.get(field)!.sources[0]!.column, value: time.value, time };
		return { field, column, value: isCoded(field) && !keepsWord(field) ? `w_${field}` : `v_${field}` };
	});
	const { fields, misplaced } = await withoutMisplaced(database, read);
	const used = new Set(times.columns.flatMap(({ sources }) => sources.map(({ column }) => column.name)));
	const changed = cleaned.filter(({ column }) => column.kind !== 'time' || used.has(column.name));
	return {
		fields,
		repairs: [
			...changed.flatMap(({ column, repairs }) => repairs.map((repair) => ({ ...repair, column }))),
			...fields.flatMap((field) => readingRepairs(field, unit)),
			...misplaced,
			...(number === undefined || numberText === number.value
				? []
				: [
						{
							rule: 'order_number_joined',
							column: number.column,
							when: `v_order_number is distinct from ${number.value}`
						}
					])
		],
		orders: times.orders,
		hasZones: times.columns.some(({ shapes }) => shapes.some(({ reading }) => reading?.hasZone)),
		mapping: fields.map(({ field, column }) => ({
			field,
			headers: timeOf.get(field)?.sources.map((source) => source.column.header) ?? [column.header]
		}))
	};
}
