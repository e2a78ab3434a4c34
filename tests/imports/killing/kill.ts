import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { victimInOneFile } from './one-file.ts';
import type { Counted, Job } from './victim.ts';

const cache = resolve(import.meta.dirname, '../../../node_modules/.cache/compiled');

/** How a process ended, whether it said that its work was done, and the time from its first word, in milliseconds. */
export type Ended = { isKilled: boolean; counted: Counted | null; workMs: number; stderr: string };

/** Starts the work; kills it `afterMs` after it has begun, unless it kills itself or ends before. */
export async function run(job: Job, afterMs?: number): Promise<Ended> {
	const program = await victimInOneFile();
	return new Promise((done, failed) => {
		const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, JSON.stringify(job)], {
			env: { NODE_COMPILE_CACHE: cache, ...process.env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let [said, stderr, begun] = ['', '', 0];
		let timer: NodeJS.Timeout | undefined;
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			if (begun > 0) return;
			begun = performance.now();
			if (afterMs !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.once('error', failed);
		// Not `close`: a child of the child may hold the pipes a moment longer.
		child.once('exit', (status, signal) => {
			clearTimeout(timer);
			if (signal === null && status !== 0) return failed(new Error(`exit ${status}: ${stderr}`));
			const last = said.split('\n')[1];
			const counted = last ? (JSON.parse(last) as Counted) : null;
			done({ isKilled: signal === 'SIGKILL', counted, workMs: performance.now() - begun, stderr });
		});
	});
}
