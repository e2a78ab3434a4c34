import type { TimeRow } from '#lib/charts/line-over-time.ts';
import { formatRate } from '#lib/domain/format.ts';
import { wilson } from '#lib/domain/statistics.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { rateChange } from './change.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { namedPeriodName } from './period-names.ts';
import { basisOf, nameOf, totalsOf } from './release-figures.ts';
import { shareOf } from './released-cells.ts';

const locale = () => getLocale();

/** The on-time rate over the months released up to this one. Quarters would count their months twice. */
export function monthsChart(release: Release, history: Release[]): ChartView | null {
	const months = history.filter(({ ref }) => !ref.period.includes('Q')).toReversed();
	const rows = months.map((month): TimeRow => {
		const share = shareOf(...totalsOf(month).rates['on-time-due']);
		const { period } = month.ref;
		return share
			? { period, value: share.numerator / share.denominator, ...share, ...wilson(share.numerator, share.denominator) }
			: { period, value: null };
	});
	const [last, previous] = [months.at(-1), months.at(-2)];
	if (!last || !previous || rows.filter(({ value }) => value !== null).length < 2) return null;
	const [now, then] = [last, previous].map((month) => shareOf(...totalsOf(month).rates['on-time-due']));
	const change = now && then ? rateChange(now, then, namedPeriodName(previous.ref.period)) : undefined;
	const values = {
		month: namedPeriodName(last.ref.period),
		rate: now ? formatRate(now.numerator, now.denominator) : ''
	};
	const view = chartView(
		{ shape: 'line-over-time', rows, options: { locale: locale(), kind: 'rate' } },
		{
			title:
				change?.direction === 'unclear'
					? m.release_months_unclear(values)
					: m.release_months_title({ ...values, change: change?.text ?? '' }),
			subtitle: m.release_months_subtitle({ measure: nameOf(release, 'on-time-due') }),
			dataCut: release.manifest.dataCut,
			basis: basisOf(release, 'on-time-due')
		}
	);
	return { ...view, caption: m.release_months_caption() };
}
