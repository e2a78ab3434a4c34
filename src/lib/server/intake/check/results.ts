import type { RowCounts, TakenIn } from '#lib/domain/intake-result.ts';
import type { Spilled } from '../map/spill-rows.ts';
import type { Database } from './database.ts';

/** Times that show how far the export reaches; a deadline lies ahead and shows nothing. */
const reachedTimes = [
	...['contacted_at', 'received_at', 'dispatched_at', 'signed_at', 'first_contact_at', 'replied_at'],
	...['closed_at', 'visited_at']
];

/** Counts every outcome and throws where a row is not accounted for: nothing may be lost in silence. */
export async function countRows(database: Database, spilled: Spilled): Promise<RowCounts> {
	const [row] = await database.rows(
		`select count(*) as n_checked, count(*) filter (set_aside is null) as n_accepted,
			count(*) filter (set_aside is null and len(repairs) > 0) as n_repaired from checked`
	);
	const accepted = Number(row?.n_accepted);
	const setAside = spilled.setAside + Number(row?.n_checked) - accepted;
	const { read, nonData } = spilled;
	if (Number(row?.n_checked) !== spilled.data || read !== accepted + setAside + nonData) {
		throw new Error(`rows do not add up: ${read} read, ${accepted} accepted, ${setAside} set aside, ${nonData} non-data`);
	}
	return { read, accepted, repaired: Number(row?.n_repaired), setAside, nonData };
}

export async function countReasons(database: Database): Promise<TakenIn['reasons']> {
	const rows = await database.rows(
		`select reason, count(*) as n_rows from (
			select reason from other where outcome = 'setAside'
			union all
			select word from checked join objections on objections.place = checked.set_aside
		) group by reason order by n_rows desc, reason`
	);
	return rows.map(({ reason, n_rows }) => ({ reason: String(reason), count: Number(n_rows) }));
}

/** Cells, not rows: how often each rule changed a value of an accepted row. */
export async function countRepairs(database: Database): Promise<TakenIn['repairs']> {
	const rows = await database.rows('select rule, count(*) as n_cells from repaired group by rule order by n_cells desc, rule');
	return rows.map(({ rule, n_cells }) => ({ rule: String(rule), count: Number(n_cells) }));
}

/** 'YYYY-MM-DD HH:MM:SS' of the latest thing that happened, and whether the clerk's cut lies before it. */
export async function latestTime(database: Database): Promise<string> {
	const [row] = await database.rows(
		`select strftime(greatest(${reachedTimes.map((time) => `max(${time})`).join(', ')}), '%Y-%m-%d %H:%M:%S') as latest
		from checked where set_aside is null`
	);
	return String(row?.latest);
}
