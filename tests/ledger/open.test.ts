import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { appendAudit, auditHead, verifyAudit } from '#lib/server/ledger/audit.ts';
import { closeLedger, openLedger, together } from '#lib/server/ledger/open.ts';
import { insertUser, usersListed } from '#lib/server/ledger/users.ts';
import { sql, type RawBuilder } from 'kysely';
import { expect, test } from 'vitest';
import { freshFolder, freshLedger } from './fresh-ledger.ts';

const someone = { name: 'li', role: 'deputy', passwordHash: 'x' };

test('a ledger is opened once per path', () => {
	const folder = freshFolder();
	expect(openLedger(folder)).toBe(openLedger({ ...folder }));
	expect(openLedger(freshFolder())).not.toBe(openLedger(folder));
});

test('what was written is there after closing and opening again', async () => {
	const folder = freshFolder();
	await insertUser(openLedger(folder), someone);
	await closeLedger(folder);
	expect((await usersListed(openLedger(folder))).map((user) => user.name)).toEqual(['li']);
});

test('every commit is synced to disk, readers are not blocked, and only the owner may read the file', async () => {
	const folder = freshFolder();
	const ledger = openLedger(folder);
	const pragma = async (statement: RawBuilder<unknown>) => (await statement.execute(ledger)).rows;
	expect(await pragma(sql`pragma journal_mode`)).toEqual([{ journal_mode: 'wal' }]);
	expect(await pragma(sql`pragma synchronous`)).toEqual([{ synchronous: 2 }]);
	expect(await pragma(sql`pragma foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
	expect(statSync(folder.ledger).mode & 0o777).toBe(0o600);
});

test('together keeps all or nothing', async () => {
	const ledger = freshLedger();
	const halfway = together(ledger, async (ledger) => {
		await insertUser(ledger, someone);
		await appendAudit(ledger, { actor: 'test', action: 'user_added', object: 'li' });
		throw new Error('stopped');
	});
	await expect(halfway).rejects.toThrow('stopped');
	expect(await usersListed(ledger)).toEqual([]);
	expect((await auditHead(ledger)).count).toBe(0);
});

test('together joins a transaction that is under way', async () => {
	const ledger = freshLedger();
	await together(ledger, (outer) => together(outer, (inner) => insertUser(inner, someone)));
	expect(await usersListed(ledger)).toHaveLength(1);
});

test('a ledger of a newer schema is refused', () => {
	const folder = freshFolder();
	const newer = new DatabaseSync(folder.ledger);
	newer.exec('pragma user_version = 99');
	newer.close();
	expect(() => openLedger(folder)).toThrow(/schema 99/);
});

test('two processes append to one audit chain without breaking it', async () => {
	const folder = freshFolder();
	const ledger = openLedger(folder);
	const append = (actor: string) => `
		import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
		import { appendAudit } from '#lib/server/ledger/audit.ts';
		const folder = { ledger: ${JSON.stringify(folder.ledger)} };
		for (let i = 0; i < 50; i += 1)
			await appendAudit(openLedger(folder), { actor: '${actor}', action: 'test', object: String(i) });
		await closeLedger(folder);`;
	const exits = ['a', 'b'].map(
		(actor) =>
			new Promise((done) =>
				spawn(process.execPath, ['--input-type=module-typescript', '-e', append(actor)], { stdio: 'inherit' }).on(
					'exit',
					done
				)
			)
	);
	expect(await Promise.all(exits)).toEqual([0, 0]);
	expect(await verifyAudit(ledger)).toMatchObject({ intact: true, head: { count: 100 } });
});

test('a process killed in a transaction leaves none of it', async () => {
	const folder = freshFolder();
	const ledger = openLedger(folder);
	const script = `
		import { openLedger, together } from '#lib/server/ledger/open.ts';
		import { insertUser } from '#lib/server/ledger/users.ts';
		await together(openLedger({ ledger: ${JSON.stringify(folder.ledger)} }), async (ledger) => {
			await insertUser(ledger, { name: 'li', role: 'deputy', passwordHash: 'x' });
			process.kill(process.pid, 'SIGKILL');
			await new Promise(() => setInterval(() => {}, 1000));
		});`;
	const { signal } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script]);
	expect(signal).toBe('SIGKILL');
	expect(await usersListed(ledger)).toEqual([]);
});
