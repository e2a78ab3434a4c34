/**
 * Thrift's compact protocol, as much of it as the footer of a Parquet file needs.
 * https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */

export type Thrift =
	| { type: 'i32'; value: number }
	| { type: 'i64'; value: number }
	| { type: 'text'; value: string }
	| { type: 'list'; of: Thrift['type']; items: Thrift[] }
	| { type: 'struct'; fields: [id: number, value: Thrift][] };

const codes: Record<Thrift['type'], number> = { i32: 5, i64: 6, text: 8, list: 9, struct: 12 };

export const i32 = (value: number): Thrift => ({ type: 'i32', value });
export const i64 = (value: number): Thrift => ({ type: 'i64', value });
export const text = (value: string): Thrift => ({ type: 'text', value });
export const list = (of: Thrift['type'], items: Thrift[]): Thrift => ({ type: 'list', of, items });

/** Fields by their number; one that is undefined is left out. */
export const struct = (fields: Record<number, Thrift | undefined>): Thrift => ({
	type: 'struct',
	fields: Object.entries(fields)
		.flatMap(([id, value]): [number, Thrift][] => (value === undefined ? [] : [[Number(id), value]]))
		.sort(([a], [b]) => a - b)
});

/** Seven bits a byte, the lowest first, for a number from 0 to 2^53. */
export function varint(value: number): number[] {
	const bytes: number[] = [];
	let rest = value;
	while (rest > 127) {
		bytes.push((rest % 128) + 128);
		rest = Math.floor(rest / 128);
	}
	return [...bytes, rest];
}

/** Whole numbers of either sign as those of one: 0, −1, 1, −2 … become 0, 1, 2, 3. */
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);

export function thriftBytes(value: Thrift): number[] {
	if (value.type === 'i32' || value.type === 'i64') return varint(zigzag(value.value));
	if (value.type === 'text') {
		const bytes = [...new TextEncoder().encode(value.value)];
		return [...varint(bytes.length), ...bytes];
	}
	if (value.type === 'list') {
		const { items, of } = value;
		const head = items.length < 15 ? [items.length * 16 + codes[of]] : [0xf0 + codes[of], ...varint(items.length)];
		return [...head, ...items.flatMap(thriftBytes)];
	}
	let last = 0;
	const fields = value.fields.flatMap(([id, field]) => {
		const step = id - last;
		last = id;
		return [step * 16 + codes[field.type], ...thriftBytes(field)];
	});
	return [...fields, 0];
}
