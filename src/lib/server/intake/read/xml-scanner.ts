import { limits } from '../limits.ts';
import { RefusedExport } from '../refused-export.ts';

/** What is told of a document, in its order. Names come without their prefix, attributes as they stand in the tag. */
export type XmlListener = {
	open: (name: string, attributes: string) => void;
	text: (text: string) => void;
	close: (name: string) => void;
};

const unescaped: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const lastCodePoint = 0x10ffff;

/** A text with its entities as characters; what is no character stays as it is written. */
export const unescapeXml = (text: string) =>
	text.includes('&')
		? text
				.replace(/&#(x?)([0-9a-f]+);/gi, (written, hex: string, digits: string) => {
					const code = parseInt(digits, hex ? 16 : 10);
					return code <= lastCodePoint ? String.fromCodePoint(code) : written;
				})
				.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => unescaped[name]!)
		: text;

const patterns = new Map<string, RegExp>();

/** An attribute of a tag, whatever its prefix; undefined where the tag has none of this name. */
export function attributeOf(attributes: string, name: string): string | undefined {
	const at = attributes.indexOf(` ${name}="`);
	if (at >= 0) {
		const start = at + name.length + 3;
		return unescapeXml(attributes.slice(start, attributes.indexOf('"', start)));
	}
	if (!attributes.includes(`${name}=`) && !attributes.includes(' =')) return undefined;
	let pattern = patterns.get(name);
	if (!pattern) {
		pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
		patterns.set(name, pattern);
	}
	const found = pattern.exec(attributes);
	return found ? unescapeXml(found[1] ?? found[2]!) : undefined;
}

const [bang, slash, question, double, single, greater] = [0x21, 0x2f, 0x3f, 0x22, 0x27, 0x3e];
const isBlank = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** Tells XML as it comes, in pieces of any size; no more of it is held than one tag or text. */
export class XmlScanner {
	#held = '';
	readonly #listener: XmlListener;

	constructor(listener: XmlListener) {
		this.#listener = listener;
	}

	/** Takes the next piece. Throws RefusedExport where a tag or a text has no end within what one cell may hold. */
	push(piece: string): void {
		const xml = this.#held + piece;
		this.#held = xml.slice(this.#read(xml));
		if (this.#held.length > limits.recordLength) throw new RefusedExport('too_large', { bytes: this.#held.length });
	}

	/** Says that nothing more comes. Throws where the document ends within a tag. */
	end(): void {
		if (this.#held.includes('<')) throw new Error('XML ends within a tag');
	}

	/** Reads what is whole and gives where the rest begins. */
	#read(xml: string): number {
		let at = 0;
		for (;;) {
			const tag = xml.indexOf('<', at);
			if (tag < 0) return at;
			if (tag > at) this.#listener.text(unescapeXml(xml.slice(at, tag)));
			const end = this.#readTag(xml, tag);
			if (end < 0) return tag;
			at = end;
		}
	}

	/** Reads what begins with `<` at `tag`; gives where it ends, -1 where it is not whole yet. */
	#readTag(xml: string, tag: number): number {
		const after = xml.charCodeAt(tag + 1);
		if (after === slash) {
			const end = xml.indexOf('>', tag);
			if (end >= 0) this.#listener.close(localName(xml.slice(tag + 2, end).trimEnd()));
			return end + 1 || -1;
		}
		if (after === bang || after === question) return this.#readAside(xml, tag);
		const end = tagEnd(xml, tag + 1);
		if (end < 0) return -1;
		const isEmpty = xml.charCodeAt(end - 1) === slash;
		const last = isEmpty ? end - 1 : end;
		let nameEnd = tag + 1;
		while (nameEnd < last && !isBlank(xml.charCodeAt(nameEnd))) nameEnd++;
		const name = localName(xml.slice(tag + 1, nameEnd));
		this.#listener.open(name, xml.slice(nameEnd, last));
		if (isEmpty) this.#listener.close(name);
		return end + 1;
	}

	/** Comments, declarations and instructions say nothing; what stands in CDATA is text. */
	#readAside(xml: string, tag: number): number {
		const past = (text: string, from: number) => {
			const end = xml.indexOf(text, from);
			return end < 0 ? -1 : end + text.length;
		};
		if (xml.startsWith('<?', tag)) return past('?>', tag);
		if (xml.startsWith('<!--', tag)) return past('-->', tag + 4);
		if (!xml.startsWith('<![CDATA[', tag)) return xml.length - tag < 9 ? -1 : past('>', tag);
		const end = past(']]>', tag + 9);
		if (end >= 0) this.#listener.text(xml.slice(tag + 9, end - 3));
		return end;
	}
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** The place of the `>` that ends a tag: one between quotes does not. */
function tagEnd(xml: string, from: number): number {
	let quote = 0;
	for (let at = from; at < xml.length; at++) {
		const code = xml.charCodeAt(at);
		if (quote !== 0) {
			if (code === quote) quote = 0;
		} else if (code === greater) return at;
		else if (code === double || code === single) quote = code;
	}
	return -1;
}
