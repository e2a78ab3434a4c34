import { closeSync, openSync, writeFileSync } from 'node:fs';

/** Text gathered and written a piece at a time: all of it, or it throws. A disk that fills up takes the part it has room for without a word. */
export function fileWriter(path: string) {
	const file = openSync(path, 'wx', 0o600);
	let pending: string[] = [];
	let length = 0;
	const flush = () => {
		if (length > 0) writeFileSync(file, pending.join(''));
		pending = [];
		length = 0;
	};
	return {
		write(text: string) {
			pending.push(text);
			length += text.length;
			if (length > 1024 * 1024) flush();
		},
		/** Bytes of UTF-8, behind what was written before. */
		writeBytes(bytes: Uint8Array) {
			flush();
			writeFileSync(file, bytes);
		},
		close() {
			flush();
			closeSync(file);
		}
	};
}

export type FileWriter = ReturnType<typeof fileWriter>;

/** Control characters but tab and line breaks. NUL would end a cell in the database, the rest show as nothing: each becomes its picture, which the cleaning takes out and counts. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g; // eslint-disable-line no-control-regex
const picture = (char: string) => String.fromCharCode(char === '\u007f' ? 0x2421 : 0x2400 + char.charCodeAt(0));
export const withoutControl = (text: string) => text.replace(control, picture);

const needsQuotes = /[",\r\n]/;
/** A cell as the database reads it: an empty one is no cell. */
export const csvCell = (cell: string) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
