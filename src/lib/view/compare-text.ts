import { publicRate } from '#lib/domain/disclosure.ts';
import type { Cell } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { comparedCells, comparedMeasures, comparedName, type ComparedBy } from './compare-series.ts';
import { standingName } from './names.ts';

/** The comparison for a file: one line per release, measure and row, in the reader's language. */
export function compareText(
	releases: Release[],
	by: ComparedBy,
	names: string[]
): { headings: string[]; rows: Cell[][] } {
	const headings = [
		m.release_column_period(),
		m.release_column_revision(),
		m.ui_foot_cut(),
		m.compare_column_measure(),
		m.compare_column_name(),
		m.column_numerator(),
		m.column_denominator(),
		m.column_rate(),
		m.column_standing()
	];
	const rows = releases.flatMap((release) =>
		comparedMeasures.flatMap((measure) =>
			comparedCells(release, measure, by, names).map(({ name, numerator, denominator, standing }): Cell[] => [
				release.ref.period,
				release.ref.revision,
				release.manifest.dataCut,
				comparedName(release, measure),
				name ?? m.compare_whole(),
				numerator,
				denominator ?? null,
				denominator === undefined ? null : publicRate(numerator, denominator),
				standing === null ? null : standingName(standing)
			])
		)
	);
	return { headings, rows };
}
