import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { openLedger, closeLedger } from '#lib/server/ledger/open.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { zip } from '../intake/zip-file.ts';
import { csv, warehouseBench } from '../support/warehouse.ts';

const { newFolder, take, served, standing } = warehouseBench({ inChild: true });
const order = (number: string) => Buffer.from(csv([{ 工单编号: number, 受理时间: '2026-09-01 08:00:00' }]));

test('members of an archive are imports of their own: one refused member leaves the others taken', async () => {
	const folder = newFolder();
	const archive = zip([
		{ name: 'a.csv', content: order('GD1') },
		{ name: 'note.txt', content: Buffer.from('hello') },
		{ name: 'b.csv', content: order('GD2') }
	]);
	const first = await take(folder, [{ text: archive, name: 'month.zip' }]);
	expect(first.map(({ file, outcome }) => [file, outcome])).toEqual([
		['month.zip/a.csv', 'taken'],
		['month.zip/note.txt', 'refused'],
		['month.zip/b.csv', 'taken']
	]);
	expect(await served(folder, 'select order_number from orders order by order_number')).toEqual([
		{ order_number: 'GD1' },
		{ order_number: 'GD2' }
	]);
	const ledger = openLedger(folder);
	await recordImports(folder, ledger, first, 'test');
	expect((await importsListed(ledger)).map(({ fileName }) => fileName).toSorted()).toEqual([
		'month.zip/a.csv',
		'month.zip/b.csv',
		'month.zip/note.txt'
	]);
	await closeLedger(folder);
});

test('the same orders again, as an archive, a packed file or plain, change nothing', async () => {
	const folder = newFolder();
	await take(folder, [{ text: order('GD1'), name: 'a.csv' }]);
	const before = standing(folder);
	const again = await take(folder, [
		{ text: zip([{ name: 'other.csv', content: order('GD1') }]), name: 'a.zip' },
		{ text: gzipSync(order('GD1')), name: 'a.csv.gz' }
	]);
	expect(again.map((one) => one.outcome === 'taken' && one.rows)).toMatchObject([
		{ read: 1, accepted: 0, identical: 1 },
		{ read: 1, accepted: 0, identical: 1 }
	]);
	expect(standing(folder)).toEqual(before);
});
