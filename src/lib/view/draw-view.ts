import { falseAlarms, fewestToCompare } from '#lib/domain/draw-bias.ts';
import { formatBase, formatCount, formatDuration, formatPoints, formatRate, formatShare } from '#lib/domain/format.ts';
import { daysBetween } from '#lib/domain/periods.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { MeasureKey } from '#queries/measures.ts';
import type { DrawTrait } from '#queries/where/draw-traits.ts';
import { columnName } from './column-names.ts';

type Look = 'time' | DrawTrait;
type Share = { good: number; orders: number };
type Judged = {
	verdict: 'draw_flattering' | 'draw_unflattering' | 'draw_alike' | 'too_few';
	comparison: { difference: number; p: number } | null;
	smallest: number | null;
	visited: Share;
	unvisited: Share;
};
type Drawn = { unit?: string | null; eligible: number; visited: number; unsaid: number; looks: Record<Look, Judged> };
type Report = { whole: Drawn; units: Drawn[]; judged: number };

/** Each look's name, the column it needs, and the measures of its two sides. */
export const drawLookNames: Record<Look, { name: () => string; needs: string; visited: MeasureKey }> = {
	time: { name: m.visit_draw_look_time, needs: 'closed_at', visited: 'visited-time' },
	inquiry: { name: m.visit_draw_look_inquiry, needs: 'kind_code', visited: 'visited-inquiry' },
	ordinary: { name: m.visit_draw_look_ordinary, needs: 'urgency', visited: 'visited-ordinary' },
	smooth: { name: m.visit_draw_look_smooth, needs: 'return_count', visited: 'visited-smooth' },
	'on-time': { name: m.visit_draw_look_on_time, needs: 'due_basis_at', visited: 'visited-on-time' },
	declared: { name: m.visit_draw_look_declared, needs: 'unit_resolved', visited: 'visited-declared' }
};
export const drawLookKeys = Object.keys(drawLookNames) as Look[];

const isFound = ({ verdict }: Judged) => verdict === 'draw_flattering' || verdict === 'draw_unflattering';

/** How many units were visited in a way that chance does not explain, with their names; and whether the whole was. */
export function drawFinding({ whole, units }: Report): string {
	const looks = drawLookKeys.filter((look) => isFound(whole.looks[look])).map((look) => drawLookNames[look].name());
	if (looks.length === 0) return unitsFinding(units);
	const together = m.visit_draw_found_whole({ looks: looks.join(m.fair_name_gap()) });
	return m.visit_draw_found_both({ units: unitsFinding(units), whole: together });
}

function unitsFinding(units: Drawn[]): string {
	const judged = units.filter(({ looks }) => Object.values(looks).some(({ verdict }) => verdict !== 'too_few'));
	const found = judged.filter(({ looks }) => Object.values(looks).some(isFound));
	if (judged.length === 0) return m.visit_draw_unjudged({ fewest: fewestToCompare });
	if (found.length === 0) return m.visit_draw_none({ judged: judged.length });
	return m.visit_draw_found({
		judged: judged.length,
		found: found.length,
		units: found.map(({ unit }) => unit).join(m.fair_name_gap())
	});
}

export type LookSentence = { name: string; text: string; verdict: string; isFound: boolean; href: string };

/** What the whole comes to by each look: the numbers, then what they mean. */
export function wholeSentences(
	{ whole }: Report,
	times: FigureTable,
	carried: Record<string, number>,
	explain: (measure: MeasureKey) => string
): LookSentence[] {
	return drawLookKeys.map((look) => {
		const { name, needs, visited: measure } = drawLookNames[look];
		const judged = whole.looks[look];
		const given = { name: name(), href: explain(measure), isFound: isFound(judged) };
		if (carried[needs] === 0)
			return { ...given, text: m.visit_draw_absent({ columns: columnName(needs) }), verdict: '' };
		const text = lookText(look, judged, times.total!);
		return { ...given, text, verdict: verdictText(look, judged) };
	});
}

