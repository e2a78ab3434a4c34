import { doorsFor } from '#lib/view/doors.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LayoutServerLoad } from './$types.js';

/** What every page's frame shows: who reads it, which doors are open to them, where the language switch returns to. */
export const load: LayoutServerLoad = ({ locals, url }) => ({
	header: {
		name: m.site_name(),
		about: m.site_about(),
		home: '/',
		nav: doorsFor(locals.user?.role ?? null).map(({ href, label }) => ({
			href,
			label,
			current: url.pathname === href || url.pathname.startsWith(`${href}/`)
		})),
		user: locals.user && { name: locals.user.name, role: roleName(locals.user.role) },
		signInHref: ['/', '/login'].includes(url.pathname)
			? '/login'
			: `/login?to=${encodeURIComponent(url.pathname + url.search)}`,
		signOutAction: '/logout',
		back: url.pathname + url.search
	}
});

const roleName = (role: 'deputy' | 'supervisor' | 'admin') =>
	({ deputy: m.role_deputy, supervisor: m.role_supervisor, admin: m.role_admin })[role]();
