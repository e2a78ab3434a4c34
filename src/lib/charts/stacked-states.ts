import type { PlotOptions } from '@observablehq/plot';
import type { BreakMark } from './break-marks.ts';
import { isNarrow, type BaseOptions, type Frame } from './frame.ts';
import { segmentsOf, type DrawStates } from './state-segments.ts';
import { lying } from './states-lying.ts';
import { upright } from './states-upright.ts';
import { everyPeriod } from './time-axis.ts';
import { niceTicks } from './values.ts';

/** How many orders of one period or unit are in one state. */
export type StateRow = {
	/** 'YYYY-MM', 'YYYY-MM-DD', or the unit's name. */
	group: string;
	/** An id of options.states. */
	state: string;
	count: number;
};

export type State = {
	id: string;
	label: string;
	/** Which data colour, 1–7. */
	color: number;
	/** Not final: hatched. */
	open?: boolean;
};

export type StatesOptions = BaseOptions & {
	/** What a bar is: a period on the x axis, or a unit with a row of its own. */
	groups: 'periods' | 'units';
	/** From the axis outwards. */
	states: State[];
	/** 'share': every bar is as long, all its orders being 100 %. */
	as: 'count' | 'share';
	/** Where a series of periods is not of one piece. */
	breaks?: BreakMark[];
};

/** What became of the orders of each period or unit: bars of states, hatched where the state is not final. */
export function stackedStates(rows: StateRow[], options: StatesOptions, frame: Frame): PlotOptions {
	const seen = [...new Set(rows.map((row) => row.group))];
	const groups = options.groups === 'periods' ? everyPeriod(seen) : seen;
	const segments = segmentsOf(rows, groups, options);
	const longest = options.as === 'share' ? 1 : Math.max(1, ...segments.map(({ to }) => to));
	const ticks = niceTicks(0, longest, isNarrow(frame) ? 3 : 5, options.as === 'share' ? 'rate' : 'count');
	const draw: DrawStates = options.groups === 'periods' && !isNarrow(frame) ? upright : lying;
	return draw(groups, segments, ticks, options, frame);
}
