/** Sends a file piece by piece of a connection's life: what is on the server already is never sent twice. */

/** Thrown where a file could not be sent; `sentence` is what the server says of it. */
export class NotSent extends Error {
	readonly why: 'broken' | 'signed_out' | 'refused';
	readonly fileName: string;
	readonly sentence: string | null;
	constructor(why: NotSent['why'], fileName = '', sentence: string | null = null) {
		super(`${fileName} was not sent: ${why}`);
		this.why = why;
		this.fileName = fileName;
		this.sentence = sentence;
	}
}

/** How often a broken connection is tried again, and how long it waits before; a minute and a half in all. */
const waitsMs = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000];

/** Sends one file and gives its SHA-256; `onProgress` hears how many bytes are there, and when the connection is broken. */
export async function sendFile(file: File, onProgress: (sent: number, isBroken: boolean) => void): Promise<string> {
	const key = keyOf(file);
	let received = 0;
	for (let attempt = 0; ;) {
		try {
			received = await receivedOf(key, file.name);
			const before = received;
			const answer = await post(file, key, received, (sent) => onProgress(sent, false));
			if (answer.sha256) {
				forgetKey(file);
				return answer.sha256;
			}
			received = answer.received;
			// A server that takes nothing of a whole body would be asked for ever.
			attempt = received > before ? 0 : attempt + 1;
			if (attempt >= waitsMs.length) throw new NotSent('broken', file.name);
		} catch (error) {
			if (error instanceof NotSent && error.why !== 'broken') throw error;
			const wait = waitsMs[attempt++];
			if (wait === undefined) throw new NotSent('broken', file.name);
			onProgress(received, true);
			await new Promise((resolve) => setTimeout(resolve, wait));
		}
	}
}

/** Begins one import of all files that were sent; `dataCut` as the form's field has it, empty where it is not known. */
export async function beginImport(files: { sha256: string; name: string }[], dataCut: string): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	const answer = await fetch('/imports/commands', {
		method: 'POST',
		headers,
		body: JSON.stringify({ files, dataCut })
	});
	if (answer.ok) return;
	const { message = null } = (await answer.json().catch(() => ({}))) as { message?: string | null };
	throw new NotSent(answer.status === 401 ? 'signed_out' : 'refused', files[0]!.name, message);
}

async function receivedOf(key: string, fileName: string): Promise<number> {
	const answer = await fetch(`/imports/upload.json?key=${key}`);
	if (answer.status === 401) throw new NotSent('signed_out', fileName);
	if (!answer.ok) throw new Error(String(answer.status));
	return ((await answer.json()) as { received: number }).received;
}

type Answer = { received: number; sha256: string | null };

/** By XMLHttpRequest, since fetch does not say how much of a body is sent. */
function post(file: File, key: string, from: number, onSent: (sent: number) => void): Promise<Answer> {
	const query = new URLSearchParams({ name: file.name, key, size: String(file.size), from: String(from), hold: '1' });
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open('POST', `/imports/upload?${query}`);
		request.setRequestHeader('content-type', 'application/octet-stream');
		request.responseType = 'json';
		request.upload.onprogress = ({ loaded }) => onSent(from + loaded);
		request.onerror = request.onabort = () => reject(new Error('connection'));
		request.onload = () => {
			const { status } = request;
			const answer = request.response as (Answer & { fault?: string; message?: string }) | null;
			if (status === 200 && answer) return resolve(answer);
			if (status === 401) return reject(new NotSent('signed_out', file.name));
			const mayGoOn = status >= 500 || ['cut', 'stalled', 'out_of_place'].includes(answer?.fault ?? '');
			if (mayGoOn && status !== 507) return reject(new Error(answer?.fault ?? String(status)));
			reject(new NotSent('refused', file.name, answer?.message ?? null));
		};
		request.send(file.slice(from));
	});
}

/** The same file chosen again goes on where it ended, also after the page was loaded anew. */
function keyOf(file: File): string {
	const known = sessionStorage.getItem(placeOf(file));
	if (known) return known;
	const drawn = [...crypto.getRandomValues(new Uint8Array(16))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
	sessionStorage.setItem(placeOf(file), drawn);
	return drawn;
}

const forgetKey = (file: File) => sessionStorage.removeItem(placeOf(file));
const placeOf = ({ name, size, lastModified }: File) => `upload ${JSON.stringify([name, size, lastModified])}`;
