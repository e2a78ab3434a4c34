import { readRuleSet } from '#lib/domain/rules/read-rule-set.ts';
import type { RuleSet } from '#lib/domain/rules/rule-set.ts';
import { shippedRuleSet, shippedRuleSets } from '#lib/domain/rules/shipped.ts';
import { appendAudit } from './audit.ts';
import { together, type Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

/** Thrown where a rule set of this id is there already: rules that figures were made with are never rewritten. */
export class RuleSetExists extends Error {
	readonly id: string;
	constructor(id: string) {
		super(`a rule set ${id} is there already`);
		this.name = 'RuleSetExists';
		this.id = id;
	}
}

/** Every rule set there is: those that come along, then the city's own in the order they were entered. */
export async function ruleSets(ledger: Ledger): Promise<RuleSet[]> {
	const rows = await ledger.selectFrom('rule_sets').select('rules').orderBy('seq').execute();
	return [...shippedRuleSets, ...rows.map(({ rules }) => readRuleSet(JSON.parse(rules)))];
}

/** Enters a rule set of the city's own for good, with who said so; a change of it is a new set with a new id. */
export async function addRuleSet(ledger: Ledger, rules: RuleSet, enteredBy: string): Promise<void> {
	await together(ledger, async (ledger) => {
		const known = await ledger.selectFrom('rule_sets').select('id').where('id', '=', rules.id).executeTakeFirst();
		if (known || shippedRuleSet(rules.id)) throw new RuleSetExists(rules.id);
		await ledger
			.insertInto('rule_sets')
			.values({ id: rules.id, rules: JSON.stringify(rules), entered_at: utcNow(), entered_by: enteredBy })
			.execute();
		await appendAudit(ledger, {
			actor: enteredBy,
			action: 'rules_added',
			object: rules.id,
			detail: { rules: JSON.stringify(rules) }
		});
	});
}
