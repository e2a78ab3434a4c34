import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { keptFor } from './release/kept.ts';

/** Twice as many dots as the drawing has units: sharp on paper. */
export const dotsPerUnit = 2;

const family = 'Noto Sans SC';

/** Found as Node finds packages, so that the built pages find them as the sources do. */
const { resolve } = createRequire(import.meta.url);
const rasteriser = () => resolve('@resvg/resvg-wasm/index_bg.wasm');
const font = () => resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

/** The program and the font, read by the first picture asked for; a process can start the program only once. */
let started: Promise<Uint8Array> | undefined;
const start = async () => {
	const [program, letters] = await Promise.all([readFile(rasteriser()), readFile(font())]);
	await initWasm(program);
	return letters;
};

const kept = keptFor<Promise<Uint8Array<ArrayBuffer>>>(60);

/**
 * A chart's file (`standaloneSvg`) as PNG, in the font that the project brings: the same on every machine, with or
 * without fonts of its own. The same drawing is made into dots once. Fonts are a parameter only so that a test can
 * take the letters away.
 */
export async function chartPng(svg: string, fonts?: Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
	const letters = await (started ??= start());
	if (fonts) return drawn(svg, fonts);
	return kept(createHash('sha256').update(svg).digest('hex'), async () => drawn(svg, [letters]));
}

function drawn(svg: string, fonts: Uint8Array[]): Uint8Array<ArrayBuffer> {
	const drawing = new Resvg(svg, {
		fitTo: { mode: 'zoom', value: dotsPerUnit },
		font: { fontBuffers: fonts, defaultFontFamily: family, sansSerifFamily: family }
	});
	const picture = drawing.render();
	try {
		return new Uint8Array(picture.asPng());
	} finally {
		picture.free();
		drawing.free();
	}
}
