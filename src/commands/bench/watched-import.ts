import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type WatchedImport = {
	milliseconds: number;
	/** The part of it after the last process that read the file was gone: building, reading back and swapping. */
	buildMilliseconds: number;
	/** The most that the process which read the file held, and that the one that built the warehouse held; null where the system does not tell. */
	readerMegabytes: number | null;
	builderMegabytes: number | null;
	/** What `import --json` printed. */
	printed: string;
};

const cli = resolve(import.meta.dirname, '..', '..', 'cli.ts');

/** Runs `duban import` as an operator would, in a process of its own, and watches how much memory it and its child take. */
export async function watchedImport(file: string, dataFolder: string, extra: string[] = []): Promise<WatchedImport> {
	const begun = performance.now();
	const run = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', cli, 'import', file, '--json', ...extra],
		{
			env: { ...process.env, DUBAN_DATA: dataFolder },
			stdio: ['ignore', 'pipe', 'ignore']
		}
	);
	let printed = '';
	run.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	let [reader, builder, readUntil] = [0, 0, begun];
	const look = () => {
		builder = Math.max(builder, peakOf(run.pid!));
		const children = childrenOf(run.pid!);
		if (children.length > 0) readUntil = performance.now();
		for (const child of children) reader = Math.max(reader, peakOf(child));
	};
	const timer = setInterval(look, 100);
	const [code] = (await once(run, 'close')) as [number];
	clearInterval(timer);
	if (code !== 0) throw new Error(`importing ${file} ended with ${code}: ${printed.slice(0, 400)}`);
	const megabytes = (kilobytes: number) => (kilobytes > 0 ? Math.round(kilobytes / 1024) : null);
	const ended = performance.now();
	return {
		milliseconds: ended - begun,
		buildMilliseconds: ended - readUntil,
		readerMegabytes: megabytes(reader),
		builderMegabytes: megabytes(builder),
		printed
	};
}

/** The most memory a process ever held, in kilobytes; 0 where it is gone or the system does not tell. */
function peakOf(pid: number): number {
	const path = `/proc/${pid}/status`;
	if (!existsSync(path)) return 0;
	try {
		return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 0);
	} catch {
		return 0;
	}
}

function childrenOf(pid: number): number[] {
	const path = `/proc/${pid}/task`;
	if (!existsSync(path)) return [];
	try {
		return readdirSync(path).flatMap((task) =>
			readFileSync(`${path}/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
		);
	} catch {
		return [];
	}
}
