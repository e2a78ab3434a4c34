import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { randomFrom } from '#lib/domain/random.ts';
import { hasUtf8Lines, hasUtf8Run } from '#lib/server/intake/read/utf8-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'duban-utf8-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (text: string) => Buffer.from(`${text}\n`);
/** 工单 in GB18030, which is no UTF-8, over more than one piece of the file. */
const foreign = Buffer.concat(Array.from({ length: 300_000 }, () => Buffer.from([0xb9, 0xa4, 0xb5, 0xa5, 0x0a])));
const megabyte = 1024 ** 2;
const proving = Buffer.from('市民反映路灯');

test.each([
	['nothing else', foreign, false],
	['a line of UTF-8 at its end', Buffer.concat([foreign, line('市民反映路灯不亮')]), true],
	['a line of UTF-8 too short to prove it', Buffer.concat([foreign, line('路灯')]), false],
	['UTF-8 at its beginning', Buffer.concat([line('市民反映路灯不亮'), foreign]), true],
	['UTF-8 across two pieces', Buffer.concat([foreign.subarray(0, megabyte - 7), proving, foreign]), true]
])('a file of GB18030 with %s', (_, bytes, expected) => {
	const path = join(folder, 'export.csv');
	writeFileSync(path, bytes);
	expect(hasUtf8Lines(path)).toBe(expected);
});

test('a run of six characters is found wherever it stands, and no shorter one', () => {
	const pattern = /(?:[\xe4-\xe9][\x80-\xbf]{2}){6}/;
	const random = randomFrom(20261122);
	const from = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
	const pieces = [
		() => [from(0x20, 0x7e)],
		() => [from(0x80, 0xff)],
		() => Array.from({ length: from(1, 8) }, () => [from(0xe4, 0xe9), from(0x80, 0xbf), from(0x80, 0xbf)]).flat()
	];
	let found = 0;
	for (let time = 0; time < 20_000; time++) {
		const bytes = Uint8Array.from(Array.from({ length: from(1, 8) }, () => pieces[from(0, 2)]!()).flat());
		const expected = pattern.test(Buffer.from(bytes).toString('latin1'));
		if (expected) found++;
		expect(hasUtf8Run(bytes), Buffer.from(bytes).toString('hex')).toBe(expected);
	}
	expect(found).toBeGreaterThan(2_000);
	expect(found).toBeLessThan(18_000);
});
