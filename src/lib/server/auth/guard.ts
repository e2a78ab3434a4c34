import { admittedTo, type Role } from './roles.ts';

export type Visit = {
	/** Kit's route id; null where the path leads nowhere. */
	routeId: string | null;
	method: string;
	pathname: string;
	search: string;
	role: Role | null;
};

export type Decision =
	| { kind: 'pass' }
	/** 303 to the sign-in page, which leads back. */
	| { kind: 'sign_in'; location: string }
	/** 401: not signed in. 404: signed in, and no such place for this role. */
	| { kind: 'refuse'; status: 401 | 404 };

/** The one place that says who may go where. What no line below lets through is refused. */
export function decide({ routeId, method, pathname, search, role }: Visit): Decision {
	// Nothing is there: Kit answers 404, to everyone alike.
	if (routeId === null) return { kind: 'pass' };
	const admitted = admittedTo(routeId);
	if (admitted === 'anyone') return { kind: 'pass' };
	if (role !== null) return admitted.includes(role) ? { kind: 'pass' } : { kind: 'refuse', status: 404 };
	if (admitted.length === 0) return { kind: 'refuse', status: 404 };
	const readsPage = (method === 'GET' || method === 'HEAD') && !namesFile(pathname);
	if (!readsPage) return { kind: 'refuse', status: 401 };
	return { kind: 'sign_in', location: `/login?to=${encodeURIComponent(pathname + search)}` };
}

/** A data endpoint is named by the file it serves: orders.csv, figures.json. */
const namesFile = (pathname: string) => /\.[a-z0-9]{1,8}$/i.test(pathname);
