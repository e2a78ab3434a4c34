import { json } from '@sveltejs/kit';
import { dataFolder } from '#lib/server/data-folder.ts';
import { isUploadKey, partPath, receivedOf } from '#lib/server/uploads/parts.ts';
import { UploadProblem } from '#lib/server/uploads/upload-problem.ts';
import { actorOf, uploadRefused } from '../uploading.server.ts';
import type { RequestHandler } from './$types.js';

/** How many bytes of a file are here, by the key its sender drew. */
export const GET: RequestHandler = async ({ url, locals, request }) => {
	const key = url.searchParams.get('key') ?? '';
	if (!isUploadKey(key)) return uploadRefused(new UploadProblem('bad_request'), request);
	return json({ received: await receivedOf(partPath(dataFolder(), actorOf(locals), key)) });
};
