import type { IntakeResult, TakenIn } from '#lib/domain/intake-result.ts';
import { rowsAskedOf } from '#lib/server/imports/asked-import.ts';
import { markDestroyed } from '#lib/server/ledger/destroyed-exports.ts';
import { importBySeq, importsListed, importsTaken, markUndone, recordImport } from '#lib/server/ledger/imports.ts';
import { expect, test } from 'vitest';
import { freshLedger } from './fresh-ledger.ts';

const taken = (sha256: string, dataCut: string): TakenIn => ({
	outcome: 'taken',
	sha256,
	fileName: `${sha256}.csv`,
	kind: 'orders',
	signature: 'f00d',
	answers: {},
	profile: null,
	rows: { read: 2, accepted: 2, repaired: 0, setAside: 0, nonData: 0 },
	dataCut,
	dataCutFrom: 'latest',
	content: '1',
	mapping: [{ field: 'order_number', headers: ['工单编号'] }],
	unmapped: [],
	repairs: [],
	reasons: [],
	notes: [],
	isMadeUp: true,
	format: { container: 'csv', encoding: 'gb18030', separator: ',', sheet: '' }
});

const refused = (sha256: string): IntakeResult => ({
	outcome: 'refused',
	sha256,
	fileName: 'broken.csv',
	refusal: { reason: 'missing_columns', details: { fields: ['order_number'] } }
});

test('the build gets each file once, as it was last taken, in the order of those imports', async () => {
	const ledger = freshLedger();
	await recordImport(ledger, taken('a', '2026-08-31 00:00:00'));
	await recordImport(ledger, taken('b', '2026-09-30 00:00:00'));
	await recordImport(ledger, refused('c'));
	await recordImport(ledger, taken('a', '2026-09-01 00:00:00'));
	await recordImport(ledger, refused('b'));
	const found = await importsTaken(ledger);
	expect(found.map(({ seq, sha256, dataCut }) => ({ seq, sha256, dataCut }))).toEqual([
		{ seq: 2, sha256: 'b', dataCut: '2026-09-30 00:00:00' },
		{ seq: 4, sha256: 'a', dataCut: '2026-09-01 00:00:00' }
	]);
	expect(found[1]?.result).toEqual(taken('a', '2026-09-01 00:00:00'));
});

test('every import is listed, the latest first, refused ones with their reason', async () => {
	const ledger = freshLedger();
	const first = await recordImport(ledger, taken('a', '2026-08-31 00:00:00'), '2026-09-01T01:00:00.000Z');
	const second = await recordImport(ledger, refused('c'), '2026-09-02T01:00:00.000Z');
	const listed = await importsListed(ledger);
	expect(listed.map((record) => record.seq)).toEqual([second, first]);
	expect(listed[0]).toEqual({
		undoneAt: null,
		seq: second,
		sha256: 'c',
		fileName: 'broken.csv',
		kind: null,
		outcome: 'refused',
		result: refused('c'),
		dataCut: null,
		importedAt: '2026-09-02T01:00:00.000Z'
	});
	expect(await importBySeq(ledger, first)).toEqual(listed[1]);
	expect(await importBySeq(ledger, 99)).toBeNull();
});

test('an import is held against what stood when it came: undone since or written anew since does not matter', async () => {
	const ledger = freshLedger();
	const at = (minute: number) => `2026-09-01T01:0${minute}:00.000Z`;
	const cut = '2026-08-31 00:00:00';
	await recordImport(ledger, taken('a', cut), at(1));
	const undone = await recordImport(ledger, taken('b', cut), at(2));
	await recordImport(ledger, { ...taken('visits', cut), kind: 'visits' }, at(2));
	await recordImport(ledger, refused('c'), at(3));
	const own = await recordImport(ledger, taken('d', cut), at(4));
	const again = await recordImport(ledger, taken('d', cut), at(5));
	await markUndone(ledger, undone, 'test');
	const later = await recordImport(ledger, taken('e', cut), '2100-01-01T00:00:00.000Z');
	expect(await rowsAskedOf(ledger, own)).toEqual({ sha256: 'd', earlier: ['a', 'b'] });
	// The same bytes again: all of it was there.
	expect(await rowsAskedOf(ledger, again)).toEqual({ sha256: 'd', earlier: ['a', 'b', 'd'] });
	expect(await rowsAskedOf(ledger, later)).toEqual({ sha256: 'e', earlier: ['a', 'd'] });
	await markDestroyed(
		ledger,
		[
			{ sha256: 'a', replacedBy: 'a2' },
			{ sha256: 'e', replacedBy: 'e2' }
		],
		'test'
	);
	const anew = await recordImport(ledger, taken('e2', cut), '2100-01-02T00:00:00.000Z');
	expect(await rowsAskedOf(ledger, anew)).toEqual({ sha256: 'e2', earlier: ['a2', 'd'] });
});
