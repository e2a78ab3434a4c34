import type { Figure } from '#lib/components/figure-card.ts';
import type { RuleSet } from '#lib/domain/rules/rule-set.ts';
import { compositeScore, type SurveyCounts } from '#lib/domain/rules/survey-score.ts';
import { m } from '#lib/paraglide/messages.js';
import { own } from './names.ts';

/** The composite of the survey rates as a card, with its weights; nothing where the rules in use have none. */
export function compositeFigure(counts: SurveyCounts, rules: RuleSet): Figure[] {
	const { composite, basicallySatisfiedWeight } = rules;
	if (composite === null) return [];
	const label = m.composite_label({ rules: own(rules.name) });
	const score = compositeScore(counts, rules);
	if (score === null) return [{ id: 'composite', state: 'absent', label, reason: m.composite_unknown() }];
	const percent = (weight: number) => `${Math.round(weight * 100)}%`;
	return [
		{
			id: 'composite',
			state: 'value',
			label,
			value: score.toFixed(1),
			base: m.composite_base({
				contacted: percent(composite.contacted),
				resolved: percent(composite.resolved),
				satisfied: percent(composite.satisfied),
				weight: String(basicallySatisfiedWeight)
			})
		}
	];
}
