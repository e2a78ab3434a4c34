import { getRequest, setResponse } from '@sveltejs/kit/node';
import { isActionFailure, json, type RequestEvent } from '@sveltejs/kit';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { addAccount } from '#lib/server/auth/accounts.ts';
import type { Role } from '#lib/server/auth/roles.ts';
import { startSession } from '#lib/server/auth/sessions.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { userByName } from '#lib/server/ledger/users.ts';
import { refuseLargeBody } from '#lib/server/uploads/other-bodies.ts';
import { handle } from '../../src/hooks.server.ts';
import { actions } from '../../src/routes/(office)/imports/+page.server.ts';
import { GET as howMuch } from '../../src/routes/(office)/imports/upload.json/+server.ts';
import { POST as upload } from '../../src/routes/(office)/imports/upload/+server.ts';
import { POST as begin } from '../../src/routes/(office)/imports/commands/+server.ts';

type Answered = (event: RequestEvent) => Promise<Response>;

async function act(event: RequestEvent): Promise<Response> {
	const name = event.url.search.slice(2) as 'upload' | 'answer' | 'repeat';
	const result = await actions[name]!(event as never);
	return isActionFailure(result) ? json(result.data, { status: result.status }) : json(result);
}

const doors: Record<string, Answered> = {
	'/imports': act,
	'/imports/upload': upload as unknown as Answered,
	'/imports/upload.json': howMuch as unknown as Answered,
	'/imports/commands': begin as unknown as Answered
};

/** The doors of the imports page behind a real connection: our own limits and hook, and the adapter's way of reading bodies. */
export async function openDoors(root: string) {
	const folder = ensureDataFolder(dataFolder(root));
	const ledger = openLedger(folder);
	let origin = '';
	const server: Server = createServer((request, response) => {
		if (refuseLargeBody(request, response)) return;
		void (async () => {
			const asked = await getRequest({ request, base: origin, bodySizeLimit: Infinity });
			const url = new URL(asked.url);
			const token = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
			const event = {
				...{ url, request: asked, route: { id: `/(office)${url.pathname}` }, locals: {}, params: {} },
				...{ cookies: { get: () => token, delete: () => {}, set: () => {} }, isDataRequest: false },
				fetch: async () => new Response('refused', { status: 404 })
			} as unknown as RequestEvent;
			const answer = await handle({ event, resolve: (asked) => doors[url.pathname]!(asked) });
			await setResponse(response, answer);
		})();
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	origin = `http://127.0.0.1:${port}`;

	async function tokenOf(role: Role): Promise<string> {
		const name = `a-${role}`;
		if (!(await userByName(ledger, name))) await addAccount(ledger, { name, role, by: 'test' });
		return startSession(ledger, (await userByName(ledger, name))!.id);
	}
	const cookie = `session=${await tokenOf('supervisor')}`;

	/** Asks as the page does. */
	const ask = (path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
		fetch(origin + path, {
			...{ redirect: 'manual', ...init },
			headers: { origin, cookie, 'content-type': 'application/octet-stream', ...init.headers }
		});

	/** Writes a request by hand: its head says what `headers` say, whatever follows. */
	async function open(path: string, headers: Record<string, string>): Promise<Socket> {
		const socket = connect(port, '127.0.0.1');
		await once(socket, 'connect');
		socket.on('error', () => {});
		const all = { host: `127.0.0.1:${port}`, origin, cookie, 'content-type': 'application/octet-stream', ...headers };
		const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
		socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
		return socket;
	}

	const inScratch = () => readdirSync(folder.scratch).filter((name) => name.startsWith('upload-'));
	const archived = () => readdirSync(folder.exports);
	const close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return { folder, ledger, origin, ask, open, tokenOf, inScratch, archived, close };
}

/** Waits until something is so; throws after five seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = Date.now() + 5000; !(await isSo());) {
		if (Date.now() > end) throw new Error(`not so after five seconds: ${isSo}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
