import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from './canonical-json.ts';
import { together, type Ledger } from './open.ts';
import type { AuditTable } from './tables.ts';
import { utcNow } from './utc-now.ts';

export type AuditEntry = {
	/** An account's name, 'command line', or 'anonymous'. */
	actor: string;
	/** A verb in snake_case: 'sign_in', 'user_added', 'release_frozen'. */
	action: string;
	/** What it was done to. */
	object: string;
	/** Never a password, never a caller's personal data. */
	detail?: { [key: string]: Json };
};

/** What a release prints, so that a chain cut short or written anew can be told. */
export type AuditHead = { count: number; hash: string };

export type AuditVerdict = { intact: true; head: AuditHead } | { intact: false; seq: number; fault: AuditFault };
export type AuditFault = 'missing_row' | 'broken_link' | 'changed_row' | 'differs_from_anchor';

const beforeTheFirst = '0'.repeat(64);

/** Adds a row to the chain. Awaited before the action is acknowledged; in the action's transaction where it has one. */
export function appendAudit(ledger: Ledger, entry: AuditEntry, at = utcNow()): Promise<AuditHead> {
	return together(ledger, async (ledger) => {
		const head = await auditHead(ledger);
		const row = {
			seq: head.count + 1,
			at,
			actor: entry.actor,
			action: entry.action,
			object: entry.object,
			detail: canonicalJson(entry.detail ?? {}),
			previous_hash: head.hash
		};
		const hash = hashOf(row);
		await ledger
			.insertInto('audit')
			.values({ ...row, hash })
			.execute();
		return { count: row.seq, hash };
	});
}

/** How many rows the chain has, and its last hash. */
export async function auditHead(ledger: Ledger): Promise<AuditHead> {
	const last = await ledger
		.selectFrom('audit')
		.select(['seq as count', 'hash'])
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	return last ?? { count: 0, hash: beforeTheFirst };
}

/**
 * Reads the whole chain. Names the first row that is missing, changed or out of order; with an anchor (a head that
 * was printed elsewhere), also a tail that was cut off or a chain that was written anew.
 */
export async function verifyAudit(ledger: Ledger, anchor?: AuditHead): Promise<AuditVerdict> {
	let head: AuditHead = { count: 0, hash: beforeTheFirst };
	let rows = await auditPage(ledger, Number.MIN_SAFE_INTEGER);
	for (; rows.length > 0; rows = await auditPage(ledger, head.count)) {
		for (const row of rows) {
			const fault = faultOf(row, head);
			if (fault) return { intact: false, seq: fault === 'missing_row' ? head.count + 1 : row.seq, fault };
			head = { count: row.seq, hash: row.hash };
			if (anchor?.count === head.count && anchor.hash !== head.hash) {
				return { intact: false, seq: row.seq, fault: 'differs_from_anchor' };
			}
		}
	}
	if (anchor && anchor.count > head.count) return { intact: false, seq: head.count + 1, fault: 'missing_row' };
	return { intact: true, head };
}

/** Rows after a given one, oldest first. */
export function auditPage(ledger: Ledger, after: number, limit = 1000): Promise<AuditTable[]> {
	return ledger.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute();
}

/** The latest rows, newest first. */
export function auditLatest(ledger: Ledger, limit = 200): Promise<AuditTable[]> {
	return ledger.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit).execute();
}

function faultOf(row: AuditTable, before: AuditHead): AuditFault | null {
	if (row.seq !== before.count + 1) return 'missing_row';
	if (row.previous_hash !== before.hash) return 'broken_link';
	const { hash, ...content } = row;
	return hashOf(content) === hash ? null : 'changed_row';
}

function hashOf(row: Omit<AuditTable, 'hash'>): string {
	return createHash('sha256').update(canonicalJson(row)).digest('hex');
}
