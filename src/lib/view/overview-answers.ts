import type { Figure } from '#lib/components/figure-card.ts';
import { formatBase, formatCount, formatPoints, formatRate, formatShare } from '#lib/domain/format.ts';
import type { RankedUnit, Ranking } from '#lib/domain/ranking.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { outsideChance } from './unit-charts.ts';

export type AnswerLink = { href: string; label: string };
export type AnswerItem = { name: string; href?: string; text: string; links?: AnswerLink[] };
export type Answer = { title: string; lines: string[]; items: AnswerItem[]; more?: AnswerLink };

/** How many units an answer names before it leads on to the ranking. */
const most = 3;
/** Of units that differ by chance alone, the share beyond the 99.8 % and beyond the 95 % limits, both sides. */
const byChance = { far: 0.002, near: 0.05 } as const;

type Given = {
	ranking: Ranking;
	/** Units that moved since the period before, where there is one. */
	movement: { table: FigureTable; name: string } | null;
	/** The on-time rate of the whole as its card says it: what changed, and whether chance does as much. */
	whole: Figure | undefined;
	overdue: number;
	links: {
		explain: (unit: string) => string;
		watch: (unit: string) => string;
		behind: (unit: string) => string;
		overdue: string;
		ranking: string;
		changes: string;
	};
};

/** The three answers an overview is opened for: who fell behind, is it noise, what to ask about. */
export const overviewAnswers = (given: Given): Answer[] => [who(given), noise(given), ask(given)];

/** Units below the 99.8 % limits, the furthest below first. */
const behindOf = ({ units }: Ranking): RankedUnit[] =>
	units.filter(({ standing }) => standing === 'far_below').sort((a, b) => a.rate - b.rate);

function who({ ranking, movement, links }: Given): Answer {
	const locale = getLocale();
	const behind = behindOf(ranking);
	const whole = ranking.pooledRate ?? 0;
	const fallen = (movement?.table.rows ?? []).filter((row) => row.movement === 'moved_down');
	const lines = behind.length === 0 ? [m.answers_nobody({ whole: formatShare(whole, 1) })] : [];
	if (movement) {
		const names = fallen
			.slice(0, most)
			.map(({ unit, difference }) =>
				m.answers_fallen_unit({ unit: String(unit), difference: formatPoints(Number(difference), locale) })
			);
		lines.push(
			fallen.length === 0
				? m.answers_none_fallen({ than: movement.name })
				: m.answers_fallen({ than: movement.name, count: fallen.length, units: names.join(m.fair_name_gap()) })
		);
	}
	return {
		title: m.answers_who(),
		items: behind.slice(0, most).map(({ unit, rate, numerator, denominator }) => ({
			name: unit,
			href: links.explain(unit),
			text: m.answers_behind({
				rate: formatRate(numerator, denominator, locale),
				base: formatBase(numerator, denominator, locale),
				gap: formatPoints(whole - rate, locale).replace(/^\+/, ''),
				whole: formatShare(whole, 1)
			})
		})),
		lines,
		more:
			behind.length > most
				? { href: links.ranking, label: m.answers_more_units({ count: behind.length - most }) }
				: undefined
	};
}

function noise({ ranking, whole, links }: Given): Answer {
	const { low, high, ranked, tooFew } = outsideChance(ranking);
	const near = ranking.units.filter(({ standing }) => standing === 'below' || standing === 'above').length;
	const expected = (share: number) => (ranked * share).toFixed(ranked * share < 1 ? 2 : 1);
	const words = { up: m.ui_change_up, down: m.ui_change_down, level: m.ui_change_level, unclear: m.ui_change_unclear };
	const changes = (whole?.state === 'value' ? [whole.change ?? []].flat() : []).map(({ direction, text }) =>
		m.answers_change({ direction: words[direction](), text })
	);
	return {
		title: m.answers_noise(),
		lines: [
			low + high === 0
				? m.answers_is_noise({ ranked })
				: m.answers_no_noise({ ranked, out: low + high, low, high, expected: expected(byChance.far) }),
			m.answers_near({ near, expected: expected(byChance.near - byChance.far) }),
			...(ranking.dispersion > 1 ? [m.answers_widened({ factor: Math.sqrt(ranking.dispersion).toFixed(1) })] : []),
			...(tooFew > 0 ? [m.answers_too_few({ tooFew })] : []),
			...(changes.length > 0 ? [m.answers_whole({ changes: changes.join(m.list_gap()) })] : [])
		],
		items: [],
		more: { href: links.changes, label: m.changes_link() }
	};
}

function ask({ ranking, overdue, links }: Given): Answer {
	const locale = getLocale();
	const behind = behindOf(ranking).slice(0, most);
	return {
		title: m.answers_ask(),
		items: behind.map(({ unit, numerator, denominator }) => ({
			name: unit,
			text: m.answers_ask_unit({
				missed: formatCount(denominator - numerator, locale),
				of: formatCount(denominator, locale)
			}),
			links: [
				{ href: links.watch(unit), label: m.answers_watch_unit() },
				{ href: links.behind(unit), label: m.answers_behind_unit() }
			]
		})),
		lines: behind.length === 0 ? [m.answers_ask_nobody()] : [],
		more: { href: links.overdue, label: m.answers_overdue({ overdue: formatCount(overdue, locale) }) }
	};
}
