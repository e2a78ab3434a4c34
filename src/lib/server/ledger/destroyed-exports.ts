import type { Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

export type DestroyedExport = { sha256: string; replacedBy: string | null };

/** Writes down that the bytes of these exports are to be gone for good; one that stands already is left as it is. */
export async function markDestroyed(ledger: Ledger, destroyed: DestroyedExport[], by: string): Promise<void> {
	if (destroyed.length === 0) return;
	const [destroyed_at, destroyed_by] = [utcNow(), by];
	await ledger
		.insertInto('destroyed_exports')
		.values(
			destroyed.map(({ sha256, replacedBy }) => ({ sha256, replaced_by: replacedBy, destroyed_at, destroyed_by }))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The day (UTC) each destroyed export's bytes went, by their hash. */
export async function destroyedExports(ledger: Ledger): Promise<Map<string, string>> {
	const rows = await ledger.selectFrom('destroyed_exports').select(['sha256', 'destroyed_at']).execute();
	return new Map(rows.map(({ sha256, destroyed_at }) => [sha256, destroyed_at.slice(0, 10)]));
}
