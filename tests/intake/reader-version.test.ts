import { appendFileSync, cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readerVersion } from '#lib/server/intake/staged-files.ts';

const root = mkdtempSync(join(tmpdir(), 'duban-reader-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('any change to what reads, maps or checks an export is another reader', () => {
	const lib = resolve(import.meta.dirname, '../../src/lib');
	for (const part of ['domain', 'server']) cpSync(join(lib, part), join(root, part), { recursive: true });
	const intake = join(root, 'server/intake');
	const version = () => readerVersion(join(intake, 'child.ts'));
	const seen = new Set([version()]);
	const files = globSync('{read,map,check}/*.ts', { cwd: intake });
	expect(files.length).toBeGreaterThan(35);
	for (const file of files) {
		appendFileSync(join(intake, file), '\n');
		expect([file, seen.has(version())]).toEqual([file, false]);
		seen.add(version());
	}
});
