const leads = { first: 0x81, last: 0xfe };
const trails = { first: 0x40, last: 0xfe, none: 0x7f };
/** What the decoder writes where it knows no character. */
const lost = 0xfffd;

let askedPairs: Uint16Array | undefined;

/** Of each pair of bytes, at `lead << 8 | trail`, the character that it is; 0 where it is none. What the platform's decoder says of all of them, asked once. */
export const pairsOfGb18030 = (): Uint16Array => (askedPairs ??= askPairs());

function askPairs(): Uint16Array {
	const pairs: number[] = [];
	for (let lead = leads.first; lead <= leads.last; lead++)
		for (let trail = trails.first; trail <= trails.last; trail++)
			if (trail !== trails.none) pairs.push((lead << 8) | trail);
	const text = new TextDecoder('gb18030').decode(Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff])));
	const table = new Uint16Array(0x10000);
	// Were one of them longer in text, all behind it would be taken for their neighbours: without a table every line goes to the decoder.
	if (text.length !== pairs.length) return table;
	for (const [place, pair] of pairs.entries()) {
		const character = text.charCodeAt(place);
		if (character !== lost) table[pair] = character;
	}
	return table;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Tells the character that the four bytes at a place are, 0 where they are none. They are rare: the platform's decoder is asked of each once. */
export function fourBytesOfGb18030(): (bytes: Uint8Array, at: number) => number {
	const decoder = new TextDecoder('gb18030');
	const known = new Map<number, number>();
	return (bytes, at) => {
		if (!isDigit(bytes[at + 1]) || !isDigit(bytes[at + 3])) return 0;
		const key = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
		let character = known.get(key);
		if (character === undefined) {
			const text = decoder.decode(bytes.subarray(at, at + 4));
			const said = text.codePointAt(0) ?? lost;
			character = said === lost || text.length > String.fromCodePoint(said).length ? 0 : said;
			known.set(key, character);
		}
		return character;
	};
}

/** Writes one character at a place in bytes of UTF-8, and says where the next one stands. */
export function writeUtf8(out: Uint8Array, at: number, character: number): number {
	if (character < 0x800) {
		out[at] = 0xc0 | (character >> 6);
		out[at + 1] = 0x80 | (character & 0x3f);
		return at + 2;
	}
	if (character < 0x10000) {
		out[at] = 0xe0 | (character >> 12);
		out[at + 1] = 0x80 | ((character >> 6) & 0x3f);
		out[at + 2] = 0x80 | (character & 0x3f);
		return at + 3;
	}
	out[at] = 0xf0 | (character >> 18);
	out[at + 1] = 0x80 | ((character >> 12) & 0x3f);
	out[at + 2] = 0x80 | ((character >> 6) & 0x3f);
	out[at + 3] = 0x80 | (character & 0x3f);
	return at + 4;
}
