import type { IncomingMessage, ServerResponse } from 'node:http';

/** The largest form there is but for uploads, and how long it may take to come. */
const otherBody = { bytes: 512 * 1024, milliseconds: 120_000 };

/** Where exports come in: a file as it is, or the forms of the imports pages. These count for themselves. */
export const isUploadTarget = (target: string): boolean =>
	/^\/imports(?:\/upload(?:\?|$)|\?\/upload$|\/\d{1,9}\?\/handback$)/.test(target);

/**
 * Answers a request whose body is too large, or of no announced length, and gives true; a body that is slow to come ends with
 * its connection. Uploads are let through.
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
	if (request.method === 'GET' || request.method === 'HEAD' || isUploadTarget(request.url ?? '')) return false;
	const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
	const status = coding !== undefined ? 411 : Number(length ?? 0) > otherBody.bytes ? 413 : null;
	if (status !== null) {
		response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(String(status));
		return true;
	}
	const timer = setTimeout(() => request.destroy(), otherBody.milliseconds);
	request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
	return false;
}
