import { i32, i64, list, struct, text, thriftBytes, varint, type Thrift } from './thrift.ts';

/**
 * A table as a Parquet file: one row group, one plain page a column, nothing compressed. Written here and not by a
 * database, because the pages of a release may reach none. https://parquet.apache.org/docs/file-format/
 */
export type ParquetType = 'varchar' | 'bigint' | 'double' | 'boolean';
export type ParquetColumn = { name: string; type: ParquetType };
export type ParquetValue = string | number | boolean | null;

/** What the format calls a type, and what a reader should take its bytes for. */
const physical: Record<ParquetType, number> = { boolean: 0, bigint: 2, double: 5, varchar: 6 };
const utf8 = { converted: i32(0), logical: struct({ 1: struct({}) }) };

const [optional, plain, rle, uncompressed] = [1, 0, 3, 0];
const mark = new TextEncoder().encode('PAR1');

/** Rows in the order of the columns; `notes` go into the file's own metadata. Throws where a bigint is no whole number. */
export function parquetFile(
	columns: ParquetColumn[],
	rows: ParquetValue[][],
	notes: Record<string, string>
): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [mark];
	let written = mark.length;
	const chunks = columns.map((column, place) => {
		const page = pageOf(
			column.type,
			rows.map((row) => row[place] ?? null)
		);
		const start = written;
		parts.push(page);
		written += page.length;
		return chunk(column, rows.length, start, page.length);
	});
	const group = struct({ 1: list('struct', chunks), 2: i64(written - mark.length), 3: i64(rows.length) });
	const footer = Uint8Array.from(
		thriftBytes(
			struct({
				1: i32(1),
				2: list('struct', schemaOf(columns)),
				3: i64(rows.length),
				4: list('struct', rows.length > 0 ? [group] : []),
				5: list(
					'struct',
					Object.entries(notes).map(([name, note]) => struct({ 1: text(name), 2: text(note) }))
				),
				6: text('Duban')
			})
		)
	);
	return joined([...parts, footer, littleEndian(footer.length), mark]);
}

const schemaOf = (columns: ParquetColumn[]): Thrift[] => [
	struct({ 4: text('table'), 5: i32(columns.length) }),
	...columns.map(({ name, type }) =>
		struct({
			1: i32(physical[type]),
			3: i32(optional),
			4: text(name),
			6: type === 'varchar' ? utf8.converted : undefined,
			10: type === 'varchar' ? utf8.logical : undefined
		})
	)
];

const chunk = ({ name, type }: ParquetColumn, count: number, start: number, size: number): Thrift =>
	struct({
		2: i64(start),
		3: struct({
			1: i32(physical[type]),
			2: list('i32', [i32(plain), i32(rle)]),
			3: list('text', [text(name)]),
			4: i32(uncompressed),
			5: i64(count),
			6: i64(size),
			7: i64(size),
			9: i64(start)
		})
	});

/** Header, which values are there, and those that are. */
function pageOf(type: ParquetType, values: ParquetValue[]): Uint8Array {
	const levels = bits(values.map((value) => value !== null));
	const run = Uint8Array.from([...varint(levels.length * 2 + 1), ...levels]);
	const present = values.filter((value) => value !== null);
	const body = joined([littleEndian(run.length), run, plainBytes(type, present)]);
	const header = struct({
		1: i32(0),
		2: i32(body.length),
		3: i32(body.length),
		5: struct({ 1: i32(values.length), 2: i32(plain), 3: i32(rle), 4: i32(rle) })
	});
	return joined([Uint8Array.from(thriftBytes(header)), body]);
}

function plainBytes(type: ParquetType, values: Exclude<ParquetValue, null>[]): Uint8Array {
	if (type === 'boolean') return bits(values.map((value) => value === true));
	if (type === 'varchar') {
		const encoder = new TextEncoder();
		return joined(
			values.flatMap((value) => {
				const bytes = encoder.encode(String(value));
				return [littleEndian(bytes.length), bytes];
			})
		);
	}
	const view = new DataView(new ArrayBuffer(values.length * 8));
	values.forEach((value, place) => {
		if (type === 'bigint') view.setBigInt64(place * 8, BigInt(value), true);
		else view.setFloat64(place * 8, Number(value), true);
	});
	return new Uint8Array(view.buffer);
}

/** Eight to a byte, the first lowest. */
function bits(flags: boolean[]): Uint8Array {
	const bytes = new Uint8Array(Math.ceil(flags.length / 8));
	flags.forEach((flag, place) => {
		if (flag) bytes[place >> 3]! |= 1 << (place & 7);
	});
	return bytes;
}

const littleEndian = (value: number) => Uint8Array.from([0, 8, 16, 24], (shift) => (value >>> shift) & 255);

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let place = 0;
	for (const part of parts) {
		whole.set(part, place);
		place += part.length;
	}
	return whole;
}
