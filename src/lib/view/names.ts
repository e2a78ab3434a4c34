import { themeNames, unitNames } from './catalogue-names.ts';
import { backlogEdges } from '#lib/domain/duration-bins.ts';
import { formatMonth } from '#lib/domain/format.ts';
import type { Both } from '#lib/domain/languages.ts';
import type { Dimension } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { breaksNames } from './breaks-view.ts';
import { changesNames } from './changes-view.ts';
import { exclusionNames } from './exclusions-view.ts';
import { qualityNames } from './quality-names.ts';
import { stageNames } from './stage-names.ts';
import { visitColumnNames } from './visit-column-names.ts';

/** Of a text in both languages, the reader's. */
export const own = (text: Both): string => text[getLocale()];

const basisNames: Record<string, () => string> = {
	received_at: m.basis_received,
	due_basis_at: m.basis_due,
	closed_basis_at: m.basis_closed,
	visit_basis_at: m.basis_visit,
	original_due_basis_at: m.catalogue_basis_original_due
};

/** The day an order counts on, in words; its own name where a later Duban released it. */
export const basisName = (basis: string): string => basisNames[basis]?.() ?? basis;

/** What a dimension is called, in the reader's language. */
export const dimensionName = (dimension: Dimension): string =>
	({
		line: m.dimension_line,
		channel: m.dimension_channel,
		kind: m.dimension_kind,
		category: m.dimension_category,
		district: m.dimension_district,
		unit: m.dimension_unit,
		month: m.dimension_month
	})[dimension]();

/** The name of a row: the export's own word, a month in words, or that nothing was stated. */
export function rowName(value: string | null, by: Dimension | null): string {
	if (value === null || value === '') return m.not_stated();
	return by === 'month' ? formatMonth(value, getLocale()) : value;
}

const stateNames = {
	closedOnTime: m.state_closed_on_time,
	closedLate: m.state_closed_late,
	openWithin: m.state_open_within,
	openOverdue: m.state_open_overdue,
	unknown: m.state_unknown
};
export type StateKey = keyof typeof stateNames;
export const stateKeys = Object.keys(stateNames) as StateKey[];
export const stateName = (state: StateKey): string => stateNames[state]();

/** The bins of the backlog's age, by the code each has in its table. */
const ageNames: Record<string, () => string> = {
	'age-0': () => m.open_age_up_to({ to: backlogEdges[0] }),
	...Object.fromEntries(
		backlogEdges
			.slice(1)
			.map((to, place) => [`age-${place + 1}`, () => m.open_age_between({ from: backlogEdges[place]! + 1, to })])
	),
	[`age-${backlogEdges.length}`]: () => m.open_age_beyond({ from: backlogEdges.at(-1)! }),
	'age-unknown': m.open_age_unknown
};

