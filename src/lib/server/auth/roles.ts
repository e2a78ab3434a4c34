/** Who there is, and where each may go. A table without logic; guard.ts applies it. */
export const roles = ['deputy', 'supervisor', 'admin'] as const;
export type Role = (typeof roles)[number];

export const isRole = (value: unknown): value is Role => roles.includes(value as Role);

/** Where a reader lands who signs in without having asked for a page. */
export const homeOf = (role: Role): string => (role === 'deputy' ? '/compare' : '/overview');

/** The groups of src/routes; a route outside them is reached by nobody. */
const groups: Record<string, 'anyone' | readonly Role[]> = {
	public: 'anyone',
	review: ['deputy', 'supervisor', 'admin'],
	supervision: ['supervisor', 'admin'],
	office: ['supervisor', 'admin']
};

/** Branches that are narrower than their group. */
const narrower: Record<string, readonly Role[]> = {
	'/(office)/users': ['admin'],
	'/(office)/audit': ['admin']
};

/** Who may enter a route; an unknown group lets nobody in. */
export function admittedTo(routeId: string): 'anyone' | readonly Role[] {
	for (const [branch, admitted] of Object.entries(narrower)) {
		if (routeId === branch || routeId.startsWith(`${branch}/`)) return admitted;
	}
	const group = groupOf(routeId);
	return (group !== null && groups[group]) || [];
}

/** True where the route's group is one of the table. */
export const hasKnownGroup = (routeId: string) => Object.hasOwn(groups, groupOf(routeId) ?? '');

function groupOf(routeId: string): string | null {
	const group = /^\/\(([^)/]+)\)(?=\/|$)/.exec(routeId)?.[1] ?? null;
	return group !== null && Object.hasOwn(groups, group) ? group : null;
}
