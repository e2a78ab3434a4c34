const always = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'x-frame-options': 'DENY'
};

/** Kit writes the policy of the pages it renders (svelte.config.js); everything else may do nothing at all. */
const policyForTheRest = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What every answer carries. `mayBeKept` only where the same bytes go to everyone. */
export function addSecurityHeaders(response: Response, url: URL, mayBeKept: boolean): Response {
	const { headers } = response;
	for (const [name, value] of Object.entries(always)) headers.set(name, value);
	if (url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=63072000');
	if (!headers.has('content-security-policy')) headers.set('content-security-policy', policyForTheRest);
	if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
	if (!mayBeKept) headers.set('cache-control', 'private, no-store');
	headers.set('vary', [...new Set([...namesIn(headers.get('vary')), 'cookie', 'accept-language'])].join(', '));
	return response;
}

const namesIn = (list: string | null) =>
	(list ?? '')
		.toLowerCase()
		.split(/\s*,\s*/)
		.filter(Boolean);
