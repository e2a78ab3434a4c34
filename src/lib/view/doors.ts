import { m } from '#lib/paraglide/messages.js';

type Role = 'deputy' | 'supervisor' | 'admin';

/** The pages a reader finds in the navigation, in the order of the way through them. */
export function doorsFor(role: Role | null): { href: string; label: string }[] {
	const supervision = [
		{ href: '/overview', label: m.door_overview() },
		{ href: '/response-times', label: m.door_response_times() },
		{ href: '/completion', label: m.door_completion() },
		{ href: '/ranking', label: m.door_ranking() },
		{ href: '/return-visits', label: m.door_return_visits() },
		{ href: '/watch-list', label: m.orders_door_watch_list() },
		{ href: '/catalogue', label: m.catalogue_title() },
		{ href: '/quality', label: m.quality_title() }
	];
	const office = [
		{ href: '/imports', label: m.door_imports() },
		{ href: '/publishing', label: m.door_publishing() }
	];
	if (role === null) return [];
	const review = [{ href: '/compare', label: m.door_compare() }];
	if (role === 'deputy') return review;
	return [
		...supervision,
		...review,
		...office,
		...(role === 'admin' ? [{ href: '/users', label: m.door_users() }] : [])
	];
}
