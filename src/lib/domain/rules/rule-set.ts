import type { Both } from '../languages.ts';
import type { ExclusionReason, KindCode } from '../staged-columns.ts';

/** A span of clock hours, seven days a week, or of working days by the calendar of the rules. */
export type Limit = { hours: number } | { workingDays: number };

/** A time limit and the orders it is for; a condition that is left out holds for every order. */
export type LimitRule = {
	limit: Limit;
	kinds?: readonly KindCode[];
	/** Categories of the first level and urgencies, in the words of the exports. */
	categories?: readonly string[];
	urgencies?: readonly string[];
};

/**
 * A set of rules: dated data, never code. Figures that a rule set decides name it beside them.
 * Weights are shares between 0 and 1; those of a composite add up to 1.
 */
export type RuleSet = {
	id: string;
	name: Both;
	/** Who made the rules, and where that can be read. */
	author: Both;
	/** The days the rules are meant for, 'YYYY-MM-DD'; null where no end is known. */
	validFrom: string;
	validTo: string | null;
	/**
	 * Deadlines for orders to which the export gives none: the first rule that fits an order holds, counted from its
	 * receipt, the day of receipt being day 0. Empty: only the export's own deadlines count.
	 */
	limits: readonly LimitRule[];
	/** When the offices close, 'HH:MM': a limit in working days runs out at that hour of its last day. '24:00' is the day's end. */
	officesClose: string;
	/** Days on which this city departs from the national calendar, 'YYYY-MM-DD'. */
	daysOff: readonly string[];
	daysWorked: readonly string[];
	/** From dispatch: until the unit signs, and until it speaks with the citizen. */
	signing: Limit;
	firstContact: Limit;
	/** The same of orders with one of these words for their urgency; null where urgent orders have no limit of their own. */
	urgentFirstContact: { urgencies: readonly string[]; limit: Limit } | null;
	/** On which day, and at which hour, the month of assessment begins: 19 and 12 make the one from the 19th of the month before, noon to noon. */
	month: { startDay: number; cutOffHour: number };
	/** Which day a return visit counts on: of the order's closing, or of its receipt. */
	visitsCountBy: 'closing' | 'receipt';
	/** Which exclusions leave the assessment once they are granted: all, none, or those for these reasons. */
	excludes: 'granted' | 'none' | readonly ExclusionReason[];
	/** Orders (or valid visits) a unit needs to be given a place. */
	minimumVolume: number;
	/** How much of a "basically satisfied" counts as satisfied. */
	basicallySatisfiedWeight: number;
	/** The composite of the three survey rates; null where the rules have none. */
	composite: { contacted: number; resolved: number; satisfied: number } | null;
};

/** The rules in force where nobody chose others: deadlines as the exports give them, calendar months, nothing weighed. */
export const plainRules: RuleSet = {
	id: 'plain',
	name: { 'zh-CN': '默认规则', en: 'Plain rules' },
	author: { 'zh-CN': '督办', en: 'Duban' },
	validFrom: '2000-01-01',
	validTo: null,
	limits: [],
	officesClose: '24:00',
	daysOff: [],
	daysWorked: [],
	signing: { hours: 2 },
	firstContact: { hours: 24 },
	urgentFirstContact: { urgencies: ['紧急', '特急', '加急', '突发'], limit: { hours: 2 } },
	month: { startDay: 1, cutOffHour: 0 },
	visitsCountBy: 'closing',
	excludes: 'granted',
	minimumVolume: 30,
	basicallySatisfiedWeight: 0,
	composite: null
};
