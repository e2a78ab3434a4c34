import { formatCount, formatDate, formatDateTime } from '#lib/domain/format.ts';
import { daysBetween } from '#lib/domain/periods.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Fact } from './table-about.ts';

const n = (value: number) => formatCount(value, getLocale());

/** Exports cut more than so many days before the newest are told apart: a month's export of a month ago. */
const longAgoDays = 31;

/** How old what is shown is: the data cut against today by the city's clock, the exports behind it, the open orders not seen since. */
export function ageFacts(given: { dataCut: string; today: string; exportCuts: string[]; openNotSeen: number }): Fact[] {
	const { dataCut, today, exportCuts, openNotSeen } = given;
	const day = dataCut.slice(0, 10);
	const behind = exportCuts.filter((cut) => daysBetween(cut.slice(0, 10), day) > longAgoDays).length;
	return [
		{
			term: m.quality_age_cut(),
			text: m.quality_age_cut_text({
				cut: formatDateTime(dataCut, getLocale()),
				...{ today: formatDate(today, getLocale()), days: n(daysBetween(day, today)) }
			})
		},
		{
			term: m.quality_age_exports(),
			text: m.quality_age_exports_text({ exports: n(exportCuts.length), behind: n(behind) })
		},
		{ term: m.quality_age_open(), text: m.quality_age_open_text({ orders: n(openNotSeen) }) }
	];
}
