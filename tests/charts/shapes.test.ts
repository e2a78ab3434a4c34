import * as Plot from '@observablehq/plot';
// @ts-expect-error -- jsdom brings no types, and nothing else here needs them
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { drawChart, plotOptions } from '#lib/charts/chart.ts';
import { tidySvg } from '#lib/charts/draw.ts';
import { narrowWidth, wideWidth } from '#lib/charts/frame.ts';
import { specs } from './samples.ts';

const locales = ['zh-CN', 'en'] as const;
const drawings = locales.flatMap((locale) =>
	Object.entries(specs(locale)).map(([name, spec]) => ({ name: `${name}.${locale}`, spec, drawn: drawChart(spec) }))
);
const ticks = (svg: string, axis: 'x' | 'y') =>
	(svg.match(new RegExp(`<g aria-label="${axis}-axis tick label".*?</g>`, 's'))?.[0].match(/<text/g) ?? []).length;

describe.each(drawings)('$name', ({ name, spec, drawn }) => {
	test('looks as committed, wide and narrow', async () => {
		await expect(`${drawn.wide}\n`).toMatchFileSnapshot(`svg/${name}.wide.svg`);
		await expect(`${drawn.narrow}\n`).toMatchFileSnapshot(`svg/${name}.narrow.svg`);
	});

	test('is what a full DOM would draw', () => {
		const { document } = new JSDOM('').window;
		for (const [width, svg] of [
			[wideWidth, drawn.wide],
			[narrowWidth, drawn.narrow]
		] as const) {
			expect(svg).toBe(tidySvg(Plot.plot({ ...plotOptions(spec, { width }), document }).outerHTML));
		}
	});

	test('is the same when drawn again', () => {
		expect(drawChart(spec)).toEqual(drawn);
	});

	test.each(['wide', 'narrow'] as const)(
		'%s holds no broken number, no style, no id and no colour of its own',
		(size) => {
			const svg = drawn[size];
			expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
			expect(svg).not.toMatch(/<style|style="|\sid="|url\(/);
			const colors = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
			expect(colors.filter((color) => !/^(none|currentColor|var\(--[a-z0-9-]+\))$/.test(color ?? ''))).toEqual([]);
		}
	);

	test('narrow has no more ticks than wide', () => {
		expect(ticks(drawn.narrow, 'x')).toBeLessThanOrEqual(Math.max(ticks(drawn.wide, 'x'), 7));
		expect(drawn.narrow).toMatch(/width="358"/);
		expect(drawn.wide).toMatch(/width="760"/);
	});
});

test('a time axis has fewer ticks on a phone', () => {
	const { wide, narrow } = drawChart(specs('en')['line-one']!);
	expect(ticks(wide, 'x')).toBe(7);
	expect(ticks(narrow, 'x')).toBe(4);
});

test('tips replace native titles', () => {
	const { document } = new JSDOM('').window;
	for (const spec of Object.values(specs('en'))) {
		const live = Plot.plot({ ...plotOptions(spec, { width: wideWidth, tips: true }), document }).outerHTML;
		expect(live).not.toContain('<title>');
		expect(drawChart(spec).wide).toContain('<title>');
	}
});

test('a chart without rows is still a picture', () => {
	const withRows = Object.values(specs('zh-CN'));
	for (const spec of withRows) {
		const { wide, narrow } = drawChart({ ...spec, rows: [] } as typeof spec);
		expect(wide + narrow).not.toMatch(/NaN|undefined|Infinity/);
	}
});

test('a name that looks like markup stays a name', () => {
	const rows = [{ period: '2026-01', series: '<script>"&', value: 1 }];
	const { wide } = drawChart({ shape: 'line-over-time', rows, options: { locale: 'en', kind: 'count' } });
	expect(wide).toContain('&lt;script&gt;"&amp;');
	expect(wide).not.toContain('<script');
});
