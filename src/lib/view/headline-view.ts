import type { Figure } from '#lib/components/figure-card.ts';
import { formatCount, formatDuration, formatRate } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { countChange, durationChange, rateChange } from './change.ts';
import { columnName } from './column-names.ts';
import { own } from './names.ts';
import { measures, type MeasureKey, type RateKey } from '#queries/measures.ts';

/** Closings without a time of day: how many, and their median in whole days. */
export type DaysToClosing = { dateOnly: number; medianDays: number | null };

type RateCounts = { numerator: number; denominator: number };
type Visits = Record<'attempted' | 'valid' | 'contacted' | 'resolved' | 'satisfied', number | null>;
/** What a headline is made of; see server/reports/overview. */
export type HeadlineNumbers = {
	received: { received: number; desk: number; toUnits: number };
	due: RateCounts;
	closed: RateCounts;
	handling: { n: number; medianSeconds: number | null; negative: number };
	inDays: DaysToClosing;
	states: { openOverdue: number; openWithin: number; unknown: number; total: number };
	visits: Visits;
};

type Given = {
	now: HeadlineNumbers;
	then: HeadlineNumbers | null;
	thanName: string;
	/** Filled cells per column, to tell "none" from "not in these exports". */
	carried: Record<string, number>;
	explain: (measure: MeasureKey) => string;
};

/** The cards at the head of the overview. */
export function headlineFigures(given: Given): Figure[] {
	const { now, then, thanName, explain } = given;
	const locale = getLocale();
	return [
		{
			id: 'received',
			state: 'value',
			label: own(measures.received.name),
			href: explain('received'),
			value: formatCount(now.received.received, locale),
			base: m.received_base({
				toUnits: formatCount(now.received.toUnits, locale),
				desk: formatCount(now.received.desk, locale)
			}),
			change: then ? countChange(now.received.received, then.received.received, thanName) : undefined
		},
		rateFigure(given, 'on-time-due', now.due, then?.due),
		handlingFigure(given),
		{
			id: 'overdue',
			state: 'value',
			label: own(measures['open-overdue'].name),
			href: explain('open-overdue'),
			value: formatCount(now.states.openOverdue, locale),
			base: m.figure_open_overdue_base({ open: formatCount(now.states.openOverdue + now.states.openWithin, locale) })
		},
		visitFigure(given, 'visit-response'),
		visitFigure(given, 'resolved')
	];
}

/** A rate as a card: value, numerator and denominator, change with its uncertainty. */
export function rateFigure(
	{ carried, thanName, explain }: Given,
	key: RateKey,
	now: RateCounts,
	then?: RateCounts
): Figure {
	const measure = measures[key];
	const label = own(measure.name);
	const missing = measure.needs.find((column) => carried[column] === 0);
	if (missing) return { id: key, state: 'absent', label, href: explain(key), reason: missingReason(missing) };
	return {
		id: key,
		state: 'value',
		label,
		href: explain(key),
		value: formatRate(now.numerator, now.denominator, getLocale()),
		numerator: now.numerator,
		denominator: now.denominator,
		base: own(measure.denominatorName),
		change: then && rateChange(now, then, thanName)
	};
}

const visitCounts = {
	'visit-response': ['valid', 'attempted'],
	contacted: ['contacted', 'valid'],
	resolved: ['resolved', 'valid'],
	satisfied: ['satisfied', 'valid']
} as const;

/** A return-visit rate as a card; "not in these exports" where its column is empty everywhere. */
export function visitFigure(given: Given, key: keyof typeof visitCounts): Figure {
	const [numerator, denominator] = visitCounts[key];
	const counts = (visits: Visits) => ({ numerator: visits[numerator] ?? 0, denominator: visits[denominator] ?? 0 });
	return rateFigure(given, key, counts(given.now.visits), given.then ? counts(given.then.visits) : undefined);
}

function handlingFigure({ now, then, thanName, carried, explain }: Given): Figure {
	const measure = measures['handling-time'];
	const label = m.figure_handling_median();
	if (carried.closed_at === 0) {
		return {
			id: 'handling',
			state: 'absent',
			label,
			href: explain('handling-time'),
			reason: missingReason('closed_at')
		};
	}
	if (now.handling.n === 0 && now.inDays.dateOnly > 0) {
		return { id: 'handling', state: 'value', label, href: explain('handling-time'), ...inWholeDays(now.inDays) };
	}
	return {
		id: 'handling',
		state: 'value',
		label,
		href: explain('handling-time'),
		value: formatDuration(now.handling.medianSeconds, getLocale()),
		base: m.figure_handling_base({ n: formatCount(now.handling.n, getLocale()), formula: own(measure.formula) }),
		change: then ? durationChange(now.handling.medianSeconds, then.handling.medianSeconds, thanName) : undefined
	};
}

/** The median of closings that carry only a date, as a card says it. */
export const inWholeDays = ({ dateOnly, medianDays }: DaysToClosing) => ({
	value: m.figure_whole_days({ days: medianDays ?? 0 }),
	base: m.figure_whole_days_base({ orders: formatCount(dateOnly, getLocale()) })
});

const missingReason = (column: string) => m.missing_column({ column: missingNames[column]?.() ?? columnName(column) });

const missingNames: Record<string, () => string> = {
	due_at: m.carried_due,
	due_basis_at: m.carried_due,
	closed_at: m.carried_closed,
	closed_basis_at: m.carried_closed,
	dispatched_at: m.carried_dispatched,
	signed_at: m.carried_signed,
	first_contact_at: m.carried_first_contact,
	visit_attempted: m.carried_visit_attempted,
	visit_valid: m.carried_visit_valid,
	visit_contacted: m.carried_visit_contacted,
	visit_resolved: m.carried_visit_resolved,
	satisfaction: m.carried_satisfaction
};
export const missingColumnReason = missingReason;
