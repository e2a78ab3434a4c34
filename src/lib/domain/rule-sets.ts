import type { Both } from './languages.ts';

/**
 * A set of scoring rules: dated data, never code. Figures that a rule set decides name it beside them.
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
	/** Clock hours from dispatch within which a unit is to sign, and to speak with the citizen. */
	signHours: number;
	firstContactHours: number;
	/** How much of a "basically satisfied" counts as satisfied. */
	basicallySatisfiedWeight: number;
	/** The composite of the three survey rates; null where the rules have none. */
	composite: { contacted: number; resolved: number; satisfied: number } | null;
};

/** The rules in force where nobody chose others: no composite, and satisfied means satisfied. */
export const plainRules: RuleSet = {
	id: 'plain',
	name: { 'zh-CN': '不加权', en: 'Unweighted' },
	author: { 'zh-CN': '督办', en: 'Duban' },
	validFrom: '2000-01-01',
	validTo: null,
	signHours: 2,
	firstContactHours: 24,
	basicallySatisfiedWeight: 0,
	composite: null
};

/** The rule sets that come along, the default first. */
export const shippedRuleSets: readonly RuleSet[] = [
	plainRules,
	{
		id: 'district-10-50-40',
		name: { 'zh-CN': '响应10 解决50 满意40', en: 'Contacted 10, resolved 50, satisfied 40' },
		author: { 'zh-CN': '北京一区公开代码中的算法', en: 'As in the public code of a Beijing district' },
		validFrom: '2019-01-01',
		validTo: null,
		signHours: 2,
		firstContactHours: 24,
		basicallySatisfiedWeight: 0.9,
		composite: { contacted: 0.1, resolved: 0.5, satisfied: 0.4 }
	},
	{
		id: 'banner-30-35-35',
		name: { 'zh-CN': '响应30 解决35 满意35', en: 'Contacted 30, resolved 35, satisfied 35' },
		author: { 'zh-CN': '内蒙古一旗公布的办法', en: 'As published by a banner of Inner Mongolia' },
		validFrom: '2019-01-01',
		validTo: null,
		signHours: 2,
		firstContactHours: 24,
		basicallySatisfiedWeight: 0.9,
		composite: { contacted: 0.3, resolved: 0.35, satisfied: 0.35 }
	}
];

/** A shipped rule set by its id; undefined for an unknown one. */
export const ruleSet = (id: string): RuleSet | undefined => shippedRuleSets.find((rules) => rules.id === id);

/** From which day on a rule set is used. */
export type RuleUse = { ruleSetId: string; from: string };

/**
 * The rules a period is scored under: those in use on its last day (null: the latest). Where two uses begin on
 * one day the later entry counts. Without any use, or with one of an unknown id, the plain rules.
 */
export function rulesFor(uses: readonly RuleUse[], lastDay: string | null): RuleSet {
	const inUse = uses
		.filter(({ from }) => lastDay === null || from <= lastDay)
		.reduce<RuleUse | null>((latest, use) => (latest === null || use.from >= latest.from ? use : latest), null);
	return (inUse && ruleSet(inUse.ruleSetId)) ?? plainRules;
}

/** Counts of valid return visits; null where the exports do not say. */
export type SurveyCounts = Record<
	'valid' | 'contacted' | 'resolved' | 'satisfied' | 'basicallySatisfied',
	number | null
>;

/** Satisfied visits with the weight the rules give to the basically satisfied, over the valid; null without any. */
export function weightedSatisfaction(counts: SurveyCounts, { basicallySatisfiedWeight }: RuleSet): number | null {
	const { valid, satisfied, basicallySatisfied } = counts;
	if (!valid || satisfied === null) return null;
	return (satisfied + basicallySatisfiedWeight * (basicallySatisfied ?? 0)) / valid;
}

/** The composite out of 100, or null where the rules have none or a part is not known. A unit without a valid visit has no score. */
export function compositeScore(counts: SurveyCounts, rules: RuleSet): number | null {
	const { valid, contacted, resolved } = counts;
	const satisfaction = weightedSatisfaction(counts, rules);
	if (!rules.composite || !valid || contacted === null || resolved === null || satisfaction === null) return null;
	const { composite } = rules;
	const share =
		composite.contacted * (contacted / valid) +
		composite.resolved * (resolved / valid) +
		composite.satisfied * satisfaction;
	return share * 100;
}
