import { describe, expect, test } from 'vitest';
import { drawChart } from '#lib/charts/chart.ts';
import { standaloneSvg } from '#lib/charts/standalone.ts';
import { chartPng, dotsPerUnit } from '#lib/server/chart-png.ts';
import { specs } from '../charts/samples.ts';
import { darkDots, readPng } from '../support/png.ts';

const words = (title: string) => ({ title, subtitle: '应办结口径', notes: ['来源：已导入的工单'] });
const samples = Object.entries(specs('zh-CN')).map(([name, spec]) => [name, drawChart(spec).wide] as const);
const [, drawn] = samples[0]!;
const sizeOf = (svg: string) => /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.slice(1).map(Number);

describe.each(samples)('%s as PNG', (_, drawn) => {
	test('has twice the dots of its drawing, on white, with something on it', async () => {
		const svg = standaloneSvg(drawn, words('督办'));
		const picture = readPng(await chartPng(svg));
		const [width, height] = sizeOf(svg) as [number, number];
		expect(picture.width).toBe(Math.ceil(width * dotsPerUnit));
		expect(Math.abs(picture.height - height * dotsPerUnit)).toBeLessThanOrEqual(1);
		const { dots, channels } = picture;
		for (const corner of [
			0,
			picture.width - 1,
			picture.width * (picture.height - 1),
			picture.width * picture.height - 1
		])
			expect([...dots.subarray(corner * channels, corner * channels + 3)]).toEqual([255, 255, 255]);
		let coloured = 0;
		for (let at = 0; at < dots.length; at += channels) if (dots[at]! + dots[at + 1]! + dots[at + 2]! < 750) coloured++;
		const share = coloured / (picture.width * picture.height);
		expect(share).toBeGreaterThan(0.01);
		expect(share).toBeLessThan(0.6);
	});
});

describe('the letters of a picture', () => {
	/** The lines that the title stands in. */
	const band = [20 * dotsPerUnit, 52 * dotsPerUnit] as const;
	const titled = async (title: string, fonts?: Uint8Array[]) =>
		readPng(await chartPng(standaloneSvg(drawn, words(title)), fonts));

	test('are there with the font of the project, and would not be without one', async () => {
		const title = '安澜市自然资源局按期办结率';
		expect(darkDots(await titled(title), ...band)).toBeGreaterThan(2000);
		expect(darkDots(await titled(title, []), ...band)).toBe(0);
	});

	test('are Chinese ones, not a box for each that the font lacks', async () => {
		const each = await Promise.all(['督', '办', '澜', '▼', '≥', 'é'].map((title) => titled(title)));
		const counts = each.map((picture) => darkDots(picture, ...band));
		for (const count of counts) expect(count).toBeGreaterThan(20);
		expect(new Set(counts).size).toBe(counts.length);
	});
});

test('the same drawing is made into dots once', async () => {
	const svg = standaloneSvg(drawn, words('同一张图'));
	expect(await chartPng(svg)).toBe(await chartPng(svg));
});
