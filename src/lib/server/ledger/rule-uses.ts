import { stretchesOf, type RuleUse, type Stretch } from '#lib/domain/rules/in-use.ts';
import { appendAudit } from './audit.ts';
import { together, type Ledger } from './open.ts';
import { ruleSets } from './rule-sets.ts';
import { utcNow } from './utc-now.ts';

/** Enters from which day on a rule set is used; kept with who said so. */
export async function useRuleSet(ledger: Ledger, { ruleSetId, from }: RuleUse, enteredBy: string): Promise<void> {
	await together(ledger, async (ledger) => {
		await ledger
			.insertInto('rule_uses')
			.values({ rule_set_id: ruleSetId, from_day: from, entered_at: utcNow(), entered_by: enteredBy })
			.execute();
		await appendAudit(ledger, { actor: enteredBy, action: 'rules_used', object: ruleSetId, detail: { from } });
	});
}

/** Every use, in the order it was entered. */
export function ruleUses(ledger: Ledger): Promise<RuleUse[]> {
	return ledger
		.selectFrom('rule_uses')
		.select(['rule_set_id as ruleSetId', 'from_day as from'])
		.orderBy('seq')
		.execute();
}

/** Which rules hold for orders received when. */
export async function rulesInUse(ledger: Ledger): Promise<Stretch[]> {
	return stretchesOf(await ruleUses(ledger), await ruleSets(ledger));
}
