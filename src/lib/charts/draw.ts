import * as Plot from '@observablehq/plot';
import { asDocument } from './tiny-document.ts';

/**
 * Plot's own <style> element would need a hole in the content security policy: its two rules stand in
 * styles/charts.css. Coordinates are cut to hundredths of a pixel, which halves the page.
 */
export function tidySvg(markup: string): string {
	return markup
		.replace(/<style>[^<]*<\/style>/g, '')
		.replace(/ (?:d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|transform)="[^"]*"/g, (attribute) =>
			attribute.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))))
		);
}

/** The chart as markup, without a browser. The same options give the same text. */
export function drawSvg(options: Plot.PlotOptions): string {
	const svg = Plot.plot({ ...options, document: asDocument });
	return tidySvg(svg.outerHTML);
}
