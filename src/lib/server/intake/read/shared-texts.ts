import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';
import { unpackedPart } from './workbook-parts.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Characters that XML has no place for are written _x000D_ in the texts of a workbook. */
export const unescapeCell = (text: string) =>
	text.includes('_x')
		? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
		: text;

/**
 * The texts that cells of a workbook name by number. A table of them may hold millions, each once: they are kept as bytes
 * beside one another, which takes a third of what as many strings do and nothing of the heap.
 */
export class SharedTexts {
	#pieces: Buffer[] = [];
	#used = 0;
	#held = 0;
	/** For each text the piece it stands in, where in it, and how long it is. */
	#places = new Uint32Array(3 * 1024);
	#count = 0;

	static readonly pieceBytes = 8 * 1024 ** 2;

	/** Throws RefusedExport where all of them come to more than may be held. */
	add(text: string): void {
		const longest = text.length * 3;
		let piece = this.#pieces.at(-1);
		if (!piece || piece.length - this.#used < longest) {
			piece = Buffer.allocUnsafeSlow(Math.max(SharedTexts.pieceBytes, longest));
			this.#pieces.push(piece);
			this.#used = 0;
		}
		const bytes = piece.write(text, this.#used);
		if (this.#places.length < 3 * (this.#count + 1)) {
			const larger = new Uint32Array(2 * this.#places.length);
			larger.set(this.#places);
			this.#places = larger;
		}
		this.#places.set([this.#pieces.length - 1, this.#used, bytes], 3 * this.#count++);
		this.#used += bytes;
		this.#held += bytes + 12;
		if (this.#held > limits.workbook.sharedTexts) throw new RefusedExport('too_large', { bytes: this.#held });
	}

	/** Gives the memory back at once: what reads the rows next needs it, and may be no program that collects garbage. */
	release(): void {
		for (const { buffer } of this.#pieces) (buffer as ArrayBuffer).transfer(0);
		[this.#pieces, this.#places, this.#count] = [[], new Uint32Array(0), 0];
	}

	/** The text of a number; undefined where there is none. */
	at(number: number): string | undefined {
		if (!Number.isInteger(number) || number < 0 || number >= this.#count) return undefined;
		const start = this.#places[3 * number + 1]!;
		return this.#pieces[this.#places[3 * number]!]!.toString('utf8', start, start + this.#places[3 * number + 2]!);
	}
}

/** Reads the table of texts of a workbook; an empty one where it has none. What is said of pronunciation is left out. */
export async function sharedTexts(path: string, entry: ZipEntry | undefined): Promise<SharedTexts> {
	const texts = new SharedTexts();
	if (!entry) return texts;
	let [text, isText, phonetic] = ['', false, 0];
	const scanner = new XmlScanner({
		open(name) {
			if (name === 'si') text = '';
			else if (name === 'rPh') phonetic++;
			else if (name === 't') isText = phonetic === 0;
		},
		text(piece) {
			if (isText) text += piece;
			if (text.length > limits.recordLength) throw new RefusedExport('too_large', { bytes: text.length });
		},
		close(name) {
			if (name === 't') isText = false;
			else if (name === 'rPh') phonetic--;
			else if (name === 'si') texts.add(unescapeCell(text));
		}
	});
	const decoder = new TextDecoder();
	for await (const bytes of unpackedPart(path, entry)) scanner.push(decoder.decode(bytes, { stream: true }));
	scanner.end();
	return texts;
}
