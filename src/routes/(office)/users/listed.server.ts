import type { RequestEvent } from '@sveltejs/kit';
import { cityTime } from '#lib/server/city-time.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { usersListed } from '#lib/server/ledger/users.ts';
import { momentOfList, tableAnswer } from '#lib/server/table-answer.ts';
import { m } from '#lib/paraglide/messages.js';
import { accountsHeading, accountsList, type AccountShown } from '#lib/view/accounts-view.ts';
import { takenList, type TakenEnding } from '#lib/view/taken-table.ts';

/** Every account, in the order they were opened, as page and file tell of it. */
export async function accountsShown(): Promise<AccountShown[]> {
	const day = (moment: string) => cityTime(moment).slice(0, 10);
	return (await usersListed(openLedger(dataFolder()))).map(({ name, role, createdAt, disabledAt }) => ({
		...{ name, role, added: day(createdAt) },
		disabledOn: disabledAt && day(disabledAt)
	}));
}

/** The list as a file. Who takes it is written down before: a list that can't be recorded does not leave. */
export async function accountsFile({ locals }: Pick<RequestEvent, 'locals'>, ending: TakenEnding): Promise<Response> {
	const table = accountsList(await accountsShown());
	await appendAudit(openLedger(dataFolder()), {
		actor: locals.user?.name ?? 'anonymous',
		action: 'accounts_taken',
		object: 'accounts',
		detail: { file: ending, accounts: table.rows.length }
	});
	const heading = accountsHeading;
	return tableAnswer(takenList(table, { title: m.lists_accounts(), heading, moment: momentOfList() }), ending);
}
