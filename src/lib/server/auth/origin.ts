/**
 * True for a request that would change something and does not come from our own pages. Kit checks forms; this
 * holds for every content type, JSON and raw uploads included.
 */
export function comesFromElsewhere(request: Request, url: URL): boolean {
	if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
	return request.headers.get('origin') !== url.origin || request.headers.get('sec-fetch-site') === 'cross-site';
}
