import { piecesBehind } from './encoding.ts';

/** So many characters of Chinese in UTF-8 in a row: GB18030 text does not look so by chance. */
const charactersInARow = 6;
const bytesOfOne = 3;
/** Any run of so many characters has a byte at a multiple of this, in a character that is whole. */
const stride = (charactersInARow - 1) * bytesOfOne + 1;

const isNext = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte <= 0xbf;
const isCharacter = (bytes: Uint8Array, at: number) =>
	bytes[at]! >= 0xe4 && bytes[at]! <= 0xe9 && isNext(bytes[at + 1]) && isNext(bytes[at + 2]);

/** Whether some of these bytes are a run of UTF-8. Looks at one place in sixteen: nearly none is inside a character of it. */
export function hasUtf8Run(bytes: Uint8Array): boolean {
	for (let place = 0; place < bytes.length; place += stride) {
		if (bytes[place]! < 0x80) continue;
		for (let at = place; at >= 0 && at > place - bytesOfOne; at--) {
			if (!isCharacter(bytes, at)) continue;
			let first = at;
			while (first >= bytesOfOne && isCharacter(bytes, first - bytesOfOne)) first -= bytesOfOne;
			let last = at;
			while (isCharacter(bytes, last + bytesOfOne)) last += bytesOfOne;
			if ((last - first) / bytesOfOne + 1 >= charactersInARow) return true;
		}
	}
	return false;
}

/** Whether some line of a file that is not UTF-8 as a whole is. */
export function hasUtf8Lines(path: string): boolean {
	let held: Uint8Array = new Uint8Array(0);
	for (const bytes of piecesBehind(path, () => held)) {
		if (hasUtf8Run(bytes)) return true;
		// A run may go on in the next piece.
		held = bytes.subarray(Math.max(0, bytes.length - charactersInARow * bytesOfOne));
	}
	return false;
}
