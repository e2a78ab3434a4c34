import { compositeScore } from '#lib/domain/rules/survey-score.ts';
import { responseRate, visitEstimate, visitQuestions } from '#lib/domain/survey.ts';
import { returnVisits as asked } from '#queries/return-visits.ts';
import type { Question, Row } from './question.ts';

/**
 * The counts, the response rate, and for contacted, resolved and satisfied the rate of the valid answers with its 95 %
 * interval (a sample of all closed orders) and its bounds (of all who were called, whatever the silent would have said).
 * No column of an export says who was drawn for a visit, so `drawn` is who was called. `score` is the composite of the
 * rule set named beside it, the one in use for the period or the one asked for; null where it has none.
 */
export const returnVisits: Question = {
	options: [],
	answer: async (db, scope, by, _args, { rules }) => {
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
