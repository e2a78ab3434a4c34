import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '#lib/domain/sql-literal.ts';

/** The city's time: the data cut T, and the SQL of whole seconds between two times, right across a change of the clocks. */
export type Clock = { dataCut: string; secondsBetween: (started: string, stopped: string) => string };

/** Makes `assessment`, one row: the data cut T and the city's zone; and gives the clock. */
export async function setClock(connection: DuckDBConnection, dataCut: string, zone: string): Promise<Clock> {
	await connection.run('create table assessment as select cast($1 as timestamp) as data_cut, $2::varchar as zone', [
		dataCut,
		zone
	]);
	const changesClocks = await hasClockChanges(connection, zone);
	// Converting two times to the zone for every duration is most of the work where the zone keeps one offset.
	const inZone = (time: string) => (changesClocks ? `${time} at time zone ${literal(zone)}` : time);
	const secondsBetween = (started: string, stopped: string) =>
		`date_diff('second', ${inZone(started)}, ${inZone(stopped)})`;
	return { dataCut, secondsBetween };
}

/** Whether the zone's clocks were ever put forward or back in the years that orders can be of. */
async function hasClockChanges(connection: DuckDBConnection, zone: string): Promise<boolean> {
	const known = clockChanges.get(zone);
	if (known !== undefined) return known;
	const reader = await connection.runAndReadAll(
		`select count(distinct epoch(day at time zone $1) - epoch(day)) > 1 as changes
		from generate_series(timestamp '1999-12-31', timestamp '2101-01-01', interval 1 day) as days(day)`,
		[zone]
	);
	const { changes } = reader.getRowObjectsJS()[0] as { changes: boolean };
	clockChanges.set(zone, changes);
	return changes;
}

/** A zone's clocks are looked at once in a process: there are a hundred years of days. */
const clockChanges = new Map<string, boolean>();