const headings: Record<string, () => string> = {
	...stateNames,
	...visitColumnNames,
	...stageNames,
	bin: m.column_bin,
	unit: m.dimension_unit,
	unitKind: m.column_unit_kind,
	received: m.column_received,
	toUnits: m.column_to_units,
	desk: m.column_desk,
	total: m.column_total,
	dueNumerator: m.column_on_time,
	dueDenominator: m.column_due,
	dueRate: m.column_due_rate,
	closedNumerator: m.column_on_time,
	closedDenominator: m.column_closed_judged,
	closedRate: m.column_closed_rate,
	n: m.column_n,
	medianSeconds: m.column_median,
	p90Seconds: m.column_p90,
	meanSeconds: m.column_mean,
	negative: m.column_negative,
	missing: m.column_missing,
	open: m.open_column_open,
	medianDays: m.open_column_median,
	doneIn1: m.open_column_done_1,
	doneIn5: m.open_column_done_5,
	doneIn10: m.open_column_done_10,
	doneIn15: m.open_column_done_15,
	watchedDays: m.open_column_watched,
	age: m.open_column_age,
	openOrders: m.open_column_orders,
	longestDays: m.open_column_longest,
	...ageNames,
	...exclusionNames,
	...changesNames,
	...breaksNames,
	...qualityNames,
	place: m.column_place,
	numerator: m.column_numerator,
	denominator: m.column_denominator,
	rate: m.column_rate,
	low: m.column_low,
	high: m.column_high,
	standing: m.column_standing,
	closed: m.column_closed,
	attempted: m.column_attempted,
	reached: m.column_reached,
	valid: m.column_valid,
	responseRate: m.column_response_rate,
	contacted: m.column_contacted,
	contactedRate: m.column_contacted_rate,
	resolved: m.column_resolved,
	resolvedRate: m.column_resolved_rate,
	satisfied: m.column_satisfied,
	satisfiedRate: m.column_satisfied_rate,
	basicallySatisfied: m.column_basically_satisfied,
	dissatisfied: m.column_dissatisfied,
	shrunk: m.fair_column_shrunk,
	rankLow: m.fair_column_rank_low,
	rankHigh: m.fair_column_rank_high,
	tier: m.peers_column_tier,
	expected: m.fair_column_expected,
	ratio: m.fair_column_ratio,
	ratioLow: m.fair_column_ratio_low,
	ratioHigh: m.fair_column_ratio_high,
	comparable: m.fair_column_comparable,
	comparableRate: m.fair_column_comparable_rate,
	crudePlace: m.fair_column_crude_place,
	mixPlace: m.fair_column_mix_place,
	movement: m.fair_column_movement,
	moved_up: m.fair_moved_up,
	moved_down: m.fair_moved_down,
	moved_unclear: m.fair_moved_unclear,
	too_few: m.standing_too_few,
	difference: m.fair_column_difference,
	differenceLow: m.column_low,
	differenceHigh: m.column_high,
	thenNumerator: m.fair_column_then_numerator,
	thenDenominator: m.fair_column_then_denominator,
	thenRate: m.fair_column_then_rate,
	question: m.fair_column_question,
	good: m.fair_column_good,
	worst: m.fair_column_worst,
	best: m.fair_column_best,
	falseClosureNumerator: m.fair_column_false_numerator,
	falseClosureDenominator: m.fair_column_false_denominator,
	falseClosureRate: m.fair_column_false_rate,
	defaultSatisfiedNumerator: m.fair_column_default_numerator,
	defaultSatisfiedDenominator: m.fair_column_default_denominator,
	defaultSatisfiedRate: m.fair_column_default_rate,
	aboveNumerator: () => m.fair_column_side_numerator({ name: m.fair_column_side_above() }),
	aboveDenominator: () => m.fair_column_side_denominator({ name: m.fair_column_side_above() }),
	aboveRate: () => m.fair_column_side_rate({ name: m.fair_column_side_above() }),
	belowNumerator: () => m.fair_column_side_numerator({ name: m.fair_column_side_below() }),
	belowDenominator: () => m.fair_column_side_denominator({ name: m.fair_column_side_below() }),
	belowRate: () => m.fair_column_side_rate({ name: m.fair_column_side_below() }),
	placeChange: m.rules_column_place_change,
	placeInUse: m.rules_column_place_in_use,
	inUseNumerator: m.rules_column_in_use_numerator,
	inUseDenominator: m.rules_column_in_use_denominator,
	inUseRate: m.rules_column_in_use_rate,
	both: m.rules_column_both,
	disagree: m.rules_column_disagree,
	disagreeRate: m.rules_column_disagree_rate,
	earlier: m.rules_column_earlier,
	later: m.rules_column_later,
	judgedOtherwise: m.rules_column_otherwise,
	byRule: m.rules_column_by_rule,
	exportOnly: m.rules_column_export_only,
	neither: m.rules_column_neither,
	measure: m.catalogue_column_key,
	measureId: m.catalogue_column_id,
	measureName: m.catalogue_column_measure,
	theme: m.catalogue_column_theme,
	value: m.catalogue_column_value,
	valueUnit: m.catalogue_column_unit,
	lacking: m.catalogue_missing_term,
	supervisionType: m.catalogue_column_supervision_type,
	supervised: m.catalogue_column_supervised,
	supervisionClosed: m.catalogue_column_supervision_closed,
	supervisionSaid: m.catalogue_column_supervision_said,
	supervisionRate: m.catalogue_column_supervision_rate,
	handler: m.catalogue_column_handler,
	...themeNames,
	...unitNames,
	orderNumber: m.orders_column_number,
	kind: m.orders_column_kind,
	receivedAt: m.orders_column_received,
	dueAt: m.orders_column_due,
	closedAt: m.orders_column_closed,
	state: m.orders_column_state,
	reasons: m.orders_column_why,
	closed_on_time: m.state_closed_on_time,
	closed_late: m.state_closed_late,
	open_within: m.state_open_within,
	open_overdue: m.state_open_overdue
};

/** The heading of a column; the first column of a grouped table is headed by its dimension. */
export function columnHeading(key: string, by: Dimension | null): string {
	if (key === 'name' && by !== null) return dimensionName(by);
	const heading = headings[key];
	if (!heading) throw new Error(`a column without a heading: ${key}`);
	return heading();
}

/** Where a unit lies in the funnel, in words. */
export const standingName = (standing: string): string =>
	(
		({
			far_below: m.standing_far_below,
			below: m.standing_below,
			inside: m.standing_inside,
			above: m.standing_above,
			far_above: m.standing_far_above,
			too_few: m.standing_too_few,
			hidden: m.release_standing_hidden
		}) as Record<string, () => string>
	)[standing]?.() ?? standing;
