import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error -- jsdom brings no types, and nothing else here needs them
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { drawChart } from '#lib/charts/chart.ts';
import { lightColours, standaloneSvg } from '#lib/charts/standalone.ts';
import { specs } from '../charts/samples.ts';

const words = {
	title: '61 个单位中 8 个低于偶然波动 <b> & "more"',
	subtitle: 'On-time rate, by due date '.repeat(12),
	notes: ['来源：已导入的工单', 'Data up to 31 October 2026\u0000']
};
const samples = (['zh-CN', 'en'] as const).flatMap((locale) =>
	Object.entries(specs(locale)).map(([name, spec]) => [`${name}.${locale}`, drawChart(spec)] as const)
);

describe.each(samples)('%s on its own', (_, drawn) => {
	test.each(['wide', 'narrow'] as const)('%s is well-formed, whole and names nothing outside itself', (size) => {
		const svg = standaloneSvg(drawn[size], words);
		// Ill-formed XML makes jsdom throw.
		const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
		const root = document.documentElement;
		expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
		expect(svg).not.toMatch(/var\(|url\(|href|<style|<script|style="|&nbsp;|light-dark/);
		const inside = root.querySelector('svg');
		expect(Number(root.getAttribute('width'))).toBe(Number(inside.getAttribute('width')) + 48);
		const bottom = Number(inside.getAttribute('y')) + Number(inside.getAttribute('height'));
		expect(Number(root.getAttribute('height'))).toBeGreaterThan(bottom + 36);
		expect(root.querySelector('title').textContent).toBe(words.title);
		expect(root.querySelector('rect').getAttribute('fill')).toBe('#ffffff');
		expect(root.getAttribute('font-family')).toMatch(/Noto Sans CJK SC/);
		expect(inside.hasAttribute('font-family')).toBe(false);
		expect(root.textContent).toContain('Data up to 31 October 2026');
	});
});

test('the fixed colours are those of the light theme', () => {
	const tokens = readFileSync(join(import.meta.dirname, '../../src/lib/styles/tokens.css'), 'utf8');
	for (const [name, colour] of Object.entries(lightColours))
		expect(tokens, name).toContain(`--${name}: light-dark(${colour},`);
});

test('what is no drawn chart, or has a colour without a value, is refused', () => {
	expect(() => standaloneSvg('<p>', words)).toThrow(/not a drawn chart/);
	const drawn =
		'<svg class="plot" width="760" height="20" viewBox="0 0 760 20"><path fill="var(--accent)"></path></svg>';
	expect(() => standaloneSvg(drawn, words)).toThrow(/accent/);
});
