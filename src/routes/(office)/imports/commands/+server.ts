import { json } from '@sveltejs/kit';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '#lib/server/data-folder.ts';
import type { ArchivedFile } from '#lib/server/ledger/import-commands.ts';
import { shownName } from '#lib/server/uploads/receive.ts';
import { UploadProblem } from '#lib/server/uploads/upload-problem.ts';
import { actorOf, beginImport, uploadRefused } from '../uploading.server.ts';
import type { RequestHandler } from './$types.js';

/** Imports files that were sent before, together: {files: [{sha256, name}]}. Answers with the number of the command. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const by = actorOf(locals);
	const files = filesIn(await request.json().catch(() => null));
	if (files === null) return uploadRefused(new UploadProblem('bad_request'), request);
	return json({ command: await beginImport(by, files) });
};

function filesIn(said: unknown): ArchivedFile[] | null {
	const list = (said as { files?: unknown } | null)?.files;
	if (!Array.isArray(list) || list.length === 0 || list.length > 50) return null;
	const files = list.map((one: { sha256?: unknown; name?: unknown } | null) => ({
		sha256: String(one?.sha256),
		fileName: shownName(String(one?.name ?? ''))
	}));
	const { exports } = dataFolder();
	return files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256) && existsSync(join(exports, sha256))) ? files : null;
}
