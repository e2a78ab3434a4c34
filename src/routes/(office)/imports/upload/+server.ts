import { json } from '@sveltejs/kit';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { isUploadKey } from '#lib/server/uploads/parts.ts';
import { receiveFile, shownName, type SaidOfFile } from '#lib/server/uploads/receive.ts';
import { UploadProblem } from '#lib/server/uploads/upload-problem.ts';
import { actorOf, beginImport, recordUpload, uploadRefused } from '../uploading.server.ts';
import type { RequestHandler } from './$types.js';

/**
 * One file as it is, `?name=`, streamed. With `key` and `size` it can be gone on with, `from` where it broke off. Answers
 * {received, sha256, command}: the hash once the file is archived, the command that imports it, unless `hold` leaves that to
 * /imports/commands.
 */
export const POST: RequestHandler = async ({ request, url, locals }) => {
	const by = actorOf(locals);
	const { searchParams: said } = url;
	try {
		// Without a type the body is not handed over at all, and would pass for an empty file.
		if (!request.headers.has('content-type')) throw new UploadProblem('bad_request');
		const { received, sha256 } = await receiveFile(
			ensureDataFolder(dataFolder()),
			request.body,
			saidOf(said, request.headers, by)
		);
		if (sha256 === null) return json({ received, sha256, command: null });
		await recordUpload(by, sha256, received);
		const file = { sha256, fileName: shownName(said.get('name') ?? '') };
		return json({ received, sha256, command: said.has('hold') ? null : await beginImport(by, [file]) });
	} catch (problem) {
		return uploadRefused(problem, request);
	}
};

function saidOf(said: URLSearchParams, headers: Headers, owner: string): SaidOfFile {
	const key = said.get('key');
	const [size, from] = [countIn(said, 'size'), countIn(said, 'from') ?? 0];
	if (key === null) {
		const length = headers.get('content-length');
		return { owner, key, size: size ?? (length === null ? null : Number(length)), from: 0 };
	}
	if (!isUploadKey(key) || size === null || from > size) throw new UploadProblem('bad_request');
	return { owner, key, size, from };
}

function countIn(said: URLSearchParams, name: string): number | null {
	const text = said.get(name);
	if (text === null) return null;
	if (!/^\d{1,15}$/.test(text)) throw new UploadProblem('bad_request');
	return Number(text);
}
