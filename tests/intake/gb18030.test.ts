import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { PlainLines } from '#lib/server/intake/cells/plain-lines.ts';

const comma = 0x2c;
const lineFeed = 0x0a;
const layout = { separator: comma, width: 2, numberPlace: 0, encoding: 'gb18030' } as const;
const decoder = new TextDecoder('gb18030', { fatal: true });

/** A line whose second cell holds these bytes. */
const lineOf = (cell: readonly number[]) => Uint8Array.from([...Buffer.from('1001,'), ...cell, lineFeed]);

const lines = new PlainLines(layout);
const read = (line: Uint8Array) => {
	const { plain, plainRows, other } = lines.read(line, 0, line.length, 7);
	return { text: Buffer.from(plain).toString('utf8'), plainRows, other };
};

function decodes(bytes: Uint8Array): string | undefined {
	try {
		return decoder.decode(bytes);
	} catch {
		return undefined;
	}
}

describe('plain lines of GB18030 say what the decoder says', () => {
	test('of every pair of bytes', () => {
		for (let lead = 0x81; lead <= 0xfe; lead++) {
			const cell = Array.from({ length: 0xbf }, (_, place) => 0x40 + place)
				.filter((trail) => trail !== 0x7f)
				.flatMap((trail) => [lead, trail]);
			expect(read(lineOf(cell)).text).toBe(`7,${decoder.decode(lineOf(cell))}`);
		}
	});

	test('of characters of four bytes, in two and three and four bytes of UTF-8', () => {
		// ÿ, ㌊ and 𠮷.
		const cell = [0x81, 0x30, 0x8b, 0x37, 0x81, 0x39, 0xb0, 0x34, 0x95, 0x34, 0xb2, 0x37];
		expect(read(lineOf(cell)).text).toBe(`7,${decoder.decode(lineOf(cell))}`);
		expect(read(lineOf([...cell, ...cell])).text).toBe(`7,${decoder.decode(lineOf([...cell, ...cell]))}`);
	});

	test('and lines that it would not read, or only with a character lost, are not plain', () => {
		const random = randomFrom(20261122);
		let foreign = 0;
		for (let time = 0; time < 4000; time++) {
			// Mostly bytes that lead, trail or are digits: nearly everything else is foreign at once.
			const pick = () =>
				[0x81 + random() * 0x7e, 0x40 + random() * 0x3f, 0x30 + random() * 10][Math.floor(random() * 3)]!;
			const cell = Array.from({ length: 1 + Math.floor(random() * 6) }, () => Math.floor(pick()));
			if (cell.includes(0x7f)) continue;
			const line = lineOf(cell);
			const said = decodes(line);
			if (said === undefined) foreign++;
			const isPlain = said !== undefined && !said.includes('\ufffd');
			expect(read(line), cell.join(' ')).toEqual(
				isPlain
					? { text: `7,${said}`, plainRows: 1, other: null }
					: { text: '', plainRows: 0, other: { start: 0, end: line.length } }
			);
		}
		expect(foreign).toBeGreaterThan(100);
	});

	test.each([[[0x80]], [[0xff]], [[0xb3]], [[0x81, 0x30]], [[0x81, 0x30, 0x81]], [[0x84, 0x31, 0xa4, 0x37]]])(
		'%j is for the decoder',
		(cell) => expect(read(lineOf(cell)).plainRows).toBe(0)
	);
});
