import type { Standardised } from '#lib/domain/case-mix.ts';
import { formatBase, formatCount, formatRate, formatShare } from '#lib/domain/format.ts';
import { fewestToRank, type RankedUnit } from '#lib/domain/ranking.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The units too few to rank, by name; null where every unit has a place. */
export function tooFewSentence(units: RankedUnit[], fewest = fewestToRank): string | null {
	const few = units.filter(({ place }) => place === null);
	if (few.length === 0) return null;
	const names = few.map(({ unit }) => unit).join(m.fair_name_gap());
	return m.fair_rank_too_few({ fewest, count: few.length, units: names });
}

/** How to read places and shrunk rates; that there is nothing to read where every unit was drawn to the same rate. */
export function rankSentence({ rows }: FigureTable): string {
	const isAlike = rows.length > 1 && rows.every(({ shrunk }) => shrunk === rows[0]!.shrunk);
	return isAlike ? m.fair_rank_no_difference() : m.fair_rank_guide();
}

type Turned = { above: Standardised; below: Standardised; isParadox: boolean };

/** Whether what units were given to do turns their order round, with the widest such pair. */
export function mixSentence({ turned, widest }: { turned: number; widest?: Turned }): string {
	if (!widest) return m.fair_mix_agrees();
	const { above, below, isParadox } = widest;
	const locale = getLocale();
	const rate = ({ numerator, denominator }: Standardised) => formatRate(numerator, denominator, locale);
	const base = ({ numerator, denominator }: Standardised) => formatBase(numerator, denominator, locale);
	const found = m.fair_mix_turned({
		turned: formatCount(turned, locale),
		above: above.unit,
		aboveRate: rate(above),
		aboveBase: base(above),
		below: below.unit,
		belowRate: rate(below),
		belowBase: base(below),
		aboveRatio: above.ratio!.toFixed(3),
		belowRatio: below.ratio!.toFixed(3)
	});
	if (!isParadox) return found;
	return found + m.sentence_gap() + m.fair_mix_paradox({ above: above.unit, below: below.unit });
}

/** How many units moved beyond chance. */
export function movementSentence({ rows }: FigureTable): string {
	const those = (movement: string) => rows.filter((row) => row.movement === movement).length;
	const [up, down, unclear] = [those('moved_up'), those('moved_down'), those('moved_unclear')];
	return m.fair_movement_found({ judged: up + down + unclear, up, down });
}

/** Where "resolved" lies whatever those who were not heard would have said; null where nobody was heard. */
export function silenceSentence({ rows }: FigureTable): string | null {
	const resolved = rows.find(({ question }) => question === 'resolved');
	const { good, valid, attempted, worst, best } = resolved ?? {};
	if (typeof attempted !== 'number' || typeof valid !== 'number' || valid === 0) return null;
	if (typeof good !== 'number' || typeof worst !== 'number' || typeof best !== 'number') return null;
	const locale = getLocale();
	return m.fair_estimates_finding({
		attempted: formatCount(attempted, locale),
		silent: formatCount(Math.max(0, attempted - valid), locale),
		worst: formatShare(worst, 1),
		best: formatShare(best, 1),
		rate: formatRate(good, valid, locale)
	});
}
