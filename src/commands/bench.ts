import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onlyOptions, option, parseArguments } from './arguments.ts';

const pages = [
	'/',
	'/releases',
	'/overview',
	'/response-times',
	'/completion',
	'/ranking',
	'/return-visits',
	'/explain/on-time-due',
	'/orders/behind/on-time-due',
	'/watch-list',
	'/tables/ranking.csv',
	'/compare',
	'/overview?period=all',
	'/response-times?period=all',
	'/completion?period=all&by=unit',
	'/ranking?period=all',
	'/return-visits?period=all'
];

type Measured = { page: string; medianMs: number; worstMs: number; kilobytes: number };

/**
 * `npm run bench [-- --orders N --times N]`: fills a folder of its own with the make-believe city, serves it in
 * another process, and measures how long each page takes to be answered in full, signed in as a supervisor.
 */
export async function bench(line: string[]): Promise<{ output: Measured[] }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'orders', 'times', 'port']);
	const times = Number(option(args, 'times') ?? 15);
	const port = option(args, 'port') ?? '3999';
	const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
	const begun = performance.now();
	const server = spawn(
		process.execPath,
		[
			resolve(import.meta.dirname, '..', 'cli.ts'),
			'demo',
			'--port',
			port,
			'--orders',
			option(args, 'orders') ?? '60000'
		],
		{
			env: { ...process.env, DUBAN_DATA: folder, ORIGIN: `http://localhost:${port}`, NODE_NO_WARNINGS: '1' },
			stdio: ['ignore', 'ignore', 'inherit']
		}
	);
	try {
		const base = `http://localhost:${port}`;
		await answering(base, server);
		process.stderr.write(
			`duban: from nothing to serving in ${((performance.now() - begun) / 1000).toFixed(1)} s, on ${cpus().length} cores\n`
		);
		const cookie = await signedIn(base, folder);
		const measured: Measured[] = [];
		for (const page of pages) measured.push(await measure(base, page, cookie, times));
		return { output: measured };
	} finally {
		server.kill('SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	}
}

async function answering(base: string, server: { exitCode: number | null }): Promise<void> {
	for (let waited = 0; waited < 300_000; waited += 200) {
		if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} before it answered`);
		const answered = await fetch(base).then(
			({ ok }) => ok,
			() => false
		);
		if (answered) return;
		await new Promise((wake) => setTimeout(wake, 200));
	}
	throw new Error('the server did not answer within five minutes');
}

async function signedIn(base: string, folder: string): Promise<string> {
	const accounts = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as {
		name: string;
		role: string;
		password: string;
	}[];
	const { name, password } = accounts.find(({ role }) => role === 'supervisor')!;
	const response = await fetch(`${base}/login`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ name, password })
	});
	const cookie = response.headers
		.getSetCookie()
		.map((one) => one.split(';')[0])
		.join('; ');
	if (response.status >= 400 || cookie === '') throw new Error(`signing in answered ${response.status}`);
	return cookie;
}

async function measure(base: string, page: string, cookie: string, times: number): Promise<Measured> {
	const taken: number[] = [];
	let bytes = 0;
	for (let time = 0; time < times; time += 1) {
		const begun = performance.now();
		const response = await fetch(base + page, { headers: { cookie, 'accept-language': 'zh-CN' } });
		bytes = (await response.arrayBuffer()).byteLength;
		taken.push(performance.now() - begun);
		if (!response.ok) throw new Error(`${page} answered ${response.status}`);
	}
	taken.sort((a, b) => a - b);
	return {
		page,
		medianMs: Math.round(taken[Math.floor(taken.length / 2)]!),
		worstMs: Math.round(taken.at(-1)!),
		kilobytes: Math.round(bytes / 1024)
	};
}
