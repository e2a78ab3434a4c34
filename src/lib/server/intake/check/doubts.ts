import { stagedRows } from '#lib/domain/staged-columns.ts';
import { type Database, literal } from './database.ts';

/** `earlier` must not come after `later`; a bare day is held against days. */
const isBefore = (later: string, earlier: string) =>
	`case when ${later}::time = time '00:00:00' or ${earlier}::time = time '00:00:00'
		then ${later}::date < ${earlier}::date else ${later} < ${earlier} end`;

const outOfOrder = [
	isBefore('dispatched_at', 'received_at'),
	isBefore('signed_at', 'received_at'),
	isBefore('visited_at', 'closed_at'),
	`(replied_at is not null and closed_from = 'closing' and ${isBefore('closed_at', 'replied_at')})`
];

/** What is doubtful in the accepted orders as they lie on the disk: codes of notes. `period` is what the export says it covers. */
export async function doubts(database: Database, path: string, period: [string, string] | null): Promise<string[]> {
	const outside = period ? '(received_at::date < cast($1 as date) or received_at::date > cast($2 as date))' : 'false';
	const signs = {
		closed_before_received: isBefore('closed_at', 'received_at'),
		events_out_of_order: outOfOrder.map((test) => `coalesce(${test}, false)`).join(' or '),
		unknown_status: 'status is not null and status_state is null',
		days_without_time: 'received_is_date or closed_is_date',
		outside_stated_period: outside
	};
	const counts = Object.entries(signs).map(([note, when]) => `count(*) filter (${when}) as n_${note}`);
	const [row] = await database.rows(
		`select ${counts.join(', ')} from ${stagedRows(`read_parquet(${literal(path)})`)}`,
		period ?? []
	);
	return Object.keys(signs).filter((note) => Number(row?.[`n_${note}`]) > 0);
}

const day = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g;
const joiner = /^\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*(至|到|-|—|~|～|–|to)+\s*$/i;

/** The days from and to which the title of an export says it reaches, such as 统计时间：2026-03-01 至 2026-03-31. */
export function statedPeriod(title: string): [string, string] | null {
	const days = [...title.matchAll(day)];
	for (const [index, first] of days.entries()) {
		const second = days[index + 1];
		if (!second || !joiner.test(title.slice(first.index + first[0].length, second.index))) continue;
		const [from, to] = [first, second].map(([, y, m, d]) => `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`);
		const isDay = [from, to].every((text) => !Number.isNaN(Date.parse(text!)));
		if (isDay && from! <= to!) return [from!, to!];
	}
	return null;
}
