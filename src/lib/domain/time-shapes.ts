/**
 * Ways of writing a time. A column's values are first reduced to shapes, every digit a 9 (`2018/7/4 9:05` is
 * `9999/9/9 9:99`), so that a million values are a handful of shapes, and the way to read each shape is decided
 * here rather than value by value.
 */

/** Order of month and day in a column such as 03/04/2026; with years of two digits, the year may come first. */
export const dateOrders = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export type TimeShape = {
	/** How to parse the value with DuckDB's strptime; empty for a serial number. */
	format: string;
	/** serial: days since 1899-12-30, as spreadsheets count. clock: a time of day without a date. */
	reading: 'plain' | 'morning' | 'noon' | 'afternoon' | 'serial' | 'clock';
	hasClock: boolean;
	hasZone: boolean;
	/** True for 03/04/2026: the order of month and day is not in the value. */
	needsOrder: boolean;
	/** True for two-digit years: tried before four-digit ones, since %Y reads 18 as the year 18. */
	hasShortYear: boolean;
};

const partOfDay: Record<string, TimeShape['reading']> = {
	上午: 'morning',
	凌晨: 'morning',
	早上: 'morning',
	中午: 'noon',
	下午: 'afternoon',
	晚上: 'afternoon'
};

const yearFirst = /^(9{4})([-/.年])(9{1,2})([-/.月])(9{1,2})(日?)/;
const yearLast = /^(9{1,2})([-/.])(9{1,2})\2(9{4}|9{2})(?=$|[ T])/;
const shortYear = /^(9{1,2})([-/.])(9{1,2})\2(9{1,2})(?=$|[ T])/;
const compact = /^9{8}(?=$|[ T])/;
const clock =
	/^(9{1,2})([:时点])(?:(9{1,2})(?:([:分])(?:(9{1,2})(秒?))?)?(\.9{1,9})?)?( ?[AP]M)?( ?(?:Z|[+-]99:?99))?$/i;

function clockFormat(text: string): Pick<TimeShape, 'format' | 'hasZone'> | undefined {
	const found = clock.exec(text);
	if (!found) return undefined;
	const [, , hourEnd, minutes, minuteEnd, seconds, secondEnd, fraction, halfDay, zone] = found;
	if (hourEnd === ':' && !minutes) return undefined;
	if (minuteEnd === ':' && !seconds) return undefined;
	if (fraction && !seconds) return undefined;
	const format = [
		halfDay ? '%I' : '%H',
		hourEnd,
		minutes ? '%M' : '',
		minuteEnd ?? '',
		seconds ? `%S${secondEnd}` : '',
		fraction ? '.%n' : '',
		halfDay ? halfDay.replace(/[AP]M/i, '%p') : ''
	];
	return { format: format.join('') + (zone ? zone.replace(/Z|[+-].*/i, '%z') : ''), hasZone: zone !== undefined };
}

function dateFormat(shape: string, order: DateOrder) {
	const iso = yearFirst.exec(shape);
	if (iso)
		return { length: iso[0].length, format: `%Y${iso[2]}%m${iso[4]}%d${iso[6]}`, needsOrder: false, short: false };
	const last = yearLast.exec(shape);
	if (last && order !== 'ymd') {
		const separator = last[2]!;
		const short = last[4]!.length === 2;
		const parts = [...(order === 'dmy' ? ['%d', '%m'] : ['%m', '%d']), short ? '%y' : '%Y'];
		return { length: last[0].length, format: parts.join(separator), needsOrder: true, short };
	}
	const short = shortYear.exec(shape);
	if (short && order !== 'mdy') {
		const parts = order === 'ymd' ? ['%y', '%m', '%d'] : ['%d', '%m', '%y'];
		return { length: short[0].length, format: parts.join(short[2]), needsOrder: true, short: true };
	}
	const digits = compact.exec(shape);
	if (digits) return { length: 8, format: '%Y%m%d', needsOrder: false, short: false };
	return undefined;
}

/** Reads a shape; undefined where it is no time we know. */
export function readShape(shape: string, said?: DateOrder): TimeShape | undefined {
	// 26-1-5 reads in no order but the year first; before the order is known, that it needs one is all that counts.
	const order = said ?? (yearLast.test(shape) ? 'mdy' : 'ymd');
	const base = { hasZone: false, needsOrder: false, hasShortYear: false };
	if (/^9{5}(\.9+)?$/.test(shape)) return { ...base, format: '', reading: 'serial', hasClock: shape.includes('.') };
	if (shape === '9'.repeat(14)) return { ...base, format: '%Y%m%d%H%M%S', reading: 'plain', hasClock: true };
	if (shape === '9'.repeat(12)) return { ...base, format: '%Y%m%d%H%M', reading: 'plain', hasClock: true };
	const alone = clockFormat(shape);
	if (alone) return { ...base, ...alone, reading: 'clock', hasClock: true };

	const date = dateFormat(shape, order);
	if (!date) return undefined;
	const known = { ...base, needsOrder: date.needsOrder, hasShortYear: date.short };
	const rest = shape.slice(date.length);
	if (rest.trim() === '') return { ...known, format: date.format + rest, reading: 'plain', hasClock: false };
	const opening = /^[T ]*(上午|凌晨|早上|中午|下午|晚上)? */.exec(rest)!;
	const time = clockFormat(rest.slice(opening[0].length));
	if (!time) return undefined;
	return {
		...known,
		format: date.format + opening[0] + time.format,
		reading: partOfDay[opening[1] ?? ''] ?? 'plain',
		hasClock: true,
		hasZone: time.hasZone
	};
}

/** The shape of a time as it stands in a cell, where it has one. */
export const shapeOfCell = (cell: string): TimeShape | undefined => readShape(cell.trim().replace(/\d/g, '9'));
