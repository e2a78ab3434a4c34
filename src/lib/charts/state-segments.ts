import type { PlotOptions } from '@observablehq/plot';
import { formatCount, formatShare } from '../domain/format.ts';
import { data as dataColor, type Frame } from './frame.ts';
import type { State, StateRow, StatesOptions } from './stacked-states.ts';
import { periodText } from './time-axis.ts';
import { axisText, type Ticks } from './values.ts';

/** One state of one bar, from where to where it reaches. */
export type Segment = { group: string; state: State; count: number; total: number; from: number; to: number };

/** The states of each group one after the other; a state without orders has no segment. */
export function segmentsOf(rows: StateRow[], groups: string[], { states, as }: StatesOptions): Segment[] {
	return groups.flatMap((group) => {
		const own = rows.filter((row) => row.group === group);
		const total = own.reduce((sum, row) => sum + row.count, 0);
		let from = 0;
		return states.flatMap((state) => {
			const count = own.filter((row) => row.state === state.id).reduce((sum, row) => sum + row.count, 0);
			if (count === 0) return [];
			const start = from;
			from += as === 'share' ? count / total : count;
			return [{ group, state, count, total, from: start, to: from }];
		});
	});
}

export const barColor = ({ state }: Segment) => dataColor(state.color - 1);
export const axisWords = (value: number, ticks: Ticks, { as, locale }: StatesOptions) =>
	axisText(value, as === 'share' ? 'rate' : 'count', locale, ticks.step);

/** What a segment says at the pointer. */
export function segmentWords({ group, state, count, total }: Segment, { groups, locale }: StatesOptions): string {
	const name = groups === 'periods' ? periodText(group, locale) : group;
	return `${name}\n${state.label}\n${formatCount(count, locale)} / ${formatCount(total, locale)}  ${formatShare(count / total)}`;
}

export type DrawStates = (
	groups: string[],
	segments: Segment[],
	ticks: Ticks,
	options: StatesOptions,
	frame: Frame
) => PlotOptions;
