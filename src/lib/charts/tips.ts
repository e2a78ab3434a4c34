import * as Plot from '@observablehq/plot';
import { fontSize, paper, rule2, type Frame } from './frame.ts';

/** Without a browser every mark has a native title; with one the same words stand in a tip at the pointer. */
export const titled = <Row>(frame: Frame, words: (row: Row) => string) => (frame.tips ? {} : { title: words });

type Place<Row> = { x: (row: Row) => number | Date | string; y: (row: Row) => number };

export function tip<Row>(frame: Frame, rows: Row[], place: Place<Row>, words: (row: Row) => string): Plot.Markish[] {
	if (!frame.tips) return [];
	return [
		Plot.tip(
			rows,
			Plot.pointer({
				x: place.x as (row: Row) => number,
				y: place.y,
				title: words,
				fontSize,
				lineWidth: 40,
				lineHeight: 1.35,
				textPadding: 10,
				fill: paper,
				stroke: rule2,
				pathFilter: 'none',
				maxRadius: 60
			})
		)
	];
}
