import { dayNumber } from '#lib/domain/working-days.ts';
import { day, hour, minute, writeDay } from '#seeds/orders/clock.ts';
import { newSystem, newSystemWithSlashes, oldSystem, queryPlatform, type Layout } from './layouts.ts';

/** One export to be written: the days of receipt it holds and the moment it was made. */
export type Plan = {
	fileName: string;
	form: 'gb18030.csv' | 'utf8.csv' | 'utf8-bom.csv' | 'xlsx';
	layout: Layout;
	/** First and last day, as days since 1970-01-01. */
	first: number;
	last: number;
	/** Wall-clock seconds; nothing later is in the file. */
	cut: number;
};

/** From which day on which system wrote the exports; each starts a new file. */
const systems: { from: string; form: Plan['form']; layout: Layout; name: string }[] = [
	{ from: '2007-01-01', form: 'gb18030.csv', layout: oldSystem, name: '工单明细' },
	{ from: '2025-05-01', form: 'gb18030.csv', layout: oldSystem, name: '工单明细' },
	{ from: '2025-11-01', form: 'utf8.csv', layout: newSystem, name: '工单数据' },
	{ from: '2026-01-01', form: 'utf8-bom.csv', layout: newSystemWithSlashes, name: '工单数据' },
	{ from: '2026-07-01', form: 'xlsx', layout: queryPlatform, name: '诉求查询明细结果' },
	{ from: '2026-10-01', form: 'utf8.csv', layout: newSystem, name: '工单数据' }
];

/** Workbooks stay small: what does not fit goes on in a CSV file of the next system. */
const workbookRows = 8500;

/**
 * Cuts the days from `first` to `last` into exports. An export is made ten days after its last day, in the morning,
 * or with the last data of the city if that comes first. `counts` are orders a day.
 */
export function planFiles(first: number, last: number, counts: readonly number[]): Plan[] {
	return systems.flatMap((system, place) => {
		const next = systems[place + 1];
		const from = Math.max(first, dayNumber(system.from));
		const to = Math.min(last, next ? dayNumber(next.from) - 1 : last);
		if (from > to) return [];
		if (system.form !== 'xlsx') return [plan(system, from, to)];
		const fits = lastDayThatFits(from, to, (of) => counts[of - first]!);
		const rest = fits < to && next ? [plan(next, Math.max(from, fits + 1), to)] : [];
		return fits < from ? rest : [plan(system, from, fits), ...rest];
	});

	function plan({ form, layout, name }: (typeof systems)[number], from: number, to: number): Plan {
		const days = `${writeDay(from)}_${writeDay(to)}`.replaceAll('-', '').replace('_', '-');
		const cut = Math.min((to + 11) * day + 8 * hour + 30 * minute, lastMoment(last));
		return {
			fileName: `${name}_${days}.${form === 'xlsx' ? 'xlsx' : 'csv'}`,
			form,
			layout,
			first: from,
			last: to,
			cut
		};
	}
}

/** The city's last moment: the end of its last day. */
export const lastMoment = (last: number) => last * day + day - 1;

function lastDayThatFits(from: number, to: number, count: (of: number) => number): number {
	let rows = 0;
	for (let of = from; of <= to; of++) if ((rows += count(of)) > workbookRows) return of - 1;
	return to;
}
