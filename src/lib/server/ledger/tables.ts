import type { StorageFault } from '#lib/domain/storage-fault.ts';
import type { Generated, Insertable, Selectable } from 'kysely';

/**
 * The ledger's tables, as Kysely sees them. `schema.ts` makes them. All times are UTC, ISO 8601 with
 * milliseconds, so that text order is time order.
 */
export interface LedgerTables {
	users: UsersTable;
	sessions: SessionsTable;
	login_attempts: LoginAttemptsTable;
	imports: ImportsTable;
	import_commands: ImportCommandsTable;
	builds: BuildsTable;
	releases: ReleasesTable;
	rule_uses: RuleUsesTable;
	rule_sets: RuleSetsTable;
	answers: AnswersTable;
	profiles: ProfilesTable;
	undone_imports: UndoneImportsTable;
	destroyed_exports: DestroyedExportsTable;
	audit: AuditTable;
}

/** Imports that were undone. */
export interface UndoneImportsTable {
	import_seq: number;
	undone_at: string;
	undone_by: string;
}

/** Exports whose bytes were destroyed, since they held what a citizen wants erased. */
export interface DestroyedExportsTable {
	sha256: string;
	/** The export that stands in its place; null where none is needed. */
	replaced_by: string | null;
	destroyed_at: string;
	destroyed_by: string;
}

/** What people said of the files of one signature. Entries are added, never changed: the last of a name counts. */
export interface AnswersTable {
	seq: Generated<number>;
	signature: string;
	name: string;
	value: string;
	entered_at: string;
	entered_by: string;
	/** 1 where the answer of that name holds no longer. */
	is_forgotten: Generated<number>;
}

/** Profiles as they were entered. Entries are added, never changed: the last of a name counts. */
export interface ProfilesTable {
	seq: Generated<number>;
	name: string;
	/** JSON of a Profile; null where it was taken away, also one that came along. */
	profile: string | null;
	entered_at: string;
	entered_by: string;
}

/** Rule sets of the city's own, each entered once and never changed. */
export interface RuleSetsTable {
	seq: Generated<number>;
	id: string;
	/** JSON of a RuleSet. */
	rules: string;
	entered_at: string;
	entered_by: string;
}

/** From which day on a rule set is used. Entries are added, never changed: the last one of a day counts. */
export interface RuleUsesTable {
	seq: Generated<number>;
	rule_set_id: string;
	/** A day of the city, 'YYYY-MM-DD'. */
	from_day: string;
	entered_at: string;
	entered_by: string;
}

export interface UsersTable {
	id: string;
	name: string;
	/** The name as it is compared: one account for 'Li' and 'li'. */
	name_key: string;
	role: string;
	password_hash: string;
	created_at: string;
	password_changed_at: string;
	disabled_at: string | null;
}

export interface SessionsTable {
	/** SHA-256 of the token in the cookie; the token itself is nowhere. */
	id: string;
	user_id: string;
	started_at: string;
	/** When it ends if nothing more is asked. Moves with use, never past ends_at. */
	expires_at: string;
	ends_at: string;
	/** When its owner last proved the password. */
	confirmed_at: string;
}

export interface LoginAttemptsTable {
	id: Generated<number>;
	at: string;
	/** SHA-256 of the name's key: what was typed may be a password in the wrong box. */
	account: string;
	address: string;
	succeeded: number;
}

export interface ImportsTable {
	seq: Generated<number>;
	sha256: string;
	file_name: string;
	kind: string | null;
	outcome: 'taken' | 'refused' | 'asked';
	result: string;
	data_cut: string | null;
	imported_at: string;
}

export interface ImportCommandsTable {
	seq: Generated<number>;
	/** JSON list of {sha256, fileName}, in the order they are taken in. */
	files: string;
	/** JSON, what was said of these files. */
	answers: string;
	state: 'open' | 'done' | 'failed' | 'interrupted';
	/** The process that answers for it; when that is gone, so is the command. */
	process: string;
	/** JSON list of the imports that came of it, one a file. */
	imports: string;
	asked_at: string;
	asked_by: string;
	ended_at: string | null;
	/** What the disk had to do with its failing. */
	problem: StorageFault | null;
}

export interface BuildsTable {
	version: string;
	built_at: string;
	data_cut: string;
	orders: number;
	/** JSON list of the exports' SHA-256, in the order they were merged. */
	exports: string;
}

export interface ReleasesTable {
	period: string;
	revision: number;
	frozen_at: string;
	frozen_by: string;
	warehouse_version: string;
	manifest_sha256: string;
}

export interface AuditTable {
	seq: number;
	at: string;
	actor: string;
	action: string;
	object: string;
	/** Canonical JSON. */
	detail: string;
	previous_hash: string;
	hash: string;
}

export type UserRow = Selectable<UsersTable>;
export type NewUser = Insertable<UsersTable>;
