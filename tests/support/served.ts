import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { addAccount } from '#lib/server/auth/accounts.ts';
import { sessionCookieName } from '#lib/server/auth/session-cookie.ts';
import { startSession } from '#lib/server/auth/sessions.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { userByName } from '#lib/server/ledger/users.ts';

/** A real server, `duban serve`, on a data folder of its own, and a supervisor who is signed in. */
export type Served = {
	origin: string;
	process: ChildProcess;
	/** What it said on standard error. */
	said: () => string;
	ask(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Response>;
	/** The most memory it has held since it began, in megabytes; null where the machine does not say. */
	peakMegabytes(): number | null;
	/** Ends it by SIGTERM and gives the code it exits with, null where a signal ended it. */
	stop(): Promise<number | null>;
};

/** A session of a supervisor of this folder; made while no server runs on it, or beside it. */
export async function sessionOf(root: string): Promise<string> {
	const folder = ensureDataFolder(dataFolder(root));
	const ledger = openLedger(folder);
	const name = 'supervisor';
	if (!(await userByName(ledger, name))) await addAccount(ledger, { name, role: 'supervisor', by: 'test' });
	const token = await startSession(ledger, (await userByName(ledger, name))!.id);
	await closeLedger(folder);
	return token;
}

/** Starts the server of the built pages and waits until it answers; throws with what it said where it ends before. */
export async function serveFolder(root: string, token: string): Promise<Served> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const line = ['--disable-warning=ExperimentalWarning', 'src/cli.ts', 'serve', '--port', String(port)];
	const child = spawn(process.execPath, line, {
		env: { ...process.env, DUBAN_DATA: root, DUBAN_LANG: 'en', ORIGIN: origin },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let said = '';
	child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
	const ended = once(child, 'exit') as Promise<[number | null]>;
	const isUp = async () => (await fetch(`${origin}/login`).catch(() => null))?.ok === true;
	while (!(await isUp())) {
		if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	const status = `/proc/${child.pid}/status`;
	return {
		origin,
		process: child,
		said: () => said,
		ask: (path, init = {}) =>
			fetch(origin + path, {
				...{ redirect: 'manual', ...init },
				headers: {
					// On a connection of its own: one that waits while a test makes a large file is closed by the server meanwhile.
					connection: 'close',
					...{ origin, cookie: `${sessionCookieName(new URL(origin))}=${token}`, 'accept-language': 'en' },
					...(init.method === 'POST' && { 'content-type': 'application/octet-stream' }),
					...init.headers
				}
			}),
		peakMegabytes: () =>
			existsSync(status) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))![1]) / 1024 : null,
		stop: async () => {
			child.kill('SIGTERM');
			return (await ended)[0];
		}
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, 'localhost');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
