/** What a file is called when it leaves: readable in the reader's language, and never a path. */

/** Characters that Windows, macOS or a shell would take for something else, and those that show nothing. */
// eslint-disable-next-line no-control-regex
const unfit = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"/\\|?*]+/g;

/** Parts joined by a dash, each at most 40 characters long; parts with nothing in them are left out. */
export function fileName(parts: string[], ending: string): string {
	const kept = parts
		.map((part) => part.replace(unfit, ' ').replace(/\s+/g, ' ').trim().replace(/\.+$/, ''))
		.filter((part) => part !== '')
		.map((part) => ([...part].length > 40 ? `${[...part].slice(0, 39).join('')}…` : part));
	return `${kept.join('-').replace(/^\.+/, '')}.${ending}`;
}

/**
 * The header of an answer that is to be kept: a plain name for programs, and the full one, which browsers prefer
 * (RFC 6266, coded as in RFC 8187).
 */
export function attachment(plain: string, full: string): string {
	const coded = encodeURIComponent(full.toWellFormed()).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${coded}`;
}