/** Findings of units that a page lists in words; the tables hold all. */
const unitsInWords = 20;

/** What chance does not explain, unit by unit in words, the least likely luck first. */
export function foundSentences(
	{ units }: Report,
	times: FigureTable,
	explain: (measure: MeasureKey, unit: string) => string
): { found: LookSentence[]; more: number } {
	const all = units
		.flatMap(({ unit, looks }) => drawLookKeys.map((look) => ({ unit: unit ?? '', look, judged: looks[look] })))
		.filter(({ judged }) => isFound(judged))
		.sort((a, b) => a.judged.comparison!.p - b.judged.comparison!.p);
	const found = all.slice(0, unitsInWords).map(({ unit, look, judged }) => ({
		name: m.visit_draw_found_name({ unit, look: drawLookNames[look].name() }),
		text: lookText(
			look,
			judged,
			times.rows.find(({ name }) => name === unit)!
		),
		verdict: verdictText(look, judged),
		isFound: true,
		href: explain(drawLookNames[look].visited, unit)
	}));
	return { found, more: all.length - found.length };
}

function lookText(look: Look, { visited, unvisited, comparison }: Judged, times: TableRow): string {
	const locale = getLocale();
	if (look === 'time') return timeText(times);
	return m.visit_draw_share({
		visited: formatRate(visited.good, visited.orders, locale),
		visitedBase: formatBase(visited.good, visited.orders, locale),
		unvisited: formatRate(unvisited.good, unvisited.orders, locale),
		unvisitedBase: formatBase(unvisited.good, unvisited.orders, locale),
		difference: formatPoints(comparison?.difference ?? null, locale)
	});
}

function timeText({ visitedOrders, visitedMedian, unvisitedOrders, unvisitedMedian, quicker }: TableRow): string {
	const locale = getLocale();
	return m.visit_draw_time({
		visited: formatDuration(visitedMedian as number | null, locale),
		visitedN: formatCount(visitedOrders as number, locale),
		unvisited: formatDuration(unvisitedMedian as number | null, locale),
		unvisitedN: formatCount(unvisitedOrders as number, locale),
		quicker: formatShare(quicker as number | null, 1)
	});
}

function verdictText(look: Look, { verdict, smallest }: Judged): string {
	if (verdict === 'too_few') return m.visit_draw_too_few({ fewest: fewestToCompare });
	if (verdict === 'draw_flattering') return m.visit_draw_flattering();
	if (verdict === 'draw_unflattering') return m.visit_draw_unflattering();
	if (smallest === null) return m.visit_draw_alike_blind();
	if (look === 'time') return m.visit_draw_alike_time({ smallest: formatShare(0.5 + smallest, 1) });
	return m.visit_draw_alike({ smallest: formatPoints(smallest, getLocale()).replace('+', '±') });
}

/** What a reader must know of the comparison's ground: orders yet to be visited, and those of which nothing is said. */
export function drawNotes({ whole }: Report, period: { to: string | null }, dataCut: string): string[] {
	const isRecent = period.to === null || daysBetween(period.to, dataCut.slice(0, 10)) < 30;
	return [
		...(isRecent ? [m.visit_draw_recent()] : []),
		...(whole.unsaid > 0 ? [m.visit_draw_unsaid({ unsaid: formatCount(whole.unsaid, getLocale()) })] : [])
	];
}

/** How it is judged, and how many looks share the stated rate of false alarms. */
export const drawGuide = ({ judged }: Report): string[] => [
	m.visit_draw_how(),
	m.visit_draw_how_many({ looks: formatCount(judged, getLocale()), share: formatShare(falseAlarms) }),
	m.visit_draw_how_power(),
	m.visit_draw_how_reader()
];

export const drawBase = ({ whole }: Report): string => {
	const n = (value: number) => formatCount(value, getLocale());
	return m.visit_draw_whole_base({
		eligible: n(whole.eligible),
		visited: n(whole.visited),
		left: n(whole.eligible - whole.visited)
	});
};
