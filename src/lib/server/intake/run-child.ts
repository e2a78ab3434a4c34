import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChildMessage } from './child.ts';
import { limits } from './limits.ts';
import type { Unpacked } from './members.ts';
import { OpenQuestion } from './open-question.ts';
import { RefusedExport } from './refused-export.ts';
import type { Progress, StagingJob } from './stage-export.ts';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';

/**
 * The child's program: beside this file, or in the project's source below the working folder where this code has
 * been bundled elsewhere. Node runs the TypeScript as it stands.
 */
export function childProgram(): string {
	const beside = fileURLToPath(new URL('./child.ts', import.meta.url));
	return existsSync(beside) ? beside : join(process.cwd(), 'src', 'lib', 'server', 'intake', 'child.ts');
}

/** The environment without secrets: the child reads hostile files and needs nothing of ours. */
const bareEnvironment = () => ({
	...{ PATH: process.env.PATH ?? '', TZ: 'UTC', HOME: '/nonexistent' },
	...(process.env.NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE })
});

/** The line of a crash report that names the fault, at most as long as a sentence. */
function lastWords(noise: string): string {
	const lines = noise.trim().split('\n');
	return (lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 300);
}

/**
 * Reads one archived export, or unpacks an archive, in a process of its own. Throws RefusedExport, `reader_stopped` where
 * the child gave no answer, and OpenQuestion where a person must say something first.
 */
export function runChild(
	program: string,
	job: StagingJob,
	onProgress: (progress: Progress) => void,
	milliseconds = limits.minutes * 60_000
): Promise<TakenIn | Unpacked> {
	return new Promise((resolve, reject) => {
		const child = fork(program, [], {
			execPath: process.execPath,
			execArgv: [`--max-old-space-size=${limits.childHeapMegabytes}`, '--disable-warning=ExperimentalWarning'],
			env: bareEnvironment(),
			stdio: ['ignore', 'ignore', 'pipe', 'ipc']
		});
		let noise = '';
		let answer: Exclude<ChildMessage, { type: 'progress' }> | undefined;
		let isLate = false;
		const timer = setTimeout(() => {
			isLate = true;
			child.kill('SIGKILL');
		}, milliseconds);

		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			noise = (noise + text).slice(0, limits.childNoise);
		});
		child.on('message', (message: ChildMessage) => {
			if (message.type === 'progress') onProgress(message.progress);
			else answer ??= message;
		});
		child.on('error', reject);
		child.on('close', (code, signal) => {
			clearTimeout(timer);
			if (answer?.type === 'taken') return resolve(answer.result);
			if (answer?.type === 'refused') return reject(new RefusedExport(answer.refusal.reason, answer.refusal.details));
			if (answer?.type === 'asked') return reject(new OpenQuestion(answer.question, answer.signature));
			// The disk is no fault of the export.
			if (answer && storageFaultOf(new Error(answer.message))) return reject(new Error(answer.message));
			const problem = answer?.message.split('\n')[0]!.slice(0, 300) ?? lastWords(noise);
			const cause = isLate ? 'timeout' : answer ? 'error' : 'crash';
			reject(new RefusedExport('reader_stopped', { cause, problem, code: code ?? -1, signal: signal ?? '' }));
		});
		child.send(job);
	});
}
