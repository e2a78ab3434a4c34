export type Choice = { value: string; label: string; count?: number };

/** One group of checkboxes; `name` is the parameter of the address, given once for each value chosen. */
export type FilterGroup = { name: string; label: string; choices: Choice[]; chosen: string[] };

/** A filter in use as a word; following `href` takes it away. */
export type FilterInUse = { label: string; href: string };

/** Everything the bar shows; made by the page from its address. Parameters: period, from, to, rules. */
export type PeriodBarState = {
	/** Path the form leads to, normally the page's own. */
	action: string;
	/** The period in words, for the folded bar: 'September 2026'. */
	periodText: string;
	/** 'this month', 'last quarter' …; one of them should mean "from … to". */
	presets: Choice[];
	preset: string;
	/** 'YYYY-MM-DD', both days included. */
	from: string;
	to: string;
	/** First and last day there is data for. */
	min?: string;
	max?: string;
	/** Rule sets the orders can be judged under; '' stands for those in use. */
	rules?: Choice[];
	ruleSet?: string;
	filters: FilterGroup[];
	inUse: FilterInUse[];
	/** Takes all filters away. */
	clearHref?: string;
	/** Parameters the form must carry on, e.g. the sort order. */
	carried?: { name: string; value: string }[];
};
