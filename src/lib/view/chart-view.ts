import { drawChart, type ChartSpec } from '#lib/charts/chart.ts';
import { formatDateTime } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A chart with its words, drawn on the server. */
export type ChartView = {
	spec: ChartSpec;
	drawn: { wide: string; narrow: string };
	/** The finding. */
	title: string;
	/** Measure, unit and base. */
	subtitle: string;
	/** Source and T. */
	caption: string;
	/** The days the orders in it count on, as columns: 'due_basis_at'. */
	basis: string[];
	/** The same for who does not see it. */
	summary: string;
};

type Words = { title: string; subtitle: string; summary?: string; dataCut: string; basis: string[] };

/** Draws a chart and puts its words round it; the summary is the title and subtitle unless another is given. */
export function chartView(spec: ChartSpec, { title, subtitle, summary, dataCut, basis }: Words): ChartView {
	return {
		spec,
		drawn: drawChart(spec),
		title,
		subtitle,
		caption: m.chart_caption({ cut: formatDateTime(dataCut, getLocale()) }),
		basis,
		summary: summary ?? `${title} ${subtitle}`
	};
}
