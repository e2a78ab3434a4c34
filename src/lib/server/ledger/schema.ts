import type { DatabaseSync } from 'node:sqlite';

/**
 * The steps that make the ledger, in order. A step that has run anywhere is never edited: a change is a new
 * step at the end. The file's `user_version` counts the steps it has had.
 */
const steps: readonly string[] = [
	`
	create table users (
		id text primary key,
		name text not null,
		name_key text not null unique,
		role text not null,
		password_hash text not null,
		created_at text not null,
		password_changed_at text not null,
		disabled_at text
	) strict;

	create table sessions (
		id text primary key,
		user_id text not null references users (id) on delete cascade,
		started_at text not null,
		expires_at text not null,
		ends_at text not null,
		confirmed_at text not null
	) strict;
	create index sessions_by_user on sessions (user_id);

	create table login_attempts (
		id integer primary key,
		at text not null,
		account text not null,
		address text not null,
		succeeded integer not null
	) strict;
	create index login_attempts_by_account on login_attempts (account, at);
	create index login_attempts_by_address on login_attempts (address, at);
	create index login_attempts_by_time on login_attempts (at);

	create table imports (
		seq integer primary key autoincrement,
		sha256 text not null,
		file_name text not null,
		kind text,
		outcome text not null check (outcome in ('taken', 'refused')),
		result text not null,
		data_cut text,
		imported_at text not null
	) strict;
	create index imports_by_export on imports (sha256, outcome);

	create table builds (
		version text primary key,
		built_at text not null,
		data_cut text not null,
		orders integer not null,
		exports text not null
	) strict;

	create table releases (
		period text not null,
		revision integer not null,
		frozen_at text not null,
		frozen_by text not null,
		warehouse_version text not null,
		manifest_sha256 text not null,
		primary key (period, revision)
	) strict;

	create table audit (
		seq integer primary key,
		at text not null,
		actor text not null,
		action text not null,
		object text not null,
		detail text not null,
		previous_hash text not null,
		hash text not null
	) strict;
	create trigger audit_is_never_changed before update on audit
		begin select raise(abort, 'audit rows are never changed'); end;
	create trigger audit_is_never_deleted before delete on audit
		begin select raise(abort, 'audit rows are never deleted'); end;
	`,
	`
	create table rule_uses (
		seq integer primary key autoincrement,
		rule_set_id text not null,
		from_day text not null,
		entered_at text not null,
		entered_by text not null
	) strict;
	`,
	`
	create table rule_sets (
		seq integer primary key autoincrement,
		id text not null unique,
		rules text not null,
		entered_at text not null,
		entered_by text not null
	) strict;
	`,
	`
	alter table imports rename to imports_before;
	drop index imports_by_export;
	create table imports (
		seq integer primary key autoincrement,
		sha256 text not null,
		file_name text not null,
		kind text,
		outcome text not null check (outcome in ('taken', 'refused', 'asked')),
		result text not null,
		data_cut text,
		imported_at text not null
	) strict;
	insert into imports select seq, sha256, file_name, kind, outcome, result, data_cut, imported_at from imports_before;
	drop table imports_before;
	create index imports_by_export on imports (sha256, outcome);

	create table undone_imports (
		import_seq integer primary key references imports (seq),
		undone_at text not null,
		undone_by text not null
	) strict;

	create table answers (
		seq integer primary key autoincrement,
		signature text not null,
		name text not null,
		value text not null,
		entered_at text not null,
		entered_by text not null
	) strict;
	`,
	`
	create table import_commands (
		seq integer primary key autoincrement,
		files text not null,
		answers text not null,
		state text not null check (state in ('open', 'done', 'failed', 'interrupted')),
		process text not null,
		imports text not null,
		asked_at text not null,
		asked_by text not null,
		ended_at text
	) strict;
	`,
	`
	alter table import_commands add column problem text;
	`,
	`
	create table destroyed_exports (
		sha256 text primary key,
		replaced_by text,
		destroyed_at text not null,
		destroyed_by text not null
	) strict;
	`,
	`
	alter table answers add column is_forgotten integer not null default 0;

	create table profiles (
		seq integer primary key autoincrement,
		name text not null,
		profile text,
		entered_at text not null,
		entered_by text not null
	) strict;
	`
];

/** Brings a ledger to the newest schema, all missing steps or none. Refuses one made by a newer Duban. */
export function migrate(database: DatabaseSync): void {
	if (versionOf(database) === steps.length) return;
	// The lock is taken before the version is read again: two processes may open a new ledger at once.
	database.exec('begin immediate');
	try {
		const version = versionOf(database);
		if (version > steps.length) {
			throw new Error(`the ledger has schema ${version}, this Duban knows ${steps.length}: use the newer Duban`);
		}
		for (const step of steps.slice(version)) database.exec(step);
		database.exec(`pragma user_version = ${steps.length}`);
		database.exec('commit');
	} catch (error) {
		database.exec('rollback');
		throw error;
	}
}

function versionOf(database: DatabaseSync): number {
	return Number(database.prepare('pragma user_version').get()?.user_version);
}
