import type { FunnelRow } from './funnel-plot.ts';
import { cutText, textWidth } from './text.ts';

export type CurvePoint = { n: number; rate: number };
export type Curve = { z: 95 | 998; side: 'low' | 'high'; points: CurvePoint[] };

const factors = { 95: 1.96, 998: 3.09 } as const;

/** p₀ ± z √(φ p₀ (1 − p₀) / n), from where the curve enters the visible rates to the largest volume. */
export function funnelCurves(pooled: number, most: number, phi: number, seen: [number, number]): Curve[] {
	const steps = 60;
	return ([95, 998] as const).flatMap((z) =>
		(['low', 'high'] as const).map((side) => {
			const room = side === 'low' ? pooled - Math.max(0, seen[0]) : Math.min(1, seen[1]) - pooled;
			const spread = factors[z] ** 2 * phi * pooled * (1 - pooled);
			const first = Math.sqrt(spread) / Math.max(room, 1e-6);
			const last = Math.max(first, Math.sqrt(most));
			const points = Array.from({ length: steps + 1 }, (_, i) => {
				// Even steps of 1/√n, the curve's own measure, put the points where it bends.
				const root = 1 / (1 / first + ((1 / last - 1 / first) * i) / steps);
				const half = Math.sqrt(spread) / root;
				return { n: root * root, rate: side === 'low' ? pooled - half : pooled + half };
			});
			return { z, side, points };
		})
	);
}

/** 0 and 1–5 × 10ⁿ from the right, dropping those that would stand closer than `gap` pixels. */
export function volumeTicks(most: number, x: (n: number) => number, gap: number): number[] {
	const candidates: number[] = [];
	for (let power = 1; power <= most; power *= 10) candidates.push(...[1, 2, 3, 4, 5].map((factor) => factor * power));
	const kept: number[] = [];
	for (const n of candidates.filter((each) => each <= most).reverse()) {
		const isClear = kept.length === 0 || x(kept.at(-1)!) - x(n) >= gap;
		if (isClear && x(n) - x(0) >= gap) kept.push(n);
	}
	return [0, ...kept.reverse()];
}

type Box = { left: number; right: number; top: number; bottom: number };
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export type PointLabel = { row: FunnelRow; text: string; anchor: 'start' | 'end' | 'middle'; dx: number; dy: number };

/**
 * Names for the points that stand out, the furthest first: right, left, above or below, wherever no other point or
 * name is. A name without a free place is left to the table.
 */
export function pointLabels(
	rows: FunnelRow[],
	at: (row: FunnelRow) => { x: number; y: number; far: number },
	frame: Box,
	{ most, size, width }: { most: number; size: number; width: number }
): PointLabel[] {
	const points = rows.map(at);
	const taken: Box[] = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
	const labels: PointLabel[] = [];
	const wanted = rows.filter((row) => row.state?.startsWith('outside')).sort((a, b) => at(b).far - at(a).far);
	for (const row of wanted.slice(0, most)) {
		const { x, y } = at(row);
		const text = cutText(row.label, width, size);
		const wide = textWidth(text, size);
		const half = size * 0.6;
		const places = [
			{ anchor: 'start', dx: 10, dy: 0 },
			{ anchor: 'end', dx: -10, dy: 0 },
			{ anchor: 'middle', dx: 0, dy: -14 },
			{ anchor: 'middle', dx: 0, dy: 15 },
			{ anchor: 'start', dx: 8, dy: -12 },
			{ anchor: 'start', dx: 8, dy: 13 },
			{ anchor: 'end', dx: -8, dy: -12 },
			{ anchor: 'end', dx: -8, dy: 13 }
		] as const;
		for (const { anchor, dx, dy } of places) {
			const start = x + dx - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
			const box = { left: start - 2, right: start + wide + 2, top: y + dy - half, bottom: y + dy + half };
			const isInside =
				box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
			if (!isInside || taken.some((other) => overlap(other, box))) continue;
			taken.push(box);
			labels.push({ row, text, anchor, dx, dy });
			break;
		}
	}
	return labels;
}
