export type NavItem = { href: string; label: string; current?: boolean };

/** Which doors a role sees is the layout's to know; the header only sets them. */
export type SiteHeaderState = {
	/** The hotline's or the city's name for this site. */
	name: string;
	/** A few words beside the name, e.g. 'How departments answer'. */
	about?: string;
	home: string;
	nav: NavItem[];
	user: { name: string; role: string } | null;
	signInHref: string;
	/** Where the sign-out form posts to. */
	signOutAction: string;
	/** Path and query, for the language switch. */
	back: string;
};
