import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	symlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { currentVersion, type DataFolder } from '#lib/server/data-folder.ts';
import { inboxOf, takeInbox } from '#lib/server/imports/inbox.ts';
import { ImportUnderWay, whileImporting } from '#lib/server/imports/lock.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { warehouseBench } from '../support/warehouse.ts';

const bench = warehouseBench();
const orders = (number: string) => `工单编号,登记时间,承办单位\n${number},2026-09-01 08:00:00,城管局\n`;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

function newInbox() {
	const folder = bench.newFolder();
	const inbox = inboxOf(folder);
	mkdirSync(inbox.root, { recursive: true });
	/** A file that was last written to some minutes ago. */
	const drop = (name: string, text: string, minutes = 5) => {
		writeFileSync(join(inbox.root, name), text);
		utimesSync(join(inbox.root, name), minutesAgo(minutes), minutesAgo(minutes));
	};
	return {
		folder,
		inbox,
		drop,
		take: () => takeInbox(folder, openLedger(folder), { looksMs: 50, sayWhy: ({ outcome }) => `not taken: ${outcome}` })
	};
}
const names = (path: string) => readdirSync(path).sort();
const received = async (folder: DataFolder) =>
	(await bench.served(folder, 'select count(*)::integer as n from orders'))[0]!.n;

test('what has come to rest is taken in and lies below taken; what is refused lies beside the reason', async () => {
	const { folder, inbox, drop, take } = newInbox();
	drop('九月.csv', orders('GD1001'));
	drop('什么都不是.csv', 'hello\n');
	drop('十月.csv', orders('GD1002').replace('2026-09-01', '03/04/2026'));
	expect((await take()).map(({ file, outcome }) => [file, outcome])).toEqual([
		['九月.csv', 'taken'],
		['什么都不是.csv', 'refused'],
		['十月.csv', 'asked']
	]);
	expect(await received(folder)).toBe(1);
	expect(names(inbox.taken)).toEqual(['九月.csv']);
	expect(names(inbox.refused)).toEqual(['什么都不是.csv', '什么都不是.csv.txt', '十月.csv', '十月.csv.txt']);
	expect(readFileSync(join(inbox.refused, '十月.csv.txt'), 'utf8')).toBe('十月.csv: not taken: asked\n');
	expect((await importsListed(openLedger(folder))).map(({ outcome }) => outcome)).toEqual([
		'asked',
		'refused',
		'taken'
	]);
	expect(await take()).toEqual([]);
});

test('what is still being written, half sent, a folder or a link stays where it is', async () => {
	const { folder, inbox, drop, take } = newInbox();
	drop('fresh.csv', orders('GD1001'), 0);
	drop('half.csv.filepart', orders('GD1002'));
	drop('.hidden.csv', orders('GD1003'));
	mkdirSync(join(inbox.root, 'folder.csv'));
	symlinkSync(bench.write(orders('GD1004')), join(inbox.root, 'link.csv'));
	expect(await take()).toEqual([]);
	expect(currentVersion(folder)).toBeNull();
	expect(names(inbox.root)).toEqual([
		'.hidden.csv',
		'.picked',
		'folder.csv',
		'fresh.csv',
		'half.csv.filepart',
		'link.csv',
		'refused',
		'taken'
	]);
});

test('an archive is taken with all its members, or lies below refused with what was wrong with those that were not', async () => {
	const { folder, inbox, drop, take } = newInbox();
	drop('a.csv.gz', '');
	writeFileSync(join(inbox.root, 'a.csv.gz'), gzipSync(orders('GD1001')));
	writeFileSync(join(inbox.root, 'b.csv.gz'), gzipSync('hello\n'));
	for (const name of ['a.csv.gz', 'b.csv.gz']) utimesSync(join(inbox.root, name), minutesAgo(5), minutesAgo(5));
	expect((await take()).map(({ file, outcome }) => [file, outcome])).toEqual([
		['a.csv.gz/a.csv', 'taken'],
		['b.csv.gz/b.csv', 'refused']
	]);
	expect([names(inbox.taken), names(inbox.refused)]).toEqual([['a.csv.gz'], ['b.csv.gz', 'b.csv.gz.txt']]);
	expect(readFileSync(join(inbox.refused, 'b.csv.gz.txt'), 'utf8')).toBe('b.csv.gz/b.csv: not taken: refused\n');
	expect(await received(folder)).toBe(1);
});

test('a file that grows between two looks is left for the next time', async () => {
	const { inbox, drop, take } = newInbox();
	drop('grows.csv', orders('GD1001'));
	const taking = take();
	drop('grows.csv', orders('GD1001') + 'GD1002,2026-09-02 08:00:00,民政局\n');
	expect(await taking).toEqual([]);
	expect(existsSync(join(inbox.root, 'grows.csv'))).toBe(true);
	expect((await take()).map(({ outcome }) => outcome)).toEqual(['taken']);
});

test('a name that came before is kept beside it, and the same bytes change nothing', async () => {
	const { folder, inbox, drop, take } = newInbox();
	for (const number of ['GD1001', 'GD1002', 'GD1002']) {
		drop('daily.csv', orders(number));
		await take();
	}
	expect(names(inbox.taken)).toEqual(['daily (2).csv', 'daily (3).csv', 'daily.csv']);
	expect(await received(folder)).toBe(2);
});

test('what a process that died had picked up is taken in by the next one', async () => {
	const { folder, inbox, drop, take } = newInbox();
	drop('a.csv', orders('GD1001'));
	mkdirSync(inbox.picked, { recursive: true });
	renameSync(join(inbox.root, 'a.csv'), join(inbox.picked, 'a.csv'));
	expect((await take()).map(({ outcome }) => outcome)).toEqual(['taken']);
	expect([names(inbox.picked), names(inbox.taken), await received(folder)]).toEqual([[], ['a.csv'], 1]);
});

test('while another import is under way nothing is lost', async () => {
	const { folder, inbox, drop, take } = newInbox();
	drop('a.csv', orders('GD1001'));
	await whileImporting(folder, () => expect(take()).rejects.toThrow(ImportUnderWay));
	expect([...names(inbox.picked), ...names(inbox.taken)]).toEqual(['a.csv']);
	expect((await take()).map(({ outcome }) => outcome)).toEqual(['taken']);
});
