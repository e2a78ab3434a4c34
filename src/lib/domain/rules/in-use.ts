import { addDays } from '../periods.ts';
import { plainRules, type RuleSet } from './rule-set.ts';

/** From which day on a rule set is used. */
export type RuleUse = { ruleSetId: string; from: string };

/** The rules for orders received from a day on (null: from the beginning) until the next stretch begins. */
export type Stretch = { from: string | null; rules: RuleSet };

/**
 * Which rules hold when, in order of time, the first from the beginning. Where two uses begin on one day the later
 * entry counts. A use ends with the last day its rules are meant for; before the first use, after such an end and for
 * an id that is not among `sets` the plain rules hold.
 */
export function stretchesOf(uses: readonly RuleUse[], sets: readonly RuleSet[]): Stretch[] {
	const lastEntered = new Map(uses.map(({ from, ruleSetId }) => [from, ruleSetId]));
	const begins = [...lastEntered.keys()].sort();
	const stretches: Stretch[] = [{ from: null, rules: plainRules }];
	for (const [place, from] of begins.entries()) {
		const rules = sets.find(({ id }) => id === lastEntered.get(from)) ?? plainRules;
		stretches.push({ from, rules });
		const next = begins[place + 1];
		if (rules.validTo === null) continue;
		const after = addDays(rules.validTo, 1);
		if (after > from && (next === undefined || after < next)) stretches.push({ from: after, rules: plainRules });
	}
	return stretches;
}

/** The rules a period is scored under: those that hold on its last day (null: the latest). */
export function rulesOn(stretches: readonly Stretch[], lastDay: string | null): RuleSet {
	const holding = stretches.filter(({ from }) => from === null || lastDay === null || from <= lastDay);
	return holding.at(-1)?.rules ?? plainRules;
}
