import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * Makes `calls`, `call_days` and `places`, without a row: no file brings them in. Queries read them as they read orders,
 * and say what is missing while they are empty.
 */
export async function makeCallTables(connection: DuckDBConnection): Promise<void> {
	await connection.run(`
		create table calls (
			line varchar, medium varchar, arrived_at timestamp, is_offered boolean, is_answered boolean,
			is_self_served boolean, wait_seconds integer, talk_seconds integer, after_call_seconds integer,
			reply_seconds integer, agent_rating varchar, is_quality_checked boolean
		)
	`);
	await connection.run(`
		create table call_days (
			day date, line varchar, incoming integer, offered integer, answered integer, answered_in_15 integer,
			self_served integer, abandoned integer, abandoned_soon integer, wait_seconds integer, talk_seconds integer,
			after_call_seconds integer, texts integer, texts_in_3_minutes integer, letters integer,
			letters_in_24_hours integer, rated integer, rated_satisfied integer, quality_checked integer
		)
	`);
	await connection.run(
		'create table places (district varchar, valid_from date, residents integer, seats integer, staff integer)'
	);
}
