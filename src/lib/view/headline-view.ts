import type { Figure } from '#lib/components/figure-card.ts';
import { columnsLacking } from '#lib/domain/carried.ts';
import { formatCount, formatDuration, formatRate } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { countChange, durationChange, rateDifference } from './change.ts';
import { columnName } from './column-names.ts';
import { own } from './names.ts';
import { measures, type MeasureKey, type RateKey } from '#queries/measures.ts';

/** Closings without a time of day: how many, and their median in whole days. */
export type DaysToClosing = { dateOnly: number; medianDays: number | null };

type RateCounts = { numerator: number; denominator: number };
type Visits = Record<'closed' | 'attempted' | 'valid' | 'contacted' | 'resolved' | 'satisfied', number | null>;
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

/** An earlier period and as much of this one as may be held against it; see asked.server.ts. */
export type EarlierNumbers = { name: string; now: LikeNumbers; then: LikeNumbers };
type LikeNumbers = Pick<HeadlineNumbers, 'received' | 'due' | 'closed' | 'handling' | 'visits'>;

type Given = {
	now: HeadlineNumbers;
	earlier: EarlierNumbers[];
	/** Filled cells per column, to tell "none" from "not in these exports". */
	carried: Record<string, number>;
	explain: (measure: MeasureKey) => string;
};

/** The cards at the head of the overview. */
export function headlineFigures(given: Given): Figure[] {
	const { now, earlier, explain } = given;
	const locale = getLocale();
	return [
		{
			id: 'received',
			state: 'value',
			measure: 'received',
			label: own(measures.received.name),
			href: explain('received'),
			value: formatCount(now.received.received, locale),
			base: m.received_base({
				toUnits: formatCount(now.received.toUnits, locale),
				desk: formatCount(now.received.desk, locale)
			}),
			change: earlier.flatMap(
				({ name, now, then }) => countChange(now.received.received, then.received.received, name) ?? []
			)
		},
		rateFigure(
			given,
			'on-time-due',
			now.due,
			againstEarlier(earlier, ({ due }) => due)
		),
		handlingFigure(given),
		{
			id: 'overdue',
			state: 'value',
			measure: 'open-overdue',
			label: own(measures['open-overdue'].name),
			href: explain('open-overdue'),
			value: formatCount(now.states.openOverdue, locale),
			base: m.figure_open_overdue_base({ open: formatCount(now.states.openOverdue + now.states.openWithin, locale) })
		},
		visitFigure(given, 'visit-response'),
		visitFigure(given, 'resolved')
	];
}

type Against<Counts> = { name: string; now: Counts; then: Counts };

/** One figure's numbers out of those of each earlier period. */
export const againstEarlier = <Counts>(
	earlier: EarlierNumbers[],
	of: (numbers: LikeNumbers) => Counts
): Against<Counts>[] => earlier.map(({ name, now, then }) => ({ name, now: of(now), then: of(then) }));

/** A rate as a card: value, numerator and denominator, its changes with their uncertainty. */
export function rateFigure(
	{ carried, explain }: Pick<Given, 'carried' | 'explain'>,
	key: RateKey,
	{ numerator, denominator }: RateCounts,
	against: Against<RateCounts>[] = []
): Figure {
	const measure = measures[key];
	const label = own(measure.name);
	const [missing] = columnsLacking(measure.needs, carried);
	if (missing) return { id: key, state: 'absent', label, href: explain(key), reason: missingReason(missing) };
	return {
		id: key,
		state: 'value',
		label,
		measure: key,
		href: explain(key),
		value: formatRate(numerator, denominator, getLocale()),
		numerator,
		denominator,
		base: own(measure.denominatorName),
		change: against.flatMap(({ name, now, then }) => rateDifference(now, then, name) ?? [])
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
	const counts = ({ visits }: LikeNumbers) => ({
		numerator: visits[numerator] ?? 0,
		denominator: visits[denominator] ?? 0
	});
	return rateFigure(given, key, counts(given.now), againstEarlier(given.earlier, counts));
}

function handlingFigure({ now, earlier, carried, explain }: Given): Figure {
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
	const common = { id: 'handling', measure: 'handling-time', label, href: explain('handling-time') };
	if (now.handling.n === 0 && now.inDays.dateOnly > 0) return { ...common, state: 'value', ...inWholeDays(now.inDays) };
	return {
		...common,
		state: 'value',
		value: formatDuration(now.handling.medianSeconds, getLocale()),
		base: m.figure_handling_base({ n: formatCount(now.handling.n, getLocale()), formula: own(measure.formula) }),
		change: earlier.flatMap(
			({ name, now, then }) => durationChange(now.handling.medianSeconds, then.handling.medianSeconds, name) ?? []
		)
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
