import type { RuleSet } from './rule-set.ts';

/** Counts of valid return visits; null where the exports do not say. */
export type SurveyCounts = Record<
	'valid' | 'contacted' | 'resolved' | 'satisfied' | 'basicallySatisfied',
	number | null
>;

/** Satisfied visits with the weight the rules give to the basically satisfied, over the valid; null without any. */
export function weightedSatisfaction(
	counts: SurveyCounts,
	{ basicallySatisfiedWeight }: Pick<RuleSet, 'basicallySatisfiedWeight'>
): number | null {
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
