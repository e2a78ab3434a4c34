/** What a page's figures rest on. Anything unknown is left out, not guessed. */
export type PageFootState = {
	/** The period of the page's figures, in words. */
	period?: string;
	/** The moment the data shows, 'YYYY-MM-DD HH:MM:SS'. */
	dataCut?: string;
	/** How many exports are loaded, and where they are listed. */
	exports?: number;
	exportsHref?: string;
	/** The rules the figures were made under. */
	ruleSet?: string;
	rulesHref?: string;
	/** Warehouse version. */
	version?: string;
	/** Release, on public pages. */
	release?: string;
	releaseHref?: string;
	isMadeUp?: boolean;
	/** What the measures of the page are, a line each: for paper, where no figure can be pressed. */
	definitions?: { term: string; text: string }[];
	/** Other ways on: definitions, method, data files. */
	links?: { href: string; label: string }[];
};
