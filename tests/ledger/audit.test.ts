import { DatabaseSync } from 'node:sqlite';
import { appendAudit, auditHead, auditLatest, verifyAudit, type AuditHead } from '#lib/server/ledger/audit.ts';
import { canonicalJson } from '#lib/server/ledger/canonical-json.ts';
import { openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshFolder } from './fresh-ledger.ts';

let ledger: Ledger;
let head: AuditHead;
/** Someone with the file and an editor: the triggers are gone, the chain is not. */
let tamper: (sql: string) => void;

beforeEach(async () => {
	const folder = freshFolder();
	ledger = openLedger(folder);
	for (let i = 1; i <= 20; i += 1) {
		head = await appendAudit(ledger, {
			actor: 'guanli',
			action: 'user_added',
			object: `u${i}`,
			detail: { b: i, a: 1 }
		});
	}
	tamper = (sql) => {
		const file = new DatabaseSync(folder.ledger);
		file.exec('drop trigger audit_is_never_changed; drop trigger audit_is_never_deleted;');
		file.exec(sql);
		file.close();
	};
});

test('an untouched chain is intact, and its head is the last row', async () => {
	expect(await verifyAudit(ledger)).toEqual({ intact: true, head });
	expect(head.count).toBe(20);
	expect(await auditHead(ledger)).toEqual(head);
	expect((await auditLatest(ledger, 1))[0]).toMatchObject({ seq: 20, object: 'u20', detail: '{"a":1,"b":20}' });
});

test('rows appended at the same time keep their order', async () => {
	const append = (object: string) => appendAudit(ledger, { actor: 'a', action: 'b', object });
	await Promise.all(['x', 'y', 'z'].map(append));
	expect(await verifyAudit(ledger)).toMatchObject({ intact: true, head: { count: 23 } });
});

test('rows are neither changed nor deleted through the ledger', async () => {
	await expect(ledger.deleteFrom('audit').execute()).rejects.toThrow('never deleted');
	await expect(ledger.updateTable('audit').set({ actor: 'x' }).execute()).rejects.toThrow('never changed');
});

describe('a change of one field is reported at its row', () => {
	test.each(['at', 'actor', 'action', 'object', 'detail', 'hash'])('%s', async (field) => {
		tamper(`update audit set ${field} = ${field} || 'x' where seq = 7`);
		expect(await verifyAudit(ledger)).toEqual({ intact: false, seq: 7, fault: 'changed_row' });
	});

	test('previous_hash', async () => {
		tamper(`update audit set previous_hash = hash where seq = 7`);
		expect(await verifyAudit(ledger)).toEqual({ intact: false, seq: 7, fault: 'broken_link' });
	});
});

test.each([1, 12, 19])('row %i removed is missed', async (seq) => {
	tamper(`delete from audit where seq = ${seq}`);
	expect(await verifyAudit(ledger)).toEqual({ intact: false, seq, fault: 'missing_row' });
});

test('a row removed and the rest renumbered breaks the link', async () => {
	tamper('delete from audit where seq = 12; update audit set seq = seq - 1 where seq > 12');
	expect(await verifyAudit(ledger)).toEqual({ intact: false, seq: 12, fault: 'broken_link' });
});

test('two rows that changed places are reported at the first of them', async () => {
	tamper(`update audit set seq = -1 where seq = 5; update audit set seq = 5 where seq = 6;
		update audit set seq = 6 where seq = -1`);
	expect(await verifyAudit(ledger)).toMatchObject({ intact: false, seq: 5 });
});

test('a row put in before the first is reported', async () => {
	tamper(`insert into audit select 0, at, actor, action, object, detail, previous_hash, hash from audit where seq = 1`);
	expect(await verifyAudit(ledger)).toMatchObject({ intact: false });
});

test('a tail cut off shows against a head printed elsewhere', async () => {
	tamper('delete from audit where seq > 15');
	expect(await verifyAudit(ledger)).toMatchObject({ intact: true });
	expect(await verifyAudit(ledger, head)).toEqual({ intact: false, seq: 16, fault: 'missing_row' });
});

test('a chain written anew shows against a head printed elsewhere', async () => {
	tamper('delete from audit where seq > 15');
	for (let i = 16; i <= 20; i += 1) await appendAudit(ledger, { actor: 'x', action: 'y', object: 'z' });
	expect(await verifyAudit(ledger, head)).toEqual({ intact: false, seq: 20, fault: 'differs_from_anchor' });
});

test('an older anchor holds while the chain grows', async () => {
	await appendAudit(ledger, { actor: 'x', action: 'y', object: 'z' });
	expect(await verifyAudit(ledger, head)).toMatchObject({ intact: true, head: { count: 21 } });
});

test('canonical JSON does not depend on the order of keys', () => {
	expect(canonicalJson({ b: [1, { d: null, c: '督办' }], a: true })).toBe('{"a":true,"b":[1,{"c":"督办","d":null}]}');
});
