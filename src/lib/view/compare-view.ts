import type { Table, TableRow } from '#lib/components/table.ts';
import { hidden } from '#lib/domain/disclosure.ts';
import { formatPoints } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { rateChange } from './change.ts';
import { compareChart } from './compare-chart.ts';
import {
	comparedCells,
	comparedMeasures,
	comparedName,
	type ComparedBy,
	type ComparedCell,
	type ComparedMeasure
} from './compare-series.ts';
import { standsSentence } from './compare-words.ts';
import { standingName } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { releaseHref } from './release-names.ts';
import { countText, releasedRate, shareOf } from './released-cells.ts';

/** These rows beside each other and beside the whole, over every period released; newest first. */
export function compareView(releases: Release[], by: ComparedBy, names: string[]) {
	const [newest] = releases;
	if (!newest) return null;
	const isQuarter = ({ ref }: Release) => ref.period.includes('Q');
	const months = releases.filter((release) => !isQuarter(release));
	const quarters = releases.filter(isQuarter);
	const { roundTo } = newest.manifest.disclosure;
	return {
		finding: comparedFinding(newest, by, names),
		measures: comparedMeasures.map((measure) => {
			const title = comparedName(newest, measure);
			const isCount = measure === 'received';
			const table = (id: string, some: Release[], caption: string) =>
				comparedTable({ id, caption, releases: some, measure, by, names });
			return {
				measure,
				title,
				chart: compareChart(months, measure, by, names, roundTo),
				tables: [
					table(
						`${measure}-months`,
						months,
						isCount ? m.compare_months_counts({ measure: title }) : m.compare_months_caption({ measure: title })
					),
					table(
						`${measure}-quarters`,
						quarters,
						isCount ? m.compare_quarters_counts({ measure: title }) : m.compare_quarters_caption({ measure: title })
					)
				].filter(({ rows }) => rows.length > 0)
			};
		}),
		hidden: hiddenSentences(releases, by, names)
	};
}

/** How each stands against the whole in the newest release; of two, also against each other. */
function comparedFinding(release: Release, by: ComparedBy, names: string[]): string {
	const cells = comparedCells(release, 'on-time-due', by, names).filter(({ name }) => name !== null);
	const finding = m.compare_finding({
		period: namedPeriodName(release.ref.period),
		measure: comparedName(release, 'on-time-due'),
		stands: standsSentence(release, cells)
	});
	return finding + (cells.length === 2 ? pairSentence(cells) : '');
}

function pairSentence(cells: ComparedCell[]): string {
	const [one, other] = cells.map(({ numerator, denominator }) => shareOf(numerator, denominator));
	if (!one || !other) return '';
	if (rateChange(one, other, '')?.direction === 'unclear') return m.compare_pair_unclear();
	const difference = Math.abs(one.numerator / one.denominator - other.numerator / other.denominator);
	return m.compare_pair_clear({ difference: formatPoints(difference, getLocale()).replace('+', '') });
}

type Asked = {
	id: string;
	caption: string;
	releases: Release[];
	measure: ComparedMeasure;
	by: ComparedBy;
	names: string[];
};

function comparedTable({ id, caption, releases, measure, by, names }: Asked): Table {
	const kind = measure === 'received' ? ('count' as const) : ('rate' as const);
	return {
		id,
		caption,
		columns: [
			{ key: 'period', heading: m.release_column_period(), kind: 'text' },
			...names.map((name, place) => ({ key: `row${place}`, heading: name, kind })),
			{ key: 'whole', heading: m.compare_whole(), kind }
		],
		rows: releases.map((release): TableRow => {
			const cells = comparedCells(release, measure, by, names);
			const shown = cells.map((cell, place) => [
				place < names.length ? `row${place}` : 'whole',
				shownCell(cell, release)
			]);
			return {
				period: { value: namedPeriodName(release.ref.period), href: releaseHref(release.ref) },
				...Object.fromEntries(shown)
			};
		})
	};
}

/** The rate, what it is made of, and how it stands against the whole; ≈ for what can't be told from it. */
function shownCell({ numerator, denominator, standing }: ComparedCell, { manifest }: Release) {
	if (denominator === undefined) return { value: countText(numerator) };
	const isUnknown = numerator === null && denominator === null;
	const base = `${countText(numerator)} / ${countText(denominator)}`;
	const isSaid = standing !== null && standing !== 'inside' && standing !== 'too_few';
	const note = isUnknown
		? undefined
		: standing === 'inside'
			? `${base} ≈`
			: isSaid
				? `${base}${m.ui_dot()}${standingName(standing)}`
				: base;
	const mark =
		standing === 'far_below'
			? ('outside_low' as const)
			: standing === 'far_above'
				? ('outside_high' as const)
				: undefined;
	return { value: releasedRate(numerator, denominator, manifest.disclosure.roundTo), note, mark };
}

/** How many cells of each measure may not be shown; one sentence where there is none. */
function hiddenSentences(releases: Release[], by: ComparedBy, names: string[]): string[] {
	const sentences = comparedMeasures.flatMap((measure) => {
		const cells = releases.flatMap((release) => comparedCells(release, measure, by, names)).filter(isHidden).length;
		return cells === 0 ? [] : [m.compare_hidden({ measure: comparedName(releases[0]!, measure), cells })];
	});
	return sentences.length > 0 ? sentences : [m.compare_nothing_hidden()];
}

function isHidden({ numerator, denominator }: ComparedCell): boolean {
	if (denominator === undefined) return numerator === hidden;
	return numerator !== null && denominator !== null && denominator !== 0 && shareOf(numerator, denominator) === null;
}
