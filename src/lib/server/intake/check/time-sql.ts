import type { TimeShape } from '#lib/domain/time-shapes.ts';
import { literal, literals } from './database.ts';
import { type TimeColumn, usualShape } from './time-columns.ts';

/** A time's reading as SQL over a column named `v_<field>` that holds its text. */
export type TimeSql = {
	field: TimeColumn['field'];
	/** TIMESTAMP, null where the text is no time. */
	value: string;
	/** BOOLEAN: the text gives a day and no time of day. */
	isDate: string;
	/** How many values are of which year, where every value begins with four digits of it; else null. */
	years: [year: number, count: number][] | null;
	repairs: { rule: string; when: string }[];
};

const parse = (text: string, formats: string[]) => `try_strptime(${text}, [${literals(formats)}])`;
const serialPattern = '\\d{5}(\\.\\d+)?';

/** Two-digit years are tried first, since %Y would read 18 as the year 18. */
function formatsOf(column: TimeColumn, wanted: (shape: TimeShape) => boolean): string[] {
	const readings = column.shapes.flatMap(({ reading }) => (reading && wanted(reading) ? [reading] : []));
	const ordered = [
		...readings.filter((shape) => shape.hasShortYear),
		...readings.filter((shape) => !shape.hasShortYear)
	];
	return [...new Set(ordered.map(({ format }) => format))];
}

/** The hour of 下午3点 is 15; 中午 is noon and what follows; 凌晨12点 is 0. */
const hoursShifted = {
	afternoon: (time: string) => `case when hour(${time}) < 12 then ${time} + interval 12 hour else ${time} end`,
	noon: (time: string) => `case when hour(${time}) < 5 then ${time} + interval 12 hour else ${time} end`,
	morning: (time: string) => `case when hour(${time}) = 12 then ${time} - interval 12 hour else ${time} end`
};

function readingSql(column: TimeColumn, text: string, zone: string): string {
	const attempts: string[] = [];
	const [only, ...others] = column.shapes;
	// Read as it stands: the very moments that the format gives, in half the time.
	if (only?.shape === usualShape && others.length === 0 && !column.hasHour24 && !column.hasSecond60)
		return `try_cast(${text} as timestamp)`;
	const plain = formatsOf(column, (shape) => shape.reading === 'plain' && !shape.hasZone);
	if (plain.length > 0) attempts.push(parse(text, plain));
	for (const reading of ['afternoon', 'noon', 'morning'] as const) {
		const formats = formatsOf(column, (shape) => shape.reading === reading && !shape.hasZone);
		if (formats.length > 0) attempts.push(hoursShifted[reading](parse(text, formats)));
	}
	const zoned = formatsOf(column, (shape) => shape.hasZone);
	if (zoned.length > 0) {
		const offsetText = `regexp_replace(${text}, '[Zz]$', '+00:00')`;
		attempts.push(`timezone(${literal(zone)}, ${parse(offsetText, zoned)})`);
	}
	if (column.isSerial) {
		const seconds = `round((try_cast(${text} as double) - 25569) * 86400)`;
		attempts.push(
			`case when regexp_full_match(${text}, '${serialPattern}')
				then make_timestamp(cast(${seconds} as bigint) * 1000000) end`
		);
	}
	if (attempts.length === 0) return 'cast(null as timestamp)';
	const whole = attempts.length === 1 ? attempts[0]! : `coalesce(${attempts.join(', ')})`;
	const hasFraction = column.shapes.some(({ reading }) => reading?.format.includes('%n'));
	return `cast(${hasFraction ? `date_trunc('second', ${whole})` : whole} as timestamp)`;
}

function isDateSql(column: TimeColumn, text: string): string {
	const readings = column.shapes.map(({ reading }) => reading).filter((reading) => reading !== undefined);
	if (column.isMidnightDates) return `(${text} not like '%:%' or ${text} like '% 00:00:00')`;
	if (readings.every(({ hasClock }) => hasClock)) return 'false';
	if (readings.every(({ hasClock }) => !hasClock)) return 'true';
	return `not regexp_matches(${text}, '[:点时]|^\\d{12,14}$|^\\d{5}\\.\\d')`;
}

export function timeSql(column: TimeColumn, zone: string): TimeSql {
	const text = `v_${column.field}`;
	const repairs: TimeSql['repairs'] = [];
	let value = readingSql(column, text, zone);
	if (column.hasHour24) {
		const when = `regexp_matches(${text}, '[ T]24:00(:00)?$')`;
		const midnight = readingSql(column, `regexp_replace(${text}, '([ T])24:', '\\100:')`, zone);
		value = `case when ${when} then ${midnight} + interval 1 day else ${value} end`;
		repairs.push({ rule: 'hour_24', when });
	}
	if (column.hasSecond60) {
		const when = `regexp_matches(${text}, ':60$')`;
		const second59 = readingSql(column, `regexp_replace(${text}, ':60$', ':59')`, zone);
		value = `case when ${when} then ${second59} + interval 1 second else ${value} end`;
		repairs.push({ rule: 'second_60', when });
	}
	if (column.shapes.some(({ reading }) => reading && reading.reading in hoursShifted))
		repairs.push({ rule: 'part_of_day', when: `regexp_matches(${text}, '上午|凌晨|早上|中午|下午|晚上')` });
	if (column.isSerial)
		repairs.push({ rule: 'excel_serial_date', when: `regexp_full_match(${text}, '${serialPattern}')` });
	const zones = new Set(column.shapes.map(({ reading }) => reading?.hasZone ?? false));
	if (zones.size > 1)
		repairs.push({ rule: 'zone_converted', when: `regexp_matches(${text}, '([Zz]|[+-]\\d{2}:?\\d{2})$')` });
	const isYearFirst = column.shapes.every(({ shape }) => shape.startsWith('9999') && !/^9+(\.9+)?$/.test(shape));
	const years = isYearFirst
		? column.shapes.flatMap(({ beginnings }) =>
				beginnings.map(([year, count]): [number, number] => [Number(year), count])
			)
		: null;
	return { field: column.field, value, isDate: isDateSql(column, text), years, repairs };
}
