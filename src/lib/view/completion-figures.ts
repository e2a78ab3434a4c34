import type { Figure } from '#lib/components/figure-card.ts';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { rateFigure, type HeadlineNumbers } from './headline-view.ts';

type Given = Parameters<typeof rateFigure>[0];

/** The cards of the completion page: both bases of the on-time rate, then the orders that are open at T. */
export function completionFigures(given: Given): Figure[] {
	const { now, then } = given;
	return [
		rateFigure(given, 'on-time-due', now.due, then?.due),
		rateFigure(given, 'on-time-closed', now.closed, then?.closed),
		openFigure('openOverdue', now),
		openFigure('openWithin', now),
		unknownFigure(now)
	];
}

function openFigure(state: 'openOverdue' | 'openWithin', { states }: HeadlineNumbers): Figure {
	return {
		id: state,
		state: 'value',
		label: state === 'openOverdue' ? m.figure_open_overdue() : m.figure_open_within(),
		value: formatCount(states[state], getLocale()),
		base: m.figure_of_received({ total: formatCount(states.total, getLocale()) })
	};
}

function unknownFigure({ states }: HeadlineNumbers): Figure {
	return {
		id: 'unknown',
		state: 'value',
		label: m.figure_unknown(),
		value: formatCount(states.unknown, getLocale()),
		base: m.figure_of_received({ total: formatCount(states.total, getLocale()) })
	};
}
