import { reachedTimes, stagedRows } from '#lib/domain/staged-columns.ts';
import type { RowCounts, TakenIn } from '#lib/domain/intake-result.ts';
import type { Spilled } from '../cells/spill-rows.ts';
import { type Database, literal } from './database.ts';

/** What the staged file holds, read back from the disk. */
export type Written = { accepted: number; repaired: number; content: string; latest: string | null };

/**
 * `latest` is 'YYYY-MM-DD HH:MM:SS' of the latest thing that happened in the accepted rows, by the columns `reached` of their
 * kind, null for orders; null where they tell of none. A month reaches to its first day.
 */
export async function readBack(database: Database, path: string, reached: readonly string[] | null): Promise<Written> {
	const file = `read_parquet(${literal(path)})`;
	const times = (reached ?? reachedTimes).map(
		(time) => `max(${time === 'totals_month' ? `cast(${time} || '-01' as date)` : time})`
	);
	const latest = times.length === 0 ? 'null::timestamp' : `cast(greatest(${times.join(', ')}) as timestamp)`;
	const [row] = await database.rows(
		`select count(*) as n_accepted, count(*) filter (len(repairs) > 0) as n_repaired,
			sum(hash(row_number, sheet, content_hash, repairs)::hugeint)::varchar as content,
			strftime(${latest}, '%Y-%m-%d %H:%M:%S') as latest from ${reached === null ? stagedRows(file) : file}`
	);
	return {
		accepted: Number(row?.n_accepted),
		repaired: Number(row?.n_repaired),
		content: String(row?.content),
		latest: row?.latest == null ? null : String(row.latest)
	};
}

/** Counts every outcome and throws where a row is not accounted for: nothing may be lost in silence. */
export async function countRows(database: Database, spilled: Spilled, written: Written): Promise<RowCounts> {
	const [row] = await database.rows(
		'select (select count(*) from raw) as n_raw, (select count(*) from set_aside) as n_set_aside'
	);
	const { accepted, repaired } = written;
	const setAside = spilled.setAside + Number(row?.n_set_aside);
	const { read, nonData } = spilled;
	if (row?.n_raw !== spilled.data || read !== accepted + setAside + nonData) {
		throw new Error(
			`rows do not add up: ${read} read, ${accepted} accepted, ${setAside} set aside, ${nonData} non-data`
		);
	}
	return { read, accepted, repaired, setAside, nonData };
}

export async function countReasons(database: Database): Promise<TakenIn['reasons']> {
	const rows = await database.rows(
		`select reason, count(*) as n_rows from (
			select reason from other where outcome = 'setAside'
			union all
			select word from set_aside join objections on objections.place = set_aside.set_aside
		) group by reason order by n_rows desc, reason`
	);
	return rows.map(({ reason, n_rows }) => ({ reason: String(reason), count: Number(n_rows) }));
}

/** Cells, not rows: how often each rule changed a value of an accepted row, by the ledger of rows that was written. */
export async function countRepairs(database: Database, ledger: string): Promise<TakenIn['repairs']> {
	const rows = await database.rows(
		`select reason as rule, count(*) as n_cells from read_parquet(${literal(ledger)}) where outcome = 'repaired'
		group by rule order by n_cells desc, rule`
	);
	return rows.map(({ rule, n_cells }) => ({ rule: String(rule), count: Number(n_cells) }));
}
