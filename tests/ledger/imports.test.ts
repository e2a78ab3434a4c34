import type { IntakeResult, TakenIn } from '#lib/domain/intake-result.ts';
import { importBySeq, importsListed, importsTaken, recordImport } from '#lib/server/ledger/imports.ts';
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
