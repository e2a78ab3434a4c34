import { deadlineAgreement } from '#queries/deadline-agreement.ts';
import type { Question } from './question.ts';

/**
 * How often our deadlines differ from the export's, under the rules in use or those of `--rules`; `disagree` is the share
 * of the orders with both whose days differ, null where no order has both.
 */
export const deadlines: Question = {
	options: [],
	answer: async (db, scope, by, _args, { rules }) => {
		const rows = await deadlineAgreement(db, scope, by).execute();
		return rows.map((row) => ({
			...row,
			disagree: row.both === 0 ? null : (row.earlier + row.later) / row.both,
			ruleSet: rules.id
		}));
	}
};
