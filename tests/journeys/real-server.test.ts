import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { dataFolder } from '#lib/server/data-folder.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { leftovers, lookAt } from '../imports/killing/whole.ts';
import { howOften } from '../support/how-often.ts';
import { hostileFiles, type HostileFile } from '../support/hostile-files.ts';
import { serveFolder, sessionOf, type Served } from '../support/served.ts';

/** DUBAN_HOSTILE=full sends every file in the size the catalogue names; else in one that a test run can bear. */
const isFull = process.env.DUBAN_HOSTILE === 'full';
const mostMegabytes = 700;
test.describe.configure({ timeout: isFull ? 1_800_000 : 180_000 });

let root: string;
let server: Served;
test.beforeEach(async () => {
	root = mkdtempSync(join(tmpdir(), 'duban-served-'));
	server = await serveFolder(root, await sessionOf(root));
});
test.afterEach(async () => {
	await server.stop();
	rmSync(root, { recursive: true, force: true });
});

const plain = (number: string) => `工单编号,登记时间,承办单位\n${number},2026-09-01 08:00:00,城管局\n`;

async function send({ name, body }: HostileFile): Promise<number> {
	const content = body();
	const sent = content instanceof Readable ? (Readable.toWeb(content) as ReadableStream) : new Uint8Array(content);
	const answer = await server.ask(`/imports/upload?name=${encodeURIComponent(name)}`, {
		...{ method: 'POST', body: sent, duplex: 'half' as const }
	});
	expect(answer.status, name).toBe(200);
	return ((await answer.json()) as { command: number }).command;
}

async function allEnded(): Promise<void> {
	type Command = { isUnderWay: boolean };
	const under = async () =>
		((await (await server.ask('/imports/commands.json')).json()) as Command[]).some(({ isUnderWay }) => isUnderWay);
	while (await under()) await new Promise((resolve) => setTimeout(resolve, 300));
}

async function recorded() {
	const folder = dataFolder(root);
	const records = await importsListed(openLedger(folder));
	await closeLedger(folder);
	return records;
}

