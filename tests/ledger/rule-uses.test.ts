import { expect, test } from 'vitest';
import { auditLatest } from '#lib/server/ledger/audit.ts';
import { ruleUses, useRuleSet } from '#lib/server/ledger/rule-uses.ts';
import { freshLedger } from './fresh-ledger.ts';

test('uses of rule sets are kept in the order they were entered, with who said so in the audit', async () => {
	const ledger = await freshLedger();
	await useRuleSet(ledger, { ruleSetId: 'district-10-50-40', from: '2026-01-01' }, 'li');
	await useRuleSet(ledger, { ruleSetId: 'plain', from: '2026-01-01' }, 'wang');
	expect(await ruleUses(ledger)).toEqual([
		{ ruleSetId: 'district-10-50-40', from: '2026-01-01' },
		{ ruleSetId: 'plain', from: '2026-01-01' }
	]);
	const [last] = await auditLatest(ledger, 1);
	expect(last).toMatchObject({ actor: 'wang', action: 'rules_used', object: 'plain' });
});
