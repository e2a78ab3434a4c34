import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type ServedCity = {
	base: string;
	cookie: string;
	/** Processor time the server has used, in milliseconds to ten; null where the system does not tell. */
	cpuMs: () => number | null;
	stop: () => Promise<void>;
};

/** The longest that making, taking in and releasing a city may take: a million orders are minutes of work. */
const longestMs = 60 * 60_000;

/**
 * Serves the make-believe city of a folder in a process of its own, as `npm start` would, and signs in as its
 * supervisor; `isAnew` lets it remember no figures from one request to the next. The city is made where the folder holds none. Throws when the server ends before it answers.
 */
export async function serveCity(folder: string, orders: number, port: string, isAnew: boolean): Promise<ServedCity> {
	const base = `http://localhost:${port}`;
	const cli = resolve(import.meta.dirname, '..', '..', 'cli.ts');
	const server = spawn(process.execPath, [cli, 'demo', '--port', port, '--orders', String(orders)], {
		env: {
			...process.env,
			...(isAnew && { DUBAN_REMEMBERED: '0' }),
			...{ DUBAN_DATA: folder, ORIGIN: base, NODE_NO_WARNINGS: '1' }
		},
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const stop = () => ended(server);
	try {
		await answering(base, server);
		return { base, cookie: await signedIn(base, folder), cpuMs: () => cpuMsOf(server.pid!), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** User and system time of a process and its threads, in hundredths of a second, stand behind its name in /proc. */
function cpuMsOf(pid: number): number | null {
	const path = `/proc/${pid}/stat`;
	if (!existsSync(path)) return null;
	const fields = readFileSync(path, 'utf8').split(') ').at(-1)!.split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function ended(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const end = once(server, 'exit');
	server.kill('SIGTERM');
	await end;
}

async function answering(base: string, server: ChildProcess): Promise<void> {
	for (let waited = 0; waited < longestMs; waited += 200) {
		if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode} before it answered`);
		// A page without a figure: the first request of every measured page is still to come.
		const answered = await fetch(`${base}/login`).then(
			({ ok }) => ok,
			() => false
		);
		if (answered) return;
		await new Promise((wake) => setTimeout(wake, 200));
	}
	throw new Error('the server did not answer within an hour');
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
