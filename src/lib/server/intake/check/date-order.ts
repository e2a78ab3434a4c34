import type { DateOrder } from '#lib/domain/time-shapes.ts';
import { OpenQuestion } from '../open-question.ts';
import { RefusedExport } from '../refused-export.ts';
import type { Database, Row } from './database.ts';

/** What a column of dates such as 03/04/2026 says about its order of month and day. */
type Evidence = { header: string; example: string; dayFirst: number; monthFirst: number };

/** Up to this share of contradicting values is taken for slips of the pen: they are set aside, not the file. */
const slips = 0.01;

export async function orderEvidence(database: Database, text: string, header: string): Promise<Evidence> {
	const parts = `regexp_extract(v, '^(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d', ['a', 'b'])`;
	const [row] = (await database.rows(
		`select count(*) filter (a > 12 and b <= 12) as n_day, count(*) filter (b > 12 and a <= 12) as n_month,
			min(v) filter (a is not null) as example
		from (select v, try_cast(p.a as integer) as a, try_cast(p.b as integer) as b
			from (select v, ${parts} as p from (select ${text} as v from tidy)))`
	)) as [Row];
	return { header, example: String(row.example), dayFirst: Number(row.n_day), monthFirst: Number(row.n_month) };
}

function provenOrder({ header, example, dayFirst, monthFirst }: Evidence): DateOrder | undefined {
	const all = dayFirst + monthFirst;
	if (all === 0) return undefined;
	if (Math.min(dayFirst, monthFirst) > all * slips) throw new RefusedExport('mixed_dates', { header, value: example });
	return dayFirst > monthFirst ? 'dmy' : 'mdy';
}

/**
 * The order of each column: what its values prove, else what another column of the file proves, else what the
 * clerk said. Asks where nobody knows: half the dates would be wrong and none would look it.
 */
export function decideOrders(evidence: Evidence[], said: DateOrder | undefined): DateOrder[] {
	const proven = evidence.map(provenOrder);
	const orders = new Set(proven.filter((order) => order !== undefined));
	const shared = orders.size === 1 ? [...orders][0] : undefined;
	return evidence.map(({ header, example }, index) => {
		const order = proven[index] ?? shared ?? said;
		if (!order) throw dateOrderQuestion(header, example);
		return order;
	});
}

/** What the same date would be, either way. */
function dateOrderQuestion(header: string, value: string): OpenQuestion {
	const [first = '', second = ''] = value.match(/\d+/g) ?? [];
	const read = (month: string, day: string) => `${Number(month)}-${Number(day)}`;
	return new OpenQuestion({
		name: 'date-order',
		details: { header, value },
		choices: [
			{ value: 'mdy', samples: [read(first, second)] },
			{ value: 'dmy', samples: [read(second, first)] }
		]
	});
}
