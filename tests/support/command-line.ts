import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export type Said = { status: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };
export type Running = { process: ChildProcess; done: Promise<Said> };
type Options = { env?: NodeJS.ProcessEnv; door?: string[] };

/** Starts `duban …` as a person would, on a data folder of its own. */
export function start(data: string, line: string[], { env, door = ['src/cli.ts'] }: Options = {}): Running {
	const child = spawn(process.execPath, [...door, ...line], {
		cwd: root,
		env: { ...process.env, DUBAN_DATA: data, DUBAN_LANG: 'en', NODE_NO_WARNINGS: '1', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const said = { stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
	const done = new Promise<Said>((resolve, reject) => {
		child.on('error', reject);
		// Not `close`: a child of the child may hold the pipes after this one is gone.
		child.on('exit', (status, signal) => setTimeout(() => resolve({ status, signal, ...said }), 20));
	});
	return { process: child, done };
}

export const duban = (data: string, line: string[], options?: Options): Promise<Said> =>
	start(data, line, options).done;

/** The one JSON document a command prints; an error with all it said where there is none. */
export async function document<Document = Record<string, unknown>[]>(
	data: string,
	line: string[],
	options?: Options
): Promise<Document> {
	const said = await duban(data, [...line, '--json'], options);
	try {
		return JSON.parse(said.stdout) as Document;
	} catch {
		throw new Error(`${line.join(' ')}: no JSON document, exit ${said.status}: ${said.stdout}${said.stderr}`);
	}
}
