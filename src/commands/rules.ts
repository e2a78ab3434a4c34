import { ruleSet, rulesFor, shippedRuleSets, type RuleSet } from '#lib/domain/rule-sets.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { ruleUses, useRuleSet } from '#lib/server/ledger/rule-uses.ts';
import { dayOption, onlyOptions, parseArguments } from './arguments.ts';
import { shellLanguage, usage } from './usage.ts';

/** `duban rules list | show ID | use ID [--from DATE]`: the scoring rules there are, and from which day one is used. */
export async function rules(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'from']);
	const [verb, id, ...others] = args.words;
	if (verb === 'list' && id === undefined) return { output: await listed() };
	if ((verb !== 'show' && verb !== 'use') || id === undefined || others.length > 0) throw usage(m.cli_rules_usage, {});
	const chosen = ruleSet(id);
	if (!chosen) throw usage(m.cli_unknown_rules, { id, known: shippedRuleSets.map((one) => one.id).join(', ') });
	if (verb === 'show') return { output: chosen };
	const from = dayOption(args, 'from') ?? chosen.validFrom;
	const folder = ensureDataFolder(dataFolder());
	try {
		await useRuleSet(openLedger(folder), { ruleSetId: id, from }, 'command line');
		return { output: { id, from } };
	} finally {
		await closeLedger(folder);
	}
}

/** One row per rule set; inUse marks the one that the newest figures are scored under. */
async function listed() {
	const folder = ensureDataFolder(dataFolder());
	try {
		const current = rulesFor(await ruleUses(openLedger(folder)), null);
		return shippedRuleSets.map((one) => asRow(one, one.id === current.id));
	} finally {
		await closeLedger(folder);
	}
}

function asRow({ id, name, author, validFrom, validTo, basicallySatisfiedWeight, composite }: RuleSet, inUse: boolean) {
	const language = shellLanguage();
	const weights = composite ? [composite.contacted, composite.resolved, composite.satisfied].join('/') : null;
	return {
		id,
		inUse,
		name: name[language],
		author: author[language],
		validFrom,
		validTo,
		basicallySatisfiedWeight,
		composite: weights
	};
}
