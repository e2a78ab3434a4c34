/** What a page is made of, as far as tables go. Names are lower case; attributes only those asked for. */
export type HtmlToken =
	{ kind: 'open'; name: string; attributes: string } | { kind: 'close'; name: string } | { kind: 'text'; text: string };

/** Elements whose content is no markup; nothing of them is ever run or shown. */
const rawElements = /^(script|style|xml|noscript|template|textarea|title|iframe|noembed|noframes|plaintext|xmp)$/;

const named: Record<string, string> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' },
	...{ thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d', shy: '\u00ad', middot: '·', bull: '•', hellip: '…' },
	...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
	...{ times: '×', divide: '÷', deg: '°', plusmn: '±', yen: '¥', cent: '¢', pound: '£', euro: '€', sect: '§' },
	...{ copy: '©', reg: '®', trade: '™', permil: '‰', le: '≤', ge: '≥', ne: '≠', rarr: '→', larr: '←', para: '¶' }
};

function numbered(code: number): string {
	// These numbers mean the characters Windows has there, since pages were written so.
	if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
	const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** Text with its character references read; a name we do not know stays as it is written. */
export function readReferences(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,9})|([a-z]{2,8}));?/gi, (whole, hex, decimal, name: string) => {
		if (hex) return numbered(parseInt(hex, 16));
		if (decimal) return numbered(Number(decimal));
		return named[name] ?? named[name.toLowerCase()] ?? whole;
	});
}

/** A whole number an attribute holds; undefined where there is none. */
export function numberAttribute(attributes: string, name: string): number | undefined {
	const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?\\s*(\\d{1,6})`, 'i').exec(attributes)?.[1];
	return found === undefined ? undefined : Number(found);
}

/** Where a tag that begins here ends: a `>` in a quoted value is none. -1 where it never does. */
function tagEnd(text: string, start: number): number {
	let quote = '';
	for (let at = start; at < text.length; at++) {
		const char = text[at]!;
		if (quote) {
			if (char === quote) quote = '';
		} else if (char === '>') return at;
		else if ((char === '"' || char === "'") && /[=\s]/.test(text[at - 1]!)) quote = char;
	}
	return -1;
}

/**
 * The tokens of a page. Comments, declarations and what is no markup are passed over; a `<` that begins no tag is text.
 * The text of `title` comes as a token of its own between its tags.
 */
export function* htmlTokens(page: string): Generator<HtmlToken> {
	let at = 0;
	while (at < page.length) {
		const open = page.indexOf('<', at);
		const textEnd = open < 0 ? page.length : open;
		if (textEnd > at) yield { kind: 'text', text: readReferences(page.slice(at, textEnd)) };
		if (open < 0) return;
		if (page.startsWith('<!--', open)) {
			const end = page.indexOf('-->', open + 4);
			at = end < 0 ? page.length : end + 3;
			continue;
		}
		const name = /^<(\/?)([a-z][^\s/>]{0,64})/i.exec(page.slice(open, open + 72));
		if (!name) {
			const isDeclaration = page[open + 1] === '!' || page[open + 1] === '?';
			const end = isDeclaration ? page.indexOf('>', open) : open;
			if (!isDeclaration) yield { kind: 'text', text: '<' };
			at = end < 0 ? page.length : end + 1;
			continue;
		}
		const end = tagEnd(page, open + name[0].length);
		if (end < 0) return;
		const tag = name[2]!.toLowerCase();
		at = end + 1;
		if (name[1]) {
			yield { kind: 'close', name: tag };
			continue;
		}
		const attributes = page.slice(open + name[0].length, end);
		yield { kind: 'open', name: tag, attributes };
		if (!rawElements.test(tag) || attributes.endsWith('/')) continue;
		const closing = new RegExp(`</${tag}[\\s/>]`, 'gi');
		closing.lastIndex = at;
		const found = closing.exec(page)?.index ?? page.length;
		if (tag === 'title') yield { kind: 'text', text: readReferences(page.slice(at, found)) };
		at = found;
	}
}
