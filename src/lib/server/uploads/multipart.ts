import { UploadProblem } from './upload-problem.ts';

/** One field of a form (RFC 7578); `fileName` is null for a field that is no file. Its content is read once, in turn. */
export type FormPart = { name: string; fileName: string | null; content: AsyncIterable<Uint8Array> };

const longestHead = 16 * 1024;

/** The boundary that a form's content type names; null where it is no such form. */
export function boundaryOf(contentType: string | null): string | null {
	if (!/^\s*multipart\/form-data\s*;/i.test(contentType ?? '')) return null;
	const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType!);
	return found ? (found[1] ?? found[2]!) : null;
}

/**
 * The fields of a multipart form in the order they come, read from a stream of which no more is held than a piece and a
 * boundary. Content left unread is passed over. Throws UploadProblem: `cut` where the last boundary never comes, `not_a_form`
 * where what stands between boundaries is no field.
 */
export async function* formParts(chunks: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
	const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
	const source = chunks[Symbol.asyncIterator]();
	// The first boundary has no line break before it.
	let held: Buffer = Buffer.from('\r\n', 'latin1');

	async function more(): Promise<void> {
		const { done, value } = await source.next();
		if (done) throw new UploadProblem('cut');
		held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
	}

	async function* upToDelimiter(): AsyncGenerator<Uint8Array> {
		for (;;) {
			const place = held.indexOf(delimiter);
			const ready = place < 0 ? Math.max(0, held.length - delimiter.length + 1) : place;
			const piece = held.subarray(0, ready);
			held = held.subarray(place < 0 ? ready : place + delimiter.length);
			if (piece.length > 0) yield piece;
			if (place >= 0) return;
			await more();
		}
	}

	async function head(): Promise<string | null> {
		while (held.length < 2) await more();
		if (held.toString('latin1', 0, 2) === '--') return null;
		for (;;) {
			const end = held.indexOf('\r\n\r\n');
			if (end > longestHead || (end < 0 && held.length > longestHead)) throw new UploadProblem('not_a_form');
			if (end >= 0) {
				const text = held.toString('utf8', 0, end);
				held = held.subarray(end + 4);
				return text;
			}
			await more();
		}
	}

	try {
		for await (const preamble of upToDelimiter())
			if (preamble.length > longestHead) throw new UploadProblem('not_a_form');
		for (let text = await head(); text !== null; text = await head()) {
			const content = upToDelimiter();
			yield { ...namesIn(text), content };
			for await (const passedOver of content) void passedOver;
		}
		// What follows the last boundary means nothing; it is read so that the sender is not cut off.
		for (let rest = await source.next(); !rest.done;) rest = await source.next();
	} finally {
		await source.return?.();
	}
}

function namesIn(head: string): Omit<FormPart, 'content'> {
	const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1];
	if (disposition === undefined) throw new UploadProblem('not_a_form');
	const value = (of: RegExp) => {
		const found = of.exec(disposition);
		return found ? unescaped(found[1]!) : null;
	};
	return { name: value(/(?:^|;)\s*name="([^"]*)"/i) ?? '', fileName: value(/(?:^|;)\s*filename="([^"]*)"/i) };
}

/** Browsers write these three signs of a name in this way, and no other. */
const unescaped = (text: string) =>
	text.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