/** Reads pages one after another until it is told to stop; gives how many, and the longest that one took. */
function reading() {
	const pages = ['/', '/releases', '/imports', '/overview', '/methods', '/watch-list'];
	let isOver = false;
	const waits: number[] = [];
	const done = (async () => {
		for (let turn = 0; !isOver; turn += 1) {
			const begun = performance.now();
			const answer = await server.ask(pages[turn % pages.length]!);
			await answer.arrayBuffer();
			expect(answer.status, pages[turn % pages.length]).toBe(200);
			waits.push(performance.now() - begun);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	})();
	// Thrown where it is waited for, not between two files.
	done.catch(() => {});
	return async () => {
		isOver = true;
		await done;
		return { pages: waits.length, worstMs: Math.round(Math.max(...waits)) };
	};
}

test('files that would crash or exhaust their reader are refused in words, while the server answers and stays small', async () => {
	await send({ name: 'a.csv', body: () => Buffer.from(plain('A1')) });
	await allEnded();
	const stopReading = reading();
	const files = hostileFiles({ isFull });
	for (const file of files) await send(file);
	await allEnded();
	const read = await stopReading();
	const peak = server.peakMegabytes();
	console.info(`${files.length} hostile files, ${JSON.stringify(read)}, server's peak ${Math.round(peak ?? 0)} MB`);
	const records = await recorded();
	const told = records.map(({ fileName, result }) => ({
		fileName,
		...(result.outcome === 'refused' ? result.refusal : { reason: result.outcome, details: {} })
	}));
	console.info(
		told.map(({ fileName, reason, details }) => `${fileName}: ${reason} ${JSON.stringify(details)}`).join('\n')
	);
	const taken = records.filter(({ outcome }) => outcome === 'taken');
	expect(taken.map(({ fileName }) => fileName)).toEqual(['a.csv']);
	expect(records).toHaveLength(files.length + 1);
	if (peak !== null) expect(peak).toBeLessThan(mostMegabytes);
	expect(readdirSync(join(root, 'scratch'))).toEqual([]);
	// It goes on as if nothing had been.
	await send({ name: 'b.csv', body: () => Buffer.from(plain('B1')) });
	await allEnded();
	expect((await recorded())[0]).toMatchObject({ outcome: 'taken', fileName: 'b.csv' });
});

/** How many uploads SIGTERM comes in. */
const times = 20;
/** How often it comes in an import. */
const moments = howOften(20, 8);

test(`a second server on the folder is refused by name; SIGTERM ends the first in the middle of an import and ${times} uploads`, async () => {
	await expect(serveFolder(root, '')).rejects.toThrow(new RegExp(`process ${server.process.pid}`));
	const rows = Array.from({ length: 60_000 }, (_, row) => `C${row},2026-09-01 08:00:00,城管局\n`).join('');
	await send({ name: 'c.csv', body: () => Buffer.from(`工单编号,登记时间,承办单位\n${rows}`) });
	const uploads = Array.from({ length: times }, (_, nth) => {
		const slow = new ReadableStream({
			async pull(controller) {
				await new Promise((resolve) => setTimeout(resolve, 100));
				controller.enqueue(new Uint8Array(1000 * (nth + 1)));
			}
		});
		return server
			.ask(`/imports/upload?name=slow-${nth}.csv`, { method: 'POST', body: slow, duplex: 'half' })
			.then(({ status }) => status)
			.catch(() => 'cut');
	});
	await new Promise((resolve) => setTimeout(resolve, 700));
	const begun = performance.now();
	expect(await server.stop()).toBe(0);
	expect(performance.now() - begun).toBeLessThan(30_000);
	for (const upload of await Promise.all(uploads)) expect(upload).not.toBe(200);
	server = await serveFolder(root, await sessionOf(root));
	expect((await server.ask('/imports')).status).toBe(200);
	const left = readdirSync(join(root, 'scratch')).filter((name) => !name.startsWith('upload-'));
	expect(left).toEqual([]);
	expect((await recorded()).filter(({ fileName }) => fileName.startsWith('slow'))).toEqual([]);
});

test(`SIGTERM at ${moments} moments of an import: pages asked for come whole, the figures are the old or the new, and the next start goes on`, async () => {
	const folder = dataFolder(root);
	const ordersOf = new Map<string, number>();
	const seen = { old: 0, new: 0, pages: 0 };
	async function sendNew(name: string): Promise<string> {
		const text = plain(name);
		const sha256 = createHash('sha256').update(text).digest('hex');
		ordersOf.set(sha256, 1);
		await send({ name: `${name}.csv`, body: () => Buffer.from(text) });
		return sha256;
	}
	const first = performance.now();
	let standing = [await sendNew('FIRST')];
	await allEnded();
	const wholeMs = performance.now() - first;
	for (let nth = 0; nth < moments; nth += 1) {
		const sha256 = await sendNew(`S${nth}`);
		const asked = ['/', '/imports', '/overview', '/methods'].map(async (path) => {
			// A request may come after the door was closed; one that was begun is answered to its end.
			const answer = await server.ask(path).catch(() => null);
			return answer && [answer.status, (await answer.text()).trimEnd().endsWith('</html>')];
		});
		// Beyond its end: the pages that are asked for beside it take their time of it.
		await new Promise((resolve) => setTimeout(resolve, (1.5 * wholeMs * nth) / moments));
		const begun = performance.now();
		expect(await server.stop(), `${nth}`).toBe(0);
		expect(performance.now() - begun).toBeLessThan(30_000);
		for (const page of await Promise.all(asked)) {
			if (page !== null) expect(page, `${nth}`).toEqual([200, true]);
			seen.pages += page === null ? 0 : 1;
		}
		const { inFigures, inLedger, problems } = await lookAt(folder, ordersOf);
		expect(problems, `${nth}`).toEqual([]);
		expect([standing, [...standing, sha256].sort()], `${nth}`).toContainEqual(inFigures);
		expect(inFigures, `${nth}`).toEqual(expect.arrayContaining(inLedger));
		seen[inFigures.length === standing.length ? 'old' : 'new'] += 1;
		standing = inFigures;
		server = await serveFolder(root, await sessionOf(root));
		expect((await server.ask('/imports')).status).toBe(200);
	}
	console.info(`SIGTERM: ${JSON.stringify(seen)}`);
	expect(seen.pages).toBeGreaterThan(times);
	await sendNew('LAST');
	await allEnded();
	expect((await recorded())[0]).toMatchObject({ outcome: 'taken', fileName: 'LAST.csv' });
	expect(leftovers(folder)).toEqual([]);
});
