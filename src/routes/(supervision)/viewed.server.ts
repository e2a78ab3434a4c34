import type { RequestEvent } from '@sveltejs/kit';
import { dataFolder } from '#lib/server/data-folder.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import { openLedger } from '#lib/server/ledger/open.ts';

/** Writes down who looks at rows of orders, before they are shown: a view that can't be recorded does not happen. */
export async function recordView({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, object: string): Promise<void> {
	await appendAudit(openLedger(dataFolder()), {
		actor: locals.user?.name ?? 'anonymous',
		action: 'orders_viewed',
		object,
		detail: { query: url.search.slice(0, 2000) }
	});
}
