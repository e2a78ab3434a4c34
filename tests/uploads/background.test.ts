import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ensureDataFolder, type DataFolder } from '#lib/server/data-folder.ts';
import { allImported, commandsSeen, importInBackground } from '#lib/server/imports/background.ts';
import { whileImporting } from '#lib/server/imports/lock.ts';
import { answersBefore, addCommand } from '#lib/server/ledger/import-commands.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { bodyChunks } from '#lib/server/uploads/body-chunks.ts';
import { sweepParts } from '#lib/server/uploads/parts.ts';
import { actions } from '../../src/routes/(office)/imports/+page.server.ts';
import { freshFolder } from '../ledger/fresh-ledger.ts';

function bench() {
	const folder = ensureDataFolder(freshFolder());
	vi.stubEnv('DUBAN_DATA', folder.root);
	return { folder, ledger: openLedger(folder) };
}

function archived({ exports }: DataFolder, text: string, fileName = 'x.csv') {
	const sha256 = createHash('sha256').update(text).digest('hex');
	mkdirSync(exports, { recursive: true });
	writeFileSync(join(exports, sha256), text);
	return { sha256, fileName };
}

const whole = '工单编号,登记时间,承办单位\nA1,2026-09-01 08:00:00,城管局\n';
const asking = '工单编号,登记时间,承办单位\nGD01,03/04/2026 08:00,城管局\n';

const act = (name: 'answer' | 'repeat', fields: Record<string, string>) =>
	actions[name]!({
		request: new Request('http://localhost/imports', { method: 'POST', body: new URLSearchParams(fields) }),
		locals: { user: { name: 'li' } }
	} as never);

test('a file that asks is answered from its archived bytes; another word, or a second one, changes nothing', async () => {
	const { folder, ledger } = bench();
	await importInBackground(folder, ledger, { files: [archived(folder, asking, '三月.csv')], answers: {}, by: 'li' });
	await allImported(folder);
	const [asked] = await importsListed(ledger);
	expect(asked).toMatchObject({ outcome: 'asked', result: { question: { name: 'date-order' } } });
	const number = String(asked!.seq);
	expect(await act('answer', { import: number, value: 'ymd' })).toMatchObject({ status: 400 });
	expect(await act('answer', { import: '99', value: 'dmy' })).toMatchObject({ status: 409 });
	expect(await act('answer', { import: number, value: 'dmy' })).toMatchObject({ done: expect.any(String) });
	await allImported(folder);
	const [taken] = await importsListed(ledger);
	expect(taken).toMatchObject({ outcome: 'taken', fileName: '三月.csv', result: { answers: { 'date-order': 'dmy' } } });
	expect(await answersBefore(ledger, taken!.seq)).toEqual({ 'date-order': 'dmy' });
	expect(await act('answer', { import: number, value: 'mdy' })).toMatchObject({ status: 409 });
});

test('commands are carried out one after another, also while a command line imports', async () => {
	const { folder, ledger } = bench();
	let release = () => {};
	const other = whileImporting(folder, () => new Promise<void>((resolve) => (release = resolve)));
	for (const number of ['A1', 'A2'])
		await importInBackground(folder, ledger, {
			files: [archived(folder, whole.replace('A1', number))],
			answers: {},
			by: 'li'
		});
	await new Promise((resolve) => setTimeout(resolve, 700));
	expect((await commandsSeen(ledger, 5)).map(({ state, howFar }) => [state, howFar])).toEqual([
		['open', null],
		['open', null]
	]);
	release();
	await other;
	await allImported(folder);
	expect((await commandsSeen(ledger, 5)).map(({ state, imports }) => [state, imports])).toEqual([
		['done', [2]],
		['done', [1]]
	]);
});

test('what a dead server had under way is told, and repeated from its archived bytes', async () => {
	const { folder, ledger } = bench();
	const process_ = `${process.pid}:of-an-earlier-process`;
	const seq = await addCommand(ledger, { files: [archived(folder, whole)], answers: {}, process: process_, by: 'li' });
	expect(await commandsSeen(ledger, 5)).toMatchObject([{ seq, state: 'interrupted', imports: [] }]);
	expect(await act('repeat', { command: String(seq) })).toMatchObject({ done: expect.any(String) });
	await allImported(folder);
	expect(await commandsSeen(ledger, 5)).toMatchObject([{ state: 'done', imports: [1] }, { state: 'interrupted' }]);
	expect(await act('repeat', { command: '99' })).toMatchObject({ status: 409 });
});

test('a command that fails is told as not imported, and the next is carried out', async () => {
	const { folder, ledger } = bench();
	const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
	await importInBackground(folder, ledger, {
		files: [archived(folder, whole)],
		answers: null as never,
		by: 'li'
	}).catch(() => {});
	writeFileSync(folder.callerSecret, 'no secret');
	await importInBackground(folder, ledger, { files: [archived(folder, whole)], answers: {}, by: 'li' });
	await allImported(folder);
	expect((await commandsSeen(ledger, 5))[0]).toMatchObject({ state: 'failed', imports: [] });
	expect(logged).toHaveBeenCalled();
	logged.mockRestore();
});

test('parts nobody goes on with are swept after a day', async () => {
	const { folder } = bench();
	const [old, young] = ['upload-old', 'upload-young'].map((name) => join(folder.scratch, name));
	for (const path of [old!, young!]) writeFileSync(path, 'x');
	const now = Date.parse('2026-11-22T00:00:00Z');
	utimesSync(old!, now / 1000 - 90_000, now / 1000 - 90_000);
	utimesSync(young!, now / 1000 - 80_000, now / 1000 - 80_000);
	await sweepParts(folder, now);
	expect([existsSync(old!), existsSync(young!)]).toEqual([false, true]);
});

test('a sender that stalls, or drips, is given up', async () => {
	const pace = { waitMs: 40, leastBytes: 100 };
	const read = async (dripMs: number) => {
		let timer: ReturnType<typeof setInterval>;
		const body = new ReadableStream<Uint8Array>({
			start: (controller) => void (timer = setInterval(() => controller.enqueue(new Uint8Array(1)), dripMs)),
			cancel: () => clearInterval(timer)
		});
		try {
			for await (const chunk of bodyChunks(body, { pace })) void chunk;
		} finally {
			clearInterval(timer!);
		}
	};
	await expect(read(100_000)).rejects.toMatchObject({ fault: 'stalled', status: 408 });
	await expect(read(10)).rejects.toMatchObject({ fault: 'stalled', status: 408 });
});
