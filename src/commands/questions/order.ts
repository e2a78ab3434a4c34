import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { order as asked } from '#queries/order.ts';
import { onlyOptions, option } from '../arguments.ts';
import { inShellLanguage, usage } from '../usage.ts';
import type { Question } from './question.ts';

/** One order by its number; no row, and a sentence beside it, where there is none. */
export const order: Question = {
	options: ['id'],
	answer: async (db, _scope, _by, args) => {
		onlyOptions(args, ['json', 'id', 'rules']);
		const number = option(args, 'id');
		if (number === undefined) throw usage(m.orders_cli_needs_id, {});
		await recordView(number);
		const rows = await asked(db, number).execute();
		if (rows.length === 0) process.stderr.write(`duban: ${inShellLanguage(m.orders_unknown_number, { number })}\n`);
		return rows.map((row) => ({
			...row,
			dueSource: row.dueSource ?? (row.stateFrom === 'flag' ? 'flag' : null)
		}));
	}
};

async function recordView(number: string): Promise<void> {
	const folder = dataFolder();
	const view = { actor: 'command line', action: 'orders_viewed', object: number };
	await appendAudit(openLedger(folder), view);
	await closeLedger(folder);
}
