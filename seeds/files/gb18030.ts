/**
 * Writes text as GB18030. Node can read the encoding but not write it, so the table is made by reading: every two-byte
 * code once, and the four-byte codes of the basic plane the first time a character needs one.
 */
const decoder = new TextDecoder('gb18030');
const fourByteCodesOfBasicPlane = 39_420;

/** For each UTF-16 unit its code of one or two bytes; 0 where there is none. */
const short = new Uint16Array(65_536);
let long: Uint32Array | null = null;

const codes = new Uint8Array(126 * 190 * 2);
let filled = 0;
for (let lead = 0x81; lead <= 0xfe; lead++) {
	for (let trail = 0x40; trail <= 0xfe; trail++) {
		if (trail === 0x7f) continue;
		codes[filled++] = lead;
		codes[filled++] = trail;
	}
}
const characters = decoder.decode(codes);
for (let place = 0; place < characters.length; place++) {
	const unit = characters.charCodeAt(place);
	if (unit !== 0xfffd) short[unit] = (codes[2 * place]! << 8) | codes[2 * place + 1]!;
}
for (let unit = 0; unit < 0x80; unit++) short[unit] = unit;

export function encodeGb18030(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length * 4);
	let at = 0;
	for (let place = 0; place < text.length; place++) {
		const unit = text.charCodeAt(place);
		const code = short[unit]!;
		if (unit < 0x80) bytes[at++] = unit;
		else if (code !== 0) {
			bytes[at++] = code >> 8;
			bytes[at++] = code & 0xff;
		} else {
			const point = text.codePointAt(place)!;
			if (point > 0xffff) place++;
			at = writeFourBytes(bytes, at, point > 0xffff ? 189_000 + point - 0x10000 : positionInBasicPlane(point));
		}
	}
	return bytes.subarray(0, at);
}

/** Four-byte codes are numbered from 81 30 81 30, digits of 10, 126, 10 and 126. */
function writeFourBytes(bytes: Uint8Array, at: number, position: number): number {
	bytes[at] = 0x81 + Math.floor(position / 12_600);
	bytes[at + 1] = 0x30 + (Math.floor(position / 1260) % 10);
	bytes[at + 2] = 0x81 + (Math.floor(position / 10) % 126);
	bytes[at + 3] = 0x30 + (position % 10);
	return at + 4;
}

function positionInBasicPlane(unit: number): number {
	if (long === null) {
		long = new Uint32Array(65_536);
		const all = new Uint8Array(fourByteCodesOfBasicPlane * 4);
		for (let position = 0; position < fourByteCodesOfBasicPlane; position++)
			writeFourBytes(all, position * 4, position);
		const read = decoder.decode(all);
		for (let position = 0; position < read.length; position++) long[read.charCodeAt(position)] = position + 1;
	}
	const found = long[unit]!;
	if (found === 0) throw new Error(`no GB18030 code for U+${unit.toString(16)}`);
	return found - 1;
}
