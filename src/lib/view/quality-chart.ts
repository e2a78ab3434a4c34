import type { TimeRow } from '#lib/charts/line-over-time.ts';
import { formatMonth, formatRate } from '#lib/domain/format.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { checkKinds } from '#queries/quality/index.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { checkKindName } from './quality-names.ts';

/** The share of each month's orders in doubt, a line per kind of check, from a table of quality by month. */
export function qualityChart(table: FigureTable, dataCut: string): ChartView | null {
	const months = table.rows.filter(({ name }) => name !== null);
	if (months.length < 2) return null;
	const rows = checkKinds.flatMap((kind) =>
		months.map((row): TimeRow => ({
			period: String(row.name),
			series: checkKindName(kind),
			value: row[`${kind}Rate`] as number | null,
			numerator: Number(row[`${kind}Orders`]),
			denominator: Number(row.qualityReceived),
			incomplete: String(row.name) === dataCut.slice(0, 7) && dataCut.slice(8, 10) < '28'
		}))
	);
	const worst = months.reduce((a, b) => (Number(b.anyRate ?? 0) > Number(a.anyRate ?? 0) ? b : a));
	return chartView(
		{
			shape: 'line-over-time',
			rows,
			options: { locale: getLocale(), kind: 'rate', fromZero: true, order: checkKinds.map(checkKindName) }
		},
		{
			title: m.quality_chart_title({
				month: formatMonth(String(worst.name), getLocale()),
				share: formatRate(Number(worst.anyOrders), Number(worst.qualityReceived))
			}),
			subtitle: m.quality_chart_subtitle(),
			dataCut,
			basis: ['received_at']
		}
	);
}
