import { Kysely, SqliteDialect } from 'kysely';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isReadOnly, type DataFolder } from '#lib/server/data-folder.ts';
import { forKysely } from './node-sqlite.ts';
import { migrate } from './schema.ts';
import type { LedgerTables } from './tables.ts';

export type Ledger = Kysely<LedgerTables>;

// On globalThis, because Vite loads this module again after an edit and the file should stay open once.
const holder = globalThis as typeof globalThis & { dubanLedgers?: Map<string, Ledger> };

/** The ledger of a data folder: made or migrated if need be, opened once per process. */
export function openLedger(folder: Pick<DataFolder, 'ledger'>): Ledger {
	const open = (holder.dubanLedgers ??= new Map());
	const known = open.get(folder.ledger);
	if (known) return known;
	const database = openFile(folder.ledger);
	const ledger = new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database: forKysely(database) }) });
	open.set(folder.ledger, ledger);
	return ledger;
}

/** Lets go of the file. The command line ends with this; the server keeps it open. */
export async function closeLedger(folder: Pick<DataFolder, 'ledger'>): Promise<void> {
	const ledger = holder.dubanLedgers?.get(folder.ledger);
	if (!ledger) return;
	holder.dubanLedgers?.delete(folder.ledger);
	// Kysely closes only what it has used.
	await ledger.selectFrom('users').select('id').limit(1).execute();
	await ledger.destroy();
}

/** Runs verbs as one: all are kept or none. Inside a transaction already, they join it. */
export function together<T>(ledger: Ledger, verbs: (ledger: Ledger) => Promise<T>): Promise<T> {
	return ledger.isTransaction ? verbs(ledger) : ledger.transaction().execute(verbs);
}

/** What is wrong with the pages of a ledger's file, in SQLite's words; null where nothing is. */
export function ledgerFault({ ledger }: Pick<DataFolder, 'ledger'>): string | null {
	let file: DatabaseSync | undefined;
	try {
		file = new DatabaseSync(ledger, { timeout: 5000 });
		const { quick_check: found } = file.prepare('pragma quick_check(1)').get() as { quick_check: string };
		return found === 'ok' ? null : found;
	} catch (error) {
		return (error as Error).message;
	} finally {
		file?.close();
	}
}

/** In a folder that can't be written to the file is read as it stands: what its log holds beyond it is not seen. */
const openAsItStands = (path: string) =>
	new DatabaseSync(Object.assign(pathToFileURL(path), { search: '?immutable=1' }), { readOnly: true });

function openFile(path: string): DatabaseSync {
	if (isReadOnly({ root: dirname(path) })) return openAsItStands(path);
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	// SQLite gives its side files the mode of the main one, so that one is made first, for the owner only.
	closeSync(openSync(path, 'a', 0o600));
	const database = new DatabaseSync(path, { timeout: 5000 });
	try {
		database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
		migrate(database);
	} catch (error) {
		database.close();
		throw error;
	}
	return database;
}
