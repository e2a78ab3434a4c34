import { compositeScore, ruleSet, rulesFor, shippedRuleSets, type RuleSet } from '#lib/domain/rule-sets.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { responseRate, visitEstimate, visitQuestions } from '#lib/domain/survey.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { ruleUses } from '#lib/server/ledger/rule-uses.ts';
import { returnVisits as asked } from '#queries/return-visits.ts';
import { option, type Arguments } from '../arguments.ts';
import { usage } from '../usage.ts';
import type { Question, Row } from './question.ts';

/**
 * The counts, the response rate, and for contacted, resolved and satisfied the rate of the valid answers with its 95 %
 * interval (a sample of all closed orders) and its bounds (of all who were called, whatever the silent would have said).
 * No column of an export says who was drawn for a visit, so `drawn` is who was called. `score` is the composite of the
 * rule set named beside it, the one in use for the period or the one asked for; null where it has none.
 */
export const returnVisits: Question = {
	options: ['rules'],
	answer: async (db, scope, by, args) => {
		const rules = await rulesAsked(scope, args);
		const rows = await asked(db, scope, by).execute();
		return rows.map(({ closed, ...counts }): Row => {
			const known = { closed, ...counts };
			const estimates = visitQuestions.flatMap((question) => {
				const { rate, low, high, worst, best } = visitEstimate(known, question);
				return Object.entries({ Rate: rate, Low: low, High: high, Worst: worst, Best: best }).map(
					([ending, value]) => [question + ending, value] as const
				);
			});
			return {
				closed,
				drawn: counts.attempted,
				...counts,
				responseRate: responseRate(known),
				...Object.fromEntries(estimates),
				score: compositeScore(counts, rules),
				ruleSet: rules.id
			};
		});
	}
};

async function rulesAsked({ period }: Scope, args: Arguments): Promise<RuleSet> {
	const id = option(args, 'rules');
	if (id !== undefined) {
		const chosen = ruleSet(id);
		if (!chosen) throw usage(m.cli_unknown_rules, { id, known: shippedRuleSets.map((one) => one.id).join(', ') });
		return chosen;
	}
	const folder = dataFolder();
	try {
		return rulesFor(await ruleUses(openLedger(folder)), period.to);
	} finally {
		await closeLedger(folder);
	}
}
