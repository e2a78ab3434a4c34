import { standaloneSvg } from '#lib/charts/standalone.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ChartView } from './chart-view.ts';
import { basisName } from './names.ts';

/** A chart that leaves its page: its drawing, and what it is called. */
export type ChartFile = {
	svg: string;
	/** Without ending, for programs: 'ranking-funnel'. */
	plainName: string;
	/** For people, in their language. */
	nameParts: string[];
};

/** The wide picture with its words, source and data cut, the day its orders count on, and what `about` adds. */
export function chartDrawing(chart: ChartView, about: string[]): string {
	const basis = chart.basis.map((basis) => basisName(basis));
	return standaloneSvg(chart.drawn.wide, {
		title: chart.title,
		subtitle: chart.subtitle,
		notes: [
			chart.caption,
			...(basis.length > 0 ? [m.more_chart_basis({ basis: [...new Set(basis)].join(m.list_gap()) })] : []),
			about.filter((note) => note !== '').join(m.list_gap())
		]
	});
}

/** 'funnel' is the chart of that name among the data of a page, 'charts-1' the second of a list, 'open-chart' one inside. */
export function chartNamed(data: unknown, name: string): ChartView | null {
	let found = data;
	for (const part of name.split('-')) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return null;
		found = (found as Record<string, unknown>)[part];
	}
	return typeof found === 'object' && found !== null && 'drawn' in found ? (found as ChartView) : null;
}
