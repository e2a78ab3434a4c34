/**
 * The path to go on to after a sign-in or a change of language, if it is one of ours; otherwise the fallback.
 * Browsers drop tabs and line breaks from an address and read a backslash as a slash, so none may be in it.
 */
export function localPath(to: unknown, fallback = '/'): string {
	return typeof to === 'string' && isLocalPath(to) ? to : fallback;
}

export function isLocalPath(to: string): boolean {
	if (to.length > 2000 || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(to)) return false;
	const base = 'http://here.invalid';
	const target = URL.parse(to, base);
	return target !== null && target.origin === base && !target.pathname.startsWith('//');
}
