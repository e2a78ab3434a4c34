import { readFileSync } from 'node:fs';
import { rulesOn } from '#lib/domain/rules/in-use.ts';
import { readRuleSet, UnreadableRules } from '#lib/domain/rules/read-rule-set.ts';
import type { RuleSet } from '#lib/domain/rules/rule-set.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { closeLedger, openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { addRuleSet, RuleSetExists, ruleSets } from '#lib/server/ledger/rule-sets.ts';
import { rulesInUse, useRuleSet } from '#lib/server/ledger/rule-uses.ts';
import { dayOption, onlyOptions, parseArguments, typedFile, type Arguments } from './arguments.ts';
import { shellLanguage, usage } from './usage.ts';

const actor = 'command line';

/**
 * `duban rules list | show ID | use ID [--from DATE] | add FILE`: the rule sets there are, from which day on one is used,
 * and sets of the city's own as JSON of the shape that show prints.
 */
export async function rules(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'from']);
	const [verb, object, ...others] = args.words;
	const ledger = openLedger(ensureDataFolder(dataFolder()));
	try {
		if (verb === 'list' && object === undefined) return { output: await listed(ledger) };
		if (object === undefined || others.length > 0) throw usage(m.cli_rules_usage, {});
		if (verb === 'show') return { output: await known(ledger, object) };
		if (verb === 'use') return { output: await used(ledger, await known(ledger, object), args) };
		if (verb === 'add') return { output: await added(ledger, object) };
		throw usage(m.cli_rules_usage, {});
	} finally {
		await closeLedger(dataFolder());
	}
}

async function known(ledger: Ledger, id: string): Promise<RuleSet> {
	const sets = await ruleSets(ledger);
	const chosen = sets.find((one) => one.id === id);
	if (!chosen) throw usage(m.cli_unknown_rules, { id, known: sets.map((one) => one.id).join(', ') });
	return chosen;
}

async function used(ledger: Ledger, { id, validFrom, validTo }: RuleSet, args: Arguments) {
	const from = dayOption(args, 'from') ?? validFrom;
	if (from < validFrom || (validTo !== null && from > validTo))
		throw usage(m.rules_not_valid, { id, from, validFrom, validTo: validTo ?? '…' });
	await useRuleSet(ledger, { ruleSetId: id, from }, actor);
	return { id, from };
}

async function added(ledger: Ledger, file: string) {
	try {
		const rules = readRuleSet(JSON.parse(readFileSync(typedFile(file), 'utf8')));
		await addRuleSet(ledger, rules, actor);
		return { id: rules.id };
	} catch (error) {
		if (error instanceof UnreadableRules)
			throw usage(m.rules_unreadable, { field: error.field, value: error.value, wanted: error.wanted });
		if (error instanceof RuleSetExists) throw usage(m.rules_exists, { id: error.id });
		if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code !== undefined)
			throw usage(m.rules_no_file, { file, why: (error as Error).message });
		throw error;
	}
}

/** One row per rule set; inUse marks the one that the newest orders are judged under. */
async function listed(ledger: Ledger) {
	const current = rulesOn(await rulesInUse(ledger), null);
	return (await ruleSets(ledger)).map((one) => asRow(one, one.id === current.id));
}

function asRow(rules: RuleSet, inUse: boolean) {
	const { id, name, author, validFrom, validTo, limits, month, minimumVolume, composite } = rules;
	const language = shellLanguage();
	const weights = composite ? [composite.contacted, composite.resolved, composite.satisfied].join('/') : null;
	return {
		...{ id, inUse, name: name[language], author: author[language], validFrom, validTo },
		...{ limits: limits.length, monthFrom: month.startDay, monthHour: month.cutOffHour, minimumVolume },
		...{ basicallySatisfiedWeight: rules.basicallySatisfiedWeight, composite: weights }
	};
}
