import { publicRate } from '#lib/domain/disclosure.ts';
import type { FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { comparedCells, comparedMeasures, comparedName, type ComparedBy } from './compare-series.ts';
import { standingName } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { madeUpFact, protectionFact, releasedDefinitions } from './release-about.ts';
import { releaseName } from './release-names.ts';
import { asShown } from './released-file.ts';
import type { Fact } from './table-about.ts';

const headings: Record<string, () => string> = {
	period: m.release_column_period,
	revision: m.release_column_revision,
	dataCut: m.ui_foot_cut,
	measure: m.compare_column_measure,
	name: m.compare_column_name,
	standing: m.column_standing
};

/** The heading of a column that only the comparison has. */
export const comparedHeading = (key: string): string | undefined => headings[key]?.();

/**
 * The comparison for a file: one line per release, measure and row, in the reader's language, with the digits of the
 * page. A volume has a numerator alone.
 */
export function compareTable(releases: Release[], by: ComparedBy, names: string[]): FigureTable {
	const table: FigureTable = {
		id: 'compare',
		by,
		columns: [
			{ key: 'period', kind: 'text' },
			{ key: 'revision', kind: 'count' },
			{ key: 'dataCut', kind: 'text' },
			{ key: 'measure', kind: 'text' },
			{ key: 'name', kind: 'text' },
			{ key: 'numerator', kind: 'count' },
			{ key: 'denominator', kind: 'count' },
			{ key: 'rate', kind: 'rate', of: { numerator: 'numerator', denominator: 'denominator' } },
			{ key: 'standing', kind: 'text' }
		],
		rows: releases.flatMap((release) =>
			comparedMeasures.flatMap((measure) =>
				comparedCells(release, measure, by, names).map(({ name, numerator, denominator, standing }): TableRow => ({
					period: release.ref.period,
					revision: release.ref.revision,
					dataCut: release.manifest.dataCut,
					measure: comparedName(release, measure),
					name: name ?? m.compare_whole(),
					numerator,
					denominator: denominator ?? null,
					rate: denominator === undefined ? null : publicRate(numerator, denominator),
					standing: standing === null ? null : standingName(standing)
				}))
			)
		),
		total: null
	};
	return asShown(table, releases[0]?.manifest.disclosure.roundTo ?? 1);
}

/** The periods compared, from the first to the last released. */
export function comparedPeriods(releases: Release[]): string {
	const names = [releases.at(-1), releases[0]].flatMap((release) =>
		release ? [namedPeriodName(release.ref.period)] : []
	);
	return [...new Set(names)].join(' – ');
}

/** What a file of the comparison says of itself; period, cut and revision of each line stand in the line. */
export function compareFacts(releases: Release[], names: string[]): { facts: Fact[]; definitions: Fact[] } {
	const [newest] = releases;
	if (!newest) return { facts: [], definitions: [] };
	return {
		facts: [
			{ term: m.away_sheet_table(), text: m.more_compare_title({ names: names.join(m.compare_and()) }) },
			{ term: m.explain_period(), text: comparedPeriods(releases) },
			{ term: m.explain_cut(), text: newest.manifest.dataCut },
			{ term: m.more_compare_releases(), text: releases.map(({ ref }) => releaseName(ref)).join(m.list_gap()) },
			{
				term: m.ui_foot_version(),
				text: [...new Set(releases.map(({ manifest }) => manifest.warehouseVersion))].join(m.list_gap())
			},
			protectionFact(newest.manifest.disclosure),
			...madeUpFact(releases.some(({ manifest }) => manifest.isMadeUp))
		],
		definitions: releasedDefinitions(newest, comparedMeasures)
	};
}
