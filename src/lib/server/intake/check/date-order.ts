import type { DateOrder } from '#lib/domain/time-shapes.ts';
import { shownCell } from '../cells/shown-cells.ts';
import { OpenQuestion } from '../open-question.ts';
import { RefusedExport } from '../refused-export.ts';
import type { Database, Row } from './database.ts';

/** What a column of dates such as 03/04/2026 says about its order of month and day. */
type Evidence = {
	header: string;
	example: string;
	dayFirst: number;
	monthFirst: number;
	/** Values with a year of two digits, and how many of them no day, month and year in this order could be. */
	short: number;
	impossible: Record<DateOrder, number>;
};

/** Up to this share of contradicting values is taken for slips of the pen: they are set aside, not the file. */
const slips = 0.01;

export async function orderEvidence(database: Database, text: string, header: string): Promise<Evidence> {
	const parts = `regexp_extract(v, '^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{1,4})', ['a', 'b', 'c'])`;
	const short = 'length(c) between 1 and 2';
	const [row] = (await database.rows(
		`select count(*) filter (a > 12 and b <= 12) as n_day, count(*) filter (b > 12 and a <= 12) as n_month,
			count(*) filter (${short}) as n_short,
			count(*) filter (${short} and (a > 12 or b > 31)) as n_not_mdy,
			count(*) filter (${short} and (b > 12 or a > 31)) as n_not_dmy,
			count(*) filter (${short} and (b > 12 or try_cast(c as integer) > 31)) as n_not_ymd,
			min(v) filter (a is not null) as example
		from (select v, try_cast(p.a as integer) as a, try_cast(p.b as integer) as b, p.c as c
			from (select v, ${parts} as p from (select ${text} as v from tidy)))`
	)) as [Row];
	return {
		header,
		example: String(row.example),
		dayFirst: Number(row.n_day),
		monthFirst: Number(row.n_month),
		short: Number(row.n_short),
		impossible: { mdy: Number(row.n_not_mdy), dmy: Number(row.n_not_dmy), ymd: Number(row.n_not_ymd) }
	};
}

/** The orders that the values leave open: one where they prove it. With a year of two digits it may come first. */
function possibleOrders({ header, example, dayFirst, monthFirst, short, impossible }: Evidence): DateOrder[] {
	const refuse = () => new RefusedExport('mixed_dates', { header, value: shownCell(example) });
	const isShortFirst = short > 0 && impossible.ymd <= short * slips;
	if (isShortFirst) {
		return (['ymd', 'mdy', 'dmy'] as const).filter((order) => impossible[order] <= short * slips);
	}
	const all = dayFirst + monthFirst;
	if (all === 0) return ['mdy', 'dmy'];
	if (Math.min(dayFirst, monthFirst) > all * slips) throw refuse();
	return [dayFirst > monthFirst ? 'dmy' : 'mdy'];
}

/**
 * The order of each column: what its values prove, else what another column of the file proves, else what the
 * clerk said. Asks where nobody knows: half the dates would be wrong and none would look it.
 */
export function decideOrders(evidence: Evidence[], said: DateOrder | undefined): DateOrder[] {
	const possible = evidence.map(possibleOrders);
	const proven = new Set(possible.flatMap((orders) => (orders.length === 1 ? orders : [])));
	const shared = proven.size === 1 ? [...proven][0] : undefined;
	return evidence.map(({ header, example }, index) => {
		const orders = possible[index]!;
		const order = orders.length === 1 ? orders[0] : (orders.find((each) => each === shared) ?? said);
		if (!order) throw dateOrderQuestion(header, example, orders);
		return order;
	});
}

/** What the same date would be, each way. */
function dateOrderQuestion(header: string, value: string, orders: DateOrder[]): OpenQuestion {
	const [first = '', second = '', third = ''] = value.match(/\d+/g) ?? [];
	const read = (month: string, day: string) => `${Number(month)}-${Number(day)}`;
	const samples: Record<DateOrder, string> = {
		mdy: read(first, second),
		dmy: read(second, first),
		ymd: read(second, third)
	};
	return new OpenQuestion({
		name: 'date-order',
		details: { header, value: shownCell(value) },
		choices: orders.map((order) => ({ value: order, samples: [samples[order]] }))
	});
}
