import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '#lib/server/intake/limits.ts';
import { allImported, commandsSeen } from '#lib/server/imports/background.ts';
import { auditLatest, verifyAudit } from '#lib/server/ledger/audit.ts';
import { importsListed } from '#lib/server/ledger/imports.ts';
import { closeLedger } from '#lib/server/ledger/open.ts';
import { openDoors, until } from './door.ts';

// The limits of a small machine, so that tests can go over them.
vi.mock('#lib/server/intake/limits.ts', async (original) => {
	const { limits } = (await original()) as { limits: object };
	return { limits: { ...limits, exportBytes: 1_000_000 } };
});

const root = mkdtempSync(join(tmpdir(), 'duban-uploads-'));
let doors: Awaited<ReturnType<typeof openDoors>>;
beforeAll(async () => {
	vi.stubEnv('DUBAN_DATA', root);
	doors = await openDoors(root);
});
beforeEach(() => void vi.stubEnv('DUBAN_DATA', root));
afterEach(() => allImported(doors.folder));
afterAll(async () => {
	await doors.close();
	await closeLedger(doors.folder);
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const csv = (number: string) => `工单编号,登记时间,承办单位\n${number},2026-09-01 08:00:00,城管局\n`;
/** A file of 400,000 bytes that no test but its own sends. */
const large = (mark: string) => Buffer.from(mark.padEnd(400_000, mark));
const key = (mark: string) => sha256(mark).slice(0, 32);
const imports = async () => importsListed(doors.ledger);

test('a file is archived, written down and taken in; its name is data', async () => {
	const name = '../../etc/passwd\u0000.csv';
	const answer = await doors.ask(`/imports/upload?name=${encodeURIComponent(name)}`, {
		method: 'POST',
		body: csv('A1')
	});
	expect(answer.status).toBe(200);
	expect(await answer.json()).toEqual({
		received: Buffer.byteLength(csv('A1')),
		sha256: sha256(csv('A1')),
		command: expect.any(Number)
	});
	expect(doors.archived()).toContain(sha256(csv('A1')));
	await allImported(doors.folder);
	const [taken] = await imports();
	expect(taken).toMatchObject({ outcome: 'taken', sha256: sha256(csv('A1')), fileName: '../../etc/passwd\uFFFD.csv' });
	const chain = (await auditLatest(doors.ledger)).map(({ actor, action, object }) => [actor, action, object]);
	expect(chain).toContainEqual(['a-supervisor', 'export_uploaded', sha256(csv('A1'))]);
	expect(chain).toContainEqual(['a-supervisor', 'export_taken', sha256(csv('A1'))]);
	expect(await verifyAudit(doors.ledger)).toMatchObject({ intact: true });
	expect(doors.inScratch()).toEqual([]);
	expect(readdirSync(root).filter((name) => name.includes('passwd'))).toEqual([]);
});

test('nobody without the role sends anything, and no page of another site', async () => {
	const post = (headers: Record<string, string>) =>
		doors.ask('/imports/upload?name=x', { method: 'POST', body: csv('B1'), headers });
	expect((await post({ cookie: '' })).status).toBe(401);
	expect((await post({ cookie: `session=${await doors.tokenOf('deputy')}` })).status).toBe(404);
	expect((await post({ origin: 'http://evil.com' })).status).toBe(403);
	expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
	expect((await doors.ask('/imports/upload.json?key=0', { headers: { cookie: '' } })).status).toBe(401);
	expect(doors.archived()).not.toContain(sha256(csv('B1')));
});

test.each([0.01, 0.5, 0.99, 1])('cut at %s of its length, 20 times: nothing stays', async (part) => {
	const bytes = large(`cut ${part}`);
	const before = [(await imports()).length, doors.archived().length];
	for (let round = 0; round < 20; round++) {
		const socket = await doors.open('/imports/upload?name=x', { 'content-length': String(bytes.length) });
		socket.write(bytes.subarray(0, part === 1 ? bytes.length - 1 : Math.round(bytes.length * part)));
		await until(() => doors.inScratch().length > 0);
		socket.destroy();
		await until(() => doors.inScratch().length === 0);
	}
	expect([(await imports()).length, doors.archived().length]).toEqual(before);
});

test('a file with a key goes on where its connection broke, again and again, and is whole in the end', async () => {
	const bytes = Buffer.concat([
		Buffer.from(csv('C1')),
		...Array.from({ length: 300 }, (_, n) => Buffer.from(`C${n + 2},2026-09-01 08:00:00,城管局\n`))
	]);
	const query = `key=${key('resumed')}&size=${bytes.length}&name=resumed.csv`;
	const here = async () => (await (await doors.ask(`/imports/upload.json?${query}`)).json()).received as number;
	for (const until_ of [0.1, 0.4, 0.9]) {
		const from = await here();
		const to = Math.round(bytes.length * until_);
		const socket = await doors.open(`/imports/upload?${query}&from=${from}`, {
			'content-length': String(bytes.length - from)
		});
		socket.write(bytes.subarray(from, to));
		await until(async () => (await here()) === to);
		socket.destroy();
	}
	const wrong = await doors.ask(`/imports/upload?${query}&from=5`, { method: 'POST', body: 'x' });
	expect([wrong.status, await wrong.json()]).toEqual([
		409,
		{ fault: 'out_of_place', received: Math.round(bytes.length * 0.9), message: expect.any(String) }
	]);
	const from = await here();
	const last = await doors.ask(`/imports/upload?${query}&from=${from}`, { method: 'POST', body: bytes.subarray(from) });
	expect(await last.json()).toMatchObject({ received: bytes.length, sha256: sha256(bytes) });
	await allImported(doors.folder);
	expect((await imports())[0]).toMatchObject({ fileName: 'resumed.csv', result: { rows: { accepted: 301 } } });
	expect(doors.inScratch()).toEqual([]);
});

test("another account's key leads to nothing of ours; a sender that begins again ends its lost connection", async () => {
	const bytes = large('replaced');
	const query = `key=${key('replaced')}&size=${bytes.length}&name=x&hold=1`;
	const lost = await doors.open(`/imports/upload?${query}`, { 'content-length': String(bytes.length) });
	lost.write(bytes.subarray(0, 1000));
	const received = async (headers = {}) =>
		(await (await doors.ask(`/imports/upload.json?${query}`, { headers })).json()).received as number;
	await until(async () => (await received()) === 1000);
	expect(await received({ cookie: `session=${await doors.tokenOf('admin')}` })).toBe(0);
	const again = await doors.ask(`/imports/upload?${query}&from=1000`, { method: 'POST', body: bytes.subarray(1000) });
	expect(await again.json()).toEqual({ received: bytes.length, sha256: sha256(bytes), command: null });
	lost.destroy();
});

test('lengths that lie are told, and leave nothing', async () => {
	const post = async (query: string, body: string, headers = {}) => {
		const answer = await doors.ask(`/imports/upload?name=x${query}`, { method: 'POST', body, headers });
		return [answer.status, (await answer.json()).fault ?? null];
	};
	expect(await post('&size=5', 'longer than five')).toEqual([400, 'longer_than_said']);
	expect(await post('&size=500', 'shorter')).toEqual([400, 'cut']);
	expect(await post(`&size=5&key=${key('lie')}`, 'longer than five')).toEqual([400, 'longer_than_said']);
	expect(await post(`&key=${key('lie')}`, 'no size')).toEqual([400, 'bad_request']);
	expect(await post('&size=-1', 'x')).toEqual([400, 'bad_request']);
	expect(await post('&size=9&key=../../x', 'x')).toEqual([400, 'bad_request']);
	expect(doors.inScratch()).toEqual([]);
	const untyped = await doors.open('/imports/upload?name=x', { 'content-type': '', 'content-length': '3' });
	untyped.write('abc');
	expect(String((await once(untyped, 'data'))[0])).toMatch(/^HTTP\/1\.1 400/);
	untyped.destroy();
});

test('over the limit is 413, whether its length is said, counted, or hidden in a form', async () => {
	const before = doors.archived().length;
	const bytes = Buffer.alloc(1_000_001, 'x');
	const said = await doors.ask('/imports/upload?name=x', { method: 'POST', body: bytes });
	expect([said.status, (await said.json()).fault]).toEqual([413, 'too_large']);
	const stream = () => new Blob([bytes]).stream();
	const counted = await doors.ask('/imports/upload?name=x', { method: 'POST', body: stream(), duplex: 'half' });
	expect([counted.status, (await counted.json()).message]).toEqual([413, expect.stringContaining('GB')]);
	const keyed = `/imports/upload?name=x&key=${key('over')}&size=1000001`;
	expect((await doors.ask(keyed, { method: 'POST', body: bytes })).status).toBe(413);
	const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n';
	const form = await doors.ask('/imports?/upload', {
		...{ method: 'POST', body: new Blob([head, bytes, '\r\n--b--']).stream(), duplex: 'half' as const },
		headers: { 'content-type': 'multipart/form-data; boundary=b' }
	});
	expect([form.status, (await form.json()).problem]).toEqual([413, expect.stringContaining('GB')]);
	expect([doors.inScratch(), doors.archived().length]).toEqual([[], before]);
	expect((await doors.ask('/imports/upload?name=x&hold=1', { method: 'POST', body: 'still here' })).status).toBe(200);
});

test('without room on the disk nothing is begun', async () => {
	const settable = limits as { freeSpace: number };
	const { freeSpace } = limits;
	settable.freeSpace = 1e15;
	const answer = await doors.ask('/imports/upload?name=x', { method: 'POST', body: 'x' });
	settable.freeSpace = freeSpace;
	expect([answer.status, (await answer.json()).fault]).toEqual([507, 'no_space']);
	expect(doors.inScratch()).toEqual([]);
});

test('other doors keep the small limit, and want a length', async () => {
	const post = (body: BodyInit, init = {}) => doors.ask('/imports?/answer', { method: 'POST', body, ...init });
	expect((await post(Buffer.alloc(600_000))).status).toBe(413);
	expect((await post(new Blob(['x']).stream(), { duplex: 'half' })).status).toBe(411);
});

test('the files of a form are one command, all of them or none', async () => {
	const form = new FormData();
	for (const number of ['D1', 'D2']) form.append('file', new Blob([csv(number)]), `${number}.csv`);
	const body = Buffer.from(await new Response(form).arrayBuffer());
	const headers = { 'content-type': `multipart/form-data; boundary=${/^--(\S+)/.exec(body.toString())![1]}` };
	const before = (await imports()).length;
	const cut = await doors.open('/imports?/upload', { ...headers, 'content-length': String(body.length) });
	cut.write(body.subarray(0, body.length - 10));
	await until(() => doors.inScratch().length === 2);
	cut.destroy();
	await until(() => doors.inScratch().length === 0);
	expect(doors.archived()).not.toContain(sha256(csv('D1')));

	expect((await doors.ask('/imports?/upload', { method: 'POST', body, headers })).status).toBe(200);
	await allImported(doors.folder);
	const [command] = await commandsSeen(doors.ledger, 1);
	expect(command).toMatchObject({ state: 'done', files: [{ fileName: 'D1.csv' }, { fileName: 'D2.csv' }] });
	expect((await imports()).length).toBe(before + 2);
	const empty = await doors.ask('/imports?/upload', {
		method: 'POST',
		body: '--b--',
		headers: { 'content-type': 'multipart/form-data; boundary=b' }
	});
	expect(empty.status).toBe(400);
});

test('files sent one by one are imported together', async () => {
	const files = [];
	for (const number of ['E1', 'E2']) {
		const sent = await doors.ask('/imports/upload?hold=1', { method: 'POST', body: csv(number) });
		files.push({ sha256: (await sent.json()).sha256 as string, name: `${number}.csv` });
	}
	const begin = (body: unknown) =>
		doors.ask('/imports/commands', {
			method: 'POST',
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' }
		});
	expect((await begin({ files })).status).toBe(200);
	await allImported(doors.folder);
	expect((await commandsSeen(doors.ledger, 1))[0]).toMatchObject({
		state: 'done',
		imports: [expect.any(Number), expect.any(Number)]
	});
	for (const wrong of [
		null,
		{},
		{ files: [] },
		{ files: [{ sha256: '../ledger.sqlite' }] },
		{ files: [{ sha256: '0'.repeat(64) }] }
	])
		expect((await begin(wrong)).status).toBe(400);
});
