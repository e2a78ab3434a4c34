import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { shownProblem } from './cells/shown-cells.ts';
import type { ChildMessage } from './child.ts';
import { limits } from './limits.ts';
import type { Unpacked } from './members.ts';
import { OpenQuestion } from './open-question.ts';
import { RefusedExport } from './refused-export.ts';
import type { Progress, StagingJob } from './stage-export.ts';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { LookedAt } from '#lib/domain/looked.ts';

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
	// Frames of the machine's own stack say nothing to a reader.
	const lines = noise
		.trim()
		.split('\n')
		.filter((line) => !/^\s*\d+: 0x/.test(line));
	return (lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 300);
}

/** A process that has begun and waits for its job. */
export type Child = {
	/**
	 * Has it read one archived export, or unpack an archive. Throws RefusedExport, `reader_stopped` where it gave no answer, and
	 * OpenQuestion where a person must say something first.
	 */
	read: <Result extends TakenIn | Unpacked | LookedAt = TakenIn | Unpacked>(
		job: StagingJob,
		onProgress: (progress: Progress) => void,
		milliseconds?: number
	) => Promise<Result>;
	/** Ends it where it gets no job; does nothing to one that has ended. */
	stop: () => void;
};

/** Begins a process for one job. One that `yields` lets readers of pages have the processor first. */
export function startChild(program: string, { yields = false }: { yields?: boolean } = {}): Child {
	const memory = `--max-old-space-size=${limits.childHeapMegabytes}`;
	const child = spawn(process.execPath, [memory, '--disable-warning=ExperimentalWarning', program], {
		env: bareEnvironment(),
		stdio: ['pipe', 'ignore', 'pipe', 'pipe']
	});
	const [input, , errors, answers] = child.stdio as unknown as [Writable, null, Readable, Readable];
	let noise = '';
	let answer: Exclude<ChildMessage, { type: 'progress' }> | undefined;
	let stopped: 'timeout' | 'no_answer' | undefined;
	let onProgress: (progress: Progress) => void = () => {};
	const stop = (why: typeof stopped) => {
		stopped ??= why;
		child.kill('SIGKILL');
	};
	errors.setEncoding('utf8').on('data', (text: string) => {
		noise = (noise + text).slice(0, limits.childNoise);
	});
	readMessages(answers, {
		onMessage(message) {
			if (message.type === 'progress') onProgress(message.progress);
			else answer ??= message;
		},
		onGarbage: () => stop('no_answer')
	});
	const ended = new Promise<TakenIn | Unpacked | LookedAt>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (stopped === undefined) {
				if (answer?.type === 'taken') return resolve(answer.result);
				if (answer?.type === 'refused') return reject(new RefusedExport(answer.refusal.reason, answer.refusal.details));
				if (answer?.type === 'asked') return reject(new OpenQuestion(answer.question, answer.signature));
				// The disk is no fault of the export.
				if (answer && storageFaultOf(new Error(answer.message))) return reject(new Error(answer.message));
			}
			const failed = stopped === undefined && answer?.type === 'failed' ? answer.message : undefined;
			const problem = shownProblem(failed?.split('\n')[0]!.slice(0, 300) ?? lastWords(noise));
			const cause = stopped === 'timeout' ? 'timeout' : failed === undefined ? 'crash' : 'error';
			reject(new RefusedExport('reader_stopped', { cause, problem, code: code ?? -1, signal: signal ?? '' }));
		});
	});
	// One that ends before its job has come says so to whoever brings it.
	ended.catch(() => {});
	if (yields && child.pid !== undefined) yieldTo(child.pid);
	// One that has ended already is told by its closing. The pipe stays open: its end is the parent's.
	input.on('error', () => {});
	return {
		async read<Result>(job: StagingJob, tell: typeof onProgress, milliseconds = limits.minutes * 60_000) {
			onProgress = tell;
			const timer = setTimeout(() => stop('timeout'), milliseconds);
			input.write(`${JSON.stringify(job)}\n`);
			try {
				return (await ended) as Result;
			} finally {
				clearTimeout(timer);
			}
		},
		stop: () => void child.kill('SIGKILL')
	};
}

/** A lower place in the queue for the processor; some systems allow none. */
function yieldTo(pid: number): void {
	try {
		setPriority(pid, 19);
	} catch {
		// It is read all the same.
	}
}

type Messages = { onMessage: (message: ChildMessage) => void; onGarbage: () => void };

/** Reads a line of JSON at a time. What the child says is not trusted: a line without end, or that is no message, is garbage. */
function readMessages(pipe: Readable, { onMessage, onGarbage }: Messages): void {
	let pending = '';
	pipe.setEncoding('utf8').on('data', (text: string) => {
		const lines = (pending + text).split('\n');
		pending = lines.pop()!;
		try {
			for (const line of lines) onMessage(messageOf(line));
			if (pending.length > limits.childAnswer) throw new Error('too long');
		} catch {
			// First, or the child ends by itself at the closed pipe.
			onGarbage();
			pipe.destroy();
		}
	});
}

const kinds = ['progress', 'taken', 'refused', 'asked', 'failed'];

function messageOf(line: string): ChildMessage {
	const message = JSON.parse(line) as ChildMessage | null;
	if (!kinds.includes(message?.type ?? '')) throw new Error('no message');
	return message!;
}
