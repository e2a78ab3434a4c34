import type { Stretch } from '#lib/domain/rules/in-use.ts';
import type { Ledger } from './open.ts';
import { ruleSets } from './rule-sets.ts';
import { rulesInUse } from './rule-uses.ts';

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

/** Which rules orders are judged under: those in use, or one set for all orders, whenever it is meant for. */
export async function rulesAsked(ledger: Ledger, id: string | null): Promise<Stretch[]> {
	if (id === null) return rulesInUse(ledger);
	const sets = await ruleSets(ledger);
	const rules = sets.find((one) => one.id === id);
	if (!rules)
		throw new UnknownRules(
			id,
			sets.map((one) => one.id)
		);
	return [{ from: null, rules }];
}
