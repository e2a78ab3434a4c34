import * as Plot from '@observablehq/plot';
import { plotOptions, type ChartSpec } from './chart.ts';

/** The same chart in the browser, with tips at the pointer. Plot's <style> goes before the policy sees it. */
export function drawLive(spec: ChartSpec, width: number): Element {
	const svg = Plot.plot(plotOptions(spec, { width, tips: true }));
	svg.querySelector('style')?.remove();
	return svg;
}
