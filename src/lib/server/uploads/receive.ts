import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { DataFolder } from '../data-folder.ts';
import type { ArchivedFile } from '../ledger/import-commands.ts';
import { bodyChunks, type Pace } from './body-chunks.ts';
import { boundaryOf, formParts } from './multipart.ts';
import { appendChunks, archivePart, partPath, receivedOf, requireRoom, sweepParts } from './parts.ts';
import { UploadProblem } from './upload-problem.ts';

/** What the sender of one file says of it. */
export type SaidOfFile = {
	/** The account that sends. */
	owner: string;
	/** Names a file that can be gone on with; without one a broken upload leaves nothing. */
	key: string | null;
	/** The whole file's bytes; null where they are not known before. */
	size: number | null;
	/** Where in the file this body begins. */
	from: number;
};

/** How many bytes are here, and the SHA-256 they are archived under once all are. */
export type ReceivedFile = { received: number; sha256: string | null };

const mostFiles = 50;
const newPart = (folder: DataFolder, owner: string) => partPath(folder, owner, randomBytes(16).toString('hex'));

/** Who writes to a part now: a sender that begins again ends the connection it lost sight of. */
const writing = new Map<string, { replace: AbortController; over: Promise<unknown> }>();

/**
 * Takes the bytes of one file, or of the rest of one. Gives its hash only after it is archived. Throws UploadProblem; a part
 * with a key stays to be gone on with, unless it is longer than was said.
 */
export async function receiveFile(
	folder: DataFolder,
	body: ReadableStream<Uint8Array> | null,
	{ owner, key, size, from }: SaidOfFile,
	pace?: Pace
): Promise<ReceivedFile> {
	await sweepParts(folder);
	await requireRoom(folder, size ?? 0, from);
	if (key === null) {
		const path = newPart(folder, owner);
		return leavingNothing([path], async () => {
			const received = await appendChunks(path, bodyChunks(body, { pace }), { said: size ?? undefined });
			if (size !== null && received < size) throw new UploadProblem('cut');
			return { received, sha256: await archivePart(path, folder) };
		});
	}
	if (size === null) throw new UploadProblem('bad_request');
	const path = partPath(folder, owner, key);
	return alone(path, async (signal) => {
		const here = await receivedOf(path);
		if (here !== from) throw new UploadProblem('out_of_place', here);
		try {
			const received = await appendChunks(path, bodyChunks(body, { signal, pace }), { said: size });
			return { received, sha256: received === size ? await archivePart(path, folder) : null };
		} catch (error) {
			if (!(error instanceof UploadProblem)) throw error;
			if (error.fault === 'longer_than_said') await rm(path, { force: true });
			throw new UploadProblem(error.fault, await receivedOf(path));
		}
	});
}

/** Takes the files of a form, all of them or none; `onField` hears its short fields, what else stands in it is passed over. Throws UploadProblem. */
export async function receiveForm(
	folder: DataFolder,
	{ body, headers }: Pick<Request, 'body' | 'headers'>,
	owner: string,
	{ pace, onField }: { pace?: Pace; onField?: (name: string, text: string) => void } = {}
): Promise<ArchivedFile[]> {
	const boundary = boundaryOf(headers.get('content-type'));
	if (boundary === null) throw new UploadProblem('not_a_form');
	await sweepParts(folder);
	await requireRoom(folder, Number(headers.get('content-length') ?? 0));
	const parts: { path: string; fileName: string }[] = [];
	return leavingNothing(parts, async () => {
		for await (const { name, fileName, content } of formParts(bodyChunks(body, { pace }), boundary)) {
			if (fileName === null && onField) onField(name, await shortText(content));
			// A field for files in which none was chosen comes as a file without name and bytes.
			if (!fileName) continue;
			if (parts.length === mostFiles) throw new UploadProblem('too_many_files');
			const path = newPart(folder, owner);
			parts.push({ path, fileName });
			await appendChunks(path, content);
		}
		if (parts.length === 0) throw new UploadProblem('no_file');
		const files: ArchivedFile[] = [];
		for (const { path, fileName } of parts) {
			files.push({ sha256: await archivePart(path, folder), fileName: shownName(fileName) });
		}
		return files;
	});
}

const longestField = 1000;

async function shortText(content: AsyncIterable<Uint8Array>): Promise<string> {
	let text = '';
	for await (const piece of content) if (text.length < longestField) text += Buffer.from(piece).toString('utf8');
	return text.slice(0, longestField);
}

/** What a file is called, as data: no path is ever made of it. */
export const shownName = (name: string): string =>
	[...name.toWellFormed().replace(/\p{Cc}/gu, '\uFFFD')].slice(0, 200).join('') || '–';

async function leavingNothing<Result>(
	parts: (string | { path: string })[],
	work: () => Promise<Result>
): Promise<Result> {
	try {
		return await work();
	} finally {
		for (const part of parts) await rm(typeof part === 'string' ? part : part.path, { force: true });
	}
}

async function alone<Result>(path: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
	for (let other = writing.get(path); other; other = writing.get(path)) {
		other.replace.abort();
		await other.over.catch(() => {});
	}
	const replace = new AbortController();
	const over = work(replace.signal).finally(() => writing.delete(path));
	writing.set(path, { replace, over });
	return over;
}
