/** One headline figure. Texts are written by the page with domain/format.ts; the card only sets them. */
export type Figure = {
	id: string;
	label: string;
	/** Where the figure is explained: definition, base, exclusions, orders behind it. */
	href?: string;
	/** The measure it is, so that what is in doubt about it can stand beside it. */
	measure?: string;
} & (
	| {
			state: 'value';
			/** '84.3%', '12,345', '2 working days 3 h'. */
			value: string;
			numerator?: number | null;
			denominator?: number | null;
			/** What the denominator counts, e.g. 'orders due in the period'. */
			base?: string;
			/** '82.3%–86.1%, 95 % interval'. */
			interval?: string;
			/** Against an earlier period, or several. */
			change?: Change | Change[];
			/** 'Target 95%'. */
			target?: string;
	  }
	| {
			/** The exports loaded cannot answer this. */
			state: 'absent';
			/** Which column or file it would take. */
			reason: string;
	  }
);

export type Change = {
	/** 'unclear': the difference can't be told from chance. */
	direction: 'up' | 'down' | 'level' | 'unclear';
	/** '+2.1 percentage points on August 2026'. */
	text: string;
};
