import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PlainText } from '#lib/server/intake/cells/plain-lines.ts';
import { plainWriter } from '#lib/server/intake/cells/plain-writer.ts';
import { encodeGb18030 } from '#seeds/files/gb18030.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-plain-writer-'));
afterAll(() => rmSync(root, { recursive: true }));

const text: PlainText = { path: '', encoding: 'gb18030', dialect: { separator: ',', lineEnd: '\n' } };
const lines = Array.from({ length: 400 }, (_, row) => `${row},城管局,路灯不亮\n`.repeat(50));
const shared = new Uint8Array(1024 ** 2);

/** Writes every piece from the same memory, as the lines of an export stand in. */
async function written(name: string, leastForThread: number, pieces: string[]) {
	const path = join(root, name);
	const writer = plainWriter(path, text, 1, leastForThread);
	for (const piece of pieces) {
		const bytes = encodeGb18030(piece);
		shared.set(bytes);
		writer.write(shared.subarray(0, bytes.length));
	}
	const closed = await writer.close();
	return { ...closed, text: readFileSync(path, 'utf8') };
}

test('a thread writes what is written without one, piece by piece in its order', async () => {
	const inThread = await written('thread.csv', 0, lines);
	expect(inThread.text).toBe(lines.join(''));
	expect(inThread).toEqual(await written('here.csv', Infinity, lines));
	expect(inThread.hasBroken).toBe(false);
});

test('it tells of characters that were lost, and of nothing written', async () => {
	expect(await written('broken.csv', 0, ['1,锟斤拷局\n'])).toEqual({ hasBroken: true, text: '1,锟斤拷局\n' });
	const none = plainWriter(join(root, 'none.csv'), text, 1, 0);
	expect(await none.close()).toEqual({ hasBroken: false });
});

test.each([0, Infinity])('what writing throws is told when it is closed or before (%d)', async (leastForThread) => {
	const write = async () => {
		const writer = plainWriter(join(root, 'no', 'folder', 'x.csv'), text, 1, leastForThread);
		writer.write(encodeGb18030('1,城管局\n'));
		await writer.close();
	};
	await expect(write()).rejects.toThrow(/ENOENT/);
	const foreign = plainWriter(join(root, `foreign-${leastForThread}.csv`), text, 1, leastForThread);
	const all = async () => {
		foreign.write(new Uint8Array([0xff, 0xff, 0x0a]));
		await foreign.close();
	};
	await expect(all()).rejects.toThrow(/gb18030/i);
});
