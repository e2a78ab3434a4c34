import { isBroken } from './broken-text.ts';
import { fileWriter } from './cell-files.ts';

/** Writes bytes of an encoding, whole lines at a time, as UTF-8; `close` says whether some character was lost before they were written. */
export function decodedFile(path: string, encoding: string) {
	const file = fileWriter(path);
	const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
	let hasBroken = false;
	return {
		write(bytes: Uint8Array) {
			const text = decoder.decode(bytes);
			hasBroken ||= isBroken(text);
			file.write(text);
		},
		close(): { hasBroken: boolean } {
			file.close();
			return { hasBroken };
		}
	};
}
