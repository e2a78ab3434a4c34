import { inflateSync } from 'node:zlib';

/** The dots of a PNG of eight bits a channel: red, green, blue and (where there is one) alpha, row by row. */
export type Dots = { width: number; height: number; channels: number; dots: Uint8Array };

/** Reads what a PNG file says it holds; throws where it is none. */
export function readPng(bytes: Uint8Array): Dots {
	const file = Buffer.from(bytes);
	if (file.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG');
	const parts: Buffer[] = [];
	for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
		if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
	}
	const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
	const channels = kind === 6 ? 4 : 3;
	if (depth !== 8 || (kind !== 6 && kind !== 2)) throw new Error(`a PNG of another kind: ${kind}, ${depth} bits`);
	return {
		width,
		height,
		channels,
		dots: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
	};
}

/** Each line begins with how it is written as a difference to its neighbours (PNG specification, section 9). */
function unfiltered(raw: Buffer, line: number, height: number, step: number): Uint8Array {
	const dots = new Uint8Array(line * height);
	for (let y = 0; y < height; y++) {
		const filter = raw[y * (line + 1)]!;
		const [from, here, above] = [y * (line + 1) + 1, y * line, (y - 1) * line];
		for (let x = 0; x < line; x++) {
			const left = x >= step ? dots[here + x - step]! : 0;
			const up = y > 0 ? dots[above + x]! : 0;
			const corner = x >= step && y > 0 ? dots[above + x - step]! : 0;
			let guess = 0;
			if (filter === 1) guess = left;
			else if (filter === 2) guess = up;
			else if (filter === 3) guess = (left + up) >> 1;
			else if (filter === 4) guess = paeth(left, up, corner);
			dots[here + x] = raw[from + x]! + guess;
		}
	}
	return dots;
}

function paeth(left: number, up: number, corner: number): number {
	const a = Math.abs(up - corner);
	const b = Math.abs(left - corner);
	const c = Math.abs(left + up - 2 * corner);
	if (a <= b && a <= c) return left;
	return b <= c ? up : corner;
}

/** How many dots from line `from` up to `to` are darker than `limit` in every colour. */
export function darkDots({ width, channels, dots }: Dots, from: number, to: number, limit = 140): number {
	let dark = 0;
	for (let at = from * width * channels; at < to * width * channels; at += channels) {
		if (dots[at]! < limit && dots[at + 1]! < limit && dots[at + 2]! < limit) dark++;
	}
	return dark;
}
