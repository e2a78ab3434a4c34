import compression from 'compression';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder, isReadOnly } from '#lib/server/data-folder.ts';
import { holdAsServer } from '#lib/server/imports/lock.ts';
import { refuseLargeBody } from '#lib/server/uploads/other-bodies.ts';
import { onlyOptions, option, parseArguments } from './arguments.ts';
import { beginServing } from './begin-serving.ts';
import { inShellLanguage, usage } from './usage.ts';
import { watchInbox } from './watch-inbox.ts';

/** `duban serve [--port N]`: serves the built pages until it is told to stop. */
export async function serve(line: string[]): Promise<void> {
	const args = parseArguments(line);
	onlyOptions(args, ['port', 'host']);
	await beginServing(ensureDataFolder(dataFolder()));
	const { address } = await startServer(option(args, 'port'), option(args, 'host'));
	if (!isReadOnly(dataFolder())) watchInbox(dataFolder());
	process.stderr.write(`duban: ${inShellLanguage(m.cli_serving, { address })}\n`);
}

/**
 * Starts the server. The address people use is ORIGIN, `http://localhost:PORT` where it is not set; form posts
 * from any other address are refused. Throws UsageError when the port is taken, ServerRunning when
 * the data folder has a server.
 */
export async function startServer(
	port = process.env.PORT ?? '3000',
	host = process.env.HOST ?? 'localhost'
): Promise<{ server: Server; address: string }> {
	if (!/^\d{1,5}$/.test(port)) throw usage(m.cli_bad_port, { port });
	process.env.ORIGIN ??= `http://localhost:${port}`;
	process.env.DUBAN_DATA = ensureDataFolder(dataFolder()).root;
	const address = process.env.ORIGIN;
	if (!isReadOnly(dataFolder())) holdAsServer(dataFolder());
	// The adapter knows one limit for all; ours, below, tells uploads from the rest.
	process.env.BODY_SIZE_LIMIT = 'Infinity';
	const built = pathToFileURL(resolve(import.meta.dirname, '..', '..', 'build', 'handler.js')).href;
	const { handler } = (await import(built)) as { handler: RequestListener };
	// Pages carry their pictures and tables in full: compressed they are a tenth of their size.
	const compressed = compression();
	const server = createServer((request, response) => {
		// Static files are answered before the hook that sets the other headers.
		response.setHeader('x-content-type-options', 'nosniff');
		if (refuseLargeBody(request, response)) return;
		compressed(request as never, response as never, () => handler(request, response));
	});
	// A large export may take longer than any form; both are timed where they are read.
	server.requestTimeout = 0;
	server.listen(Number(port), host);
	try {
		await once(server, 'listening');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
			throw usage(m.cli_port_taken, { port });
		}
		throw error;
	}
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server));
	return { server, address };
}

/** Ends after the requests under way, at the latest after 20 seconds. */
function stop(server: Server): void {
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	setTimeout(() => process.exit(0), 20_000).unref();
}
