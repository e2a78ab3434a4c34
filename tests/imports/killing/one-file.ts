import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
let made: Promise<string> | undefined;

/**
 * The victim and all it imports as one file, as the server is built: it has loaded in a third of the time, and a run kills
 * hundreds. Made once a process. The child it starts is the program in the source, as everywhere.
 */
export const victimInOneFile = (): Promise<string> => (made ??= make());

async function make(): Promise<string> {
	// Below the project, where the engine's own library is found; whole from its first moment, as two test files make it.
	const file = join(root, 'test-results', 'victim.mjs');
	const outDir = join(root, 'test-results', `victim-${randomUUID()}`);
	await build({
		root,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		ssr: { noExternal: true, external: ['@duckdb/node-bindings'] },
		build: {
			ssr: join(import.meta.dirname, 'victim.ts'),
			outDir,
			emptyOutDir: true,
			rolldownOptions: { output: { entryFileNames: 'victim.mjs' } }
		}
	});
	renameSync(join(outDir, 'victim.mjs'), file);
	rmSync(outDir, { recursive: true });
	return file;
}
