import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hasUtf8Lines, lookForUtf8Lines } from '#lib/server/intake/read/utf8-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-utf8-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (text: string) => Buffer.from(`${text}\n`);
/** 工单 in GB18030, which is no UTF-8, over more than one piece of the file. */
const foreign = Buffer.concat(Array.from({ length: 300_000 }, () => Buffer.from([0xb9, 0xa4, 0xb5, 0xa5, 0x0a])));

test.each([
	['nothing else', foreign, false],
	['a line of UTF-8 at its end', Buffer.concat([foreign, line('市民反映路灯不亮')]), true],
	['a line of UTF-8 too short to prove it', Buffer.concat([foreign, line('路灯')]), false],
	['UTF-8 at its beginning', Buffer.concat([line('市民反映路灯不亮'), foreign]), true]
])('a file of GB18030 with %s is told by a thread as it is told here', (_, bytes, expected) => {
	const path = join(folder, 'export.csv');
	writeFileSync(path, bytes);
	expect(hasUtf8Lines(path)).toBe(expected);
	expect(lookForUtf8Lines(path, 0)()).toBe(expected);
});

test('where the thread fails it is looked for here, and what is wrong is thrown here', () => {
	const path = join(folder, 'gone.csv');
	writeFileSync(path, foreign);
	const ask = lookForUtf8Lines(path, 0);
	// Before the thread has begun.
	rmSync(path);
	expect(ask).toThrow('ENOENT');
});
