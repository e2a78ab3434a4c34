import { announce } from '../durable-files.ts';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** Node's own SQLite in the shape Kysely's SqliteDialect expects. Values pass unchanged: text, numbers, null. */
export function forKysely(database: DatabaseSync): SqliteDatabase {
	return {
		prepare: (sql) => statementFor(database, sql),
		close: () => database.close()
	};
}

function statementFor(database: DatabaseSync, sql: string): SqliteStatement {
	// Every transaction here ends in a write. Taking the write lock at once makes a second process wait its turn;
	// taking it later would fail where the other wrote in between.
	const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
	announce('ledger', sql);
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...(parameters as SQLInputValue[])).map((row) => ({ ...row })),
		run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
		iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[]))
	};
}
