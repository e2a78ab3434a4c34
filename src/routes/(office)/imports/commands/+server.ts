import { json } from '@sveltejs/kit';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import type { ArchivedFile } from '#lib/server/ledger/import-commands.ts';
import { shownName } from '#lib/server/uploads/receive.ts';
import { UploadProblem } from '#lib/server/uploads/upload-problem.ts';
import { dataCutFrom } from '../data-cut.server.ts';
import { actorOf, beginImport, uploadRefused } from '../uploading.server.ts';
import type { RequestHandler } from './$types.js';

/** Imports files that were sent before, together: {files: [{sha256, name}], dataCut}. Answers with the number of the command. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const by = actorOf(locals);
	const said = (await request.json().catch(() => null)) as { files?: unknown; dataCut?: unknown } | null;
	const files = filesIn(said?.files);
	if (files === null) return uploadRefused(new UploadProblem('bad_request'), request);
	const dataCut = dataCutFrom(typeof said?.dataCut === 'string' ? said.dataCut : null);
	if (dataCut === null) return json({ message: m.upload_cut_not() }, { status: 400 });
	const command = await beginImport(
		by,
		files.map((file) => ({ ...file, dataCut }))
	);
	return json({ command });
};

function filesIn(list: unknown): ArchivedFile[] | null {
	if (!Array.isArray(list) || list.length === 0 || list.length > 50) return null;
	const files = list.map((one: { sha256?: unknown; name?: unknown } | null) => ({
		sha256: String(one?.sha256),
		fileName: shownName(String(one?.name ?? ''))
	}));
	const { exports } = dataFolder();
	return files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256) && existsSync(join(exports, sha256))) ? files : null;
}
