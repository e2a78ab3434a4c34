import { type ExportField, fieldsOfKind } from '#lib/domain/export-fields.ts';
import { type DateOrder, readShape, type TimeShape } from '#lib/domain/time-shapes.ts';
import type { DateCells } from '../read/workbook.ts';
import type { CleanColumn } from './cleaning.ts';
import type { Database } from './database.ts';
import { decideOrders, orderEvidence } from './date-order.ts';

/** One of a field's ways of being written, and how many values are. */
export type FoundShape = {
	shape: string;
	count: number;
	reading: TimeShape | undefined;
	/** How many values begin with which four characters: their years, where the shape begins with one. */
	beginnings: [beginning: string, count: number][];
	/** Some of the values say 24:00, or end in a 60th second. */
	hasHour24: boolean;
	hasSecond60: boolean;
};

export type TimeColumn = {
	field: ExportField;
	/** The columns read: two where a date and a clock column are joined. */
	sources: CleanColumn[];
	/** The value's text as SQL over `tidy`. */
	text: string;
	shapes: FoundShape[];
	/** Spreadsheet dates without a time of day, although their text shows midnight. */
	isMidnightDates: boolean;
	hasHour24: boolean;
	hasSecond60: boolean;
	/** Bare numbers in this column are spreadsheet serials: all of them lie between 1954 and 2119. */
	isSerial: boolean;
};

/** What is known of the shapes of a text before it is looked at, by its SQL. */
export type KnownShapes = ReadonlyMap<string, FoundShape[]>;

const digits = (value: string) => `translate(${value}, '012345678', '999999999')`;

/** How most systems write a moment: told from its pattern three times as quickly as by putting nines for its digits. */
const usual = { shape: '9999-99-99 99:99:99', pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}' };
export const usualShape = usual.shape;
const shapeOf = (value: string) =>
	`if(regexp_full_match(${value}, '${usual.pattern}'), '${usual.shape}', ${digits(value)})`;

async function foundShapes(database: Database, text: string, known: KnownShapes): Promise<FoundShape[]> {
	const before = known.get(text);
	if (before) return before;
	const rows = await database.rows(
		`with begun as (
			select ${shapeOf('v')} as shape, left(v, 4) as beginning, count(*) as times,
				bool_or(contains(v, ' 24:') or contains(v, 'T24:')) as hour_24, bool_or(suffix(v, ':60')) as second_60
			from (select ${text} as v from tidy) where v is not null
			group by shape, beginning
		)
		select shape, sum(times)::bigint as n_values, bool_or(hour_24) as hour_24, bool_or(second_60) as second_60,
			case when starts_with(shape, '9999') then to_json(list([beginning, times::varchar])) end as beginnings
		from begun group by shape order by n_values desc limit 1000`
	);
	return rows.map(({ shape, n_values, hour_24, second_60, beginnings }) => ({
		shape: String(shape),
		count: Number(n_values),
		beginnings: readBeginnings(String(beginnings ?? '[]')),
		reading: readShape(String(shape)),
		hasHour24: hour_24 === true,
		hasSecond60: second_60 === true
	}));
}

/** What a list of beginnings, each with its count as text, says. */
export const readBeginnings = (json: string) =>
	(JSON.parse(json) as [string, string][]).map(([beginning, times]): [string, number] => [beginning, Number(times)]);

/** Whether every bare number of a column can be a spreadsheet's serial. */
async function areSerials(database: Database, text: string): Promise<boolean> {
	const [row] = await database.rows(
		`select count(*) as n_others from (select ${text} as v from tidy)
		where regexp_full_match(v, '\\d{5}(\\.\\d+)?') and try_cast(v as double) not between 20000 and 80000`
	);
	return row?.n_others === 0;
}

const every = (shapes: FoundShape[], holds: (reading: TimeShape) => boolean) =>
	shapes.length > 0 && shapes.every(({ reading }) => reading !== undefined && holds(reading));
const isDates = (shapes: FoundShape[]) => every(shapes, (reading) => reading.reading !== 'clock' && !reading.hasClock);
const isClocks = (shapes: FoundShape[]) => every(shapes, (reading) => reading.reading === 'clock');

const joined = (date: string, clock: string) =>
	`case when (${date}) is not null then concat_ws(' ', ${date}, ${clock}) end`;

/** A date column and a clock column become one; a second column that turns out to be whole replaces a bare date. */
async function chooseText(
	database: Database,
	whole: CleanColumn,
	partner: CleanColumn | undefined,
	known: KnownShapes
) {
	const shapes = await foundShapes(database, whole.value, known);
	if (!partner) return { sources: [whole], text: whole.value, shapes };
	const others = await foundShapes(database, partner.value, known);
	const join = async (date: CleanColumn, clock: CleanColumn) => {
		const text = joined(date.value, clock.value);
		return { sources: [date, clock], text, shapes: await foundShapes(database, text, known) };
	};
	if (isDates(shapes) && isClocks(others)) return join(whole, partner);
	if (isClocks(shapes) && isDates(others)) return join(partner, whole);
	if (isDates(shapes) && every(others, ({ hasClock }) => hasClock)) {
		return { sources: [partner], text: partner.value, shapes: others };
	}
	return { sources: [whole], text: whole.value, shapes };
}

async function describe(
	database: Database,
	whole: CleanColumn,
	partner: CleanColumn | undefined,
	{ dates, known }: { dates: DateCells; known: KnownShapes }
) {
	const { sources, text, shapes } = await chooseText(database, whole, partner, known);
	const hasSerial = shapes.some(({ reading }) => reading?.reading === 'serial');
	const place = sources[0]!.column.place;
	return {
		field: whole.column.field,
		sources,
		text,
		shapes,
		isMidnightDates: dates.atMidnight.has(place) && !dates.withClock.has(place),
		hasHour24: shapes.some((found) => found.hasHour24),
		hasSecond60: shapes.some((found) => found.hasSecond60),
		isSerial: hasSerial && (await areSerials(database, text))
	} satisfies TimeColumn;
}

export type TimeColumns = { columns: TimeColumn[]; orders: DateOrder[] };

/** Every time of the export, with the way to read it decided from all its values. */
export async function timeColumns(
	database: Database,
	cleaned: CleanColumn[],
	{ dates, known, saidOrder }: { dates: DateCells; known: KnownShapes; saidOrder: DateOrder | undefined }
): Promise<TimeColumns> {
	const columns: TimeColumn[] = [];
	for (const field of fieldsOfKind('time')) {
		const whole = cleaned.find(({ column }) => column.field === field && !column.isPartner);
		const partner = cleaned.find(({ column }) => column.field === field && column.isPartner);
		if (whole) columns.push(await describe(database, whole, partner, { dates, known }));
	}
	const unordered = columns.filter(({ shapes }) => shapes.some(({ reading }) => reading?.needsOrder));
	const evidence = [];
	for (const { text, sources } of unordered) {
		evidence.push(await orderEvidence(database, text, sources[0]!.column.header));
	}
	const orders = decideOrders(evidence, saidOrder);
	unordered.forEach((column, index) => {
		for (const found of column.shapes) found.reading = readShape(found.shape, orders[index]);
	});
	return { columns, orders: [...new Set(orders)] };
}
