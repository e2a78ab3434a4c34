import type { Figure } from '#lib/components/figure-card.ts';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { measures, type CountKey } from '#queries/measures.ts';
import { againstEarlier, type headlineFigures, rateFigure } from './headline-view.ts';
import { own } from './names.ts';

type Given = Parameters<typeof headlineFigures>[0];

/** The cards of the completion page: both bases of the on-time rate, then the orders that are open at T. */
export function completionFigures(given: Given): Figure[] {
	const { now, earlier } = given;
	return [
		rateFigure(
			given,
			'on-time-due',
			now.due,
			againstEarlier(earlier, ({ due }) => due)
		),
		rateFigure(
			given,
			'on-time-closed',
			now.closed,
			againstEarlier(earlier, ({ closed }) => closed)
		),
		stateFigure(given, 'open-overdue', now.states.openOverdue),
		stateFigure(given, 'open-within', now.states.openWithin),
		stateFigure(given, 'timeliness-unknown', now.states.unknown)
	];
}

function stateFigure({ now, explain }: Given, key: CountKey, orders: number): Figure {
	return {
		id: key,
		state: 'value',
		measure: key,
		label: own(measures[key].name),
		href: explain(key),
		value: formatCount(orders, getLocale()),
		base: m.figure_of_received({ total: formatCount(now.states.total, getLocale()) })
	};
}
