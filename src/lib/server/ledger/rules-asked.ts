import { stretchesOf, type Stretch } from '#lib/domain/rules/in-use.ts';
import type { RuleSet } from '#lib/domain/rules/rule-set.ts';
import type { Ledger } from './open.ts';
import { ruleSets } from './rule-sets.ts';
import { ruleUses } from './rule-uses.ts';

/** Thrown for the id of a rule set that is not there; `known` are those that are. */
export class UnknownRules extends Error {
	readonly id: string;
	readonly known: string[];
	constructor(id: string, known: string[]) {
		super(`no rule set ${id}; there are ${known.join(', ')}`);
		this.name = 'UnknownRules';
		this.id = id;
		this.known = known;
	}
}

/** All the rule sets there are, the stretches orders are judged under, and those of the rules in use. */
export type RulesAsked = { sets: RuleSet[]; asked: Stretch[]; inUse: Stretch[] };

/** Which rules orders are judged under: those in use, or one set for all orders, whenever it is meant for. */
export async function rulesAsked(ledger: Ledger, id: string | null): Promise<RulesAsked> {
	const sets = await ruleSets(ledger);
	const inUse = stretchesOf(await ruleUses(ledger), sets);
	if (id === null) return { sets, asked: inUse, inUse };
	const rules = sets.find((one) => one.id === id);
	if (!rules)
		throw new UnknownRules(
			id,
			sets.map((one) => one.id)
		);
	return { sets, asked: [{ from: null, rules }], inUse };
}
