import { rankUnits, type Standing } from '#lib/domain/ranking.ts';
import type { Cell, FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { nameOf } from './release-figures.ts';
import { shareOf } from './released-cells.ts';

export const comparedBy = ['district', 'unit'] as const;
export type ComparedBy = (typeof comparedBy)[number];

/** What is compared, and which released table and columns hold it. A volume has no denominator. */
const sources = {
	'on-time-due': {
		table: (by: ComparedBy) => (by === 'district' ? 'on-time-by-district' : 'ranking'),
		of: (by: ComparedBy) => (by === 'district' ? ['dueNumerator', 'dueDenominator'] : ['numerator', 'denominator'])
	},
	'visit-response': { table: (by: ComparedBy) => `return-visits-by-${by}`, of: () => ['valid', 'attempted'] },
	resolved: { table: (by: ComparedBy) => `return-visits-by-${by}`, of: () => ['resolved', 'valid'] },
	satisfied: { table: (by: ComparedBy) => `return-visits-by-${by}`, of: () => ['satisfied', 'valid'] },
	received: { table: (by: ComparedBy) => `timeliness-by-${by}`, of: () => ['total'] }
} as const;

export type ComparedMeasure = keyof typeof sources;
export const comparedMeasures = Object.keys(sources) as ComparedMeasure[];

export const comparedName = (release: Release, measure: ComparedMeasure): string =>
	measure === 'received' ? m.compare_received() : nameOf(release, measure);

/** One released figure of one row in one release; name is null for the whole. */
export type ComparedCell = {
	name: string | null;
	numerator: Cell;
	/** Undefined for a volume. */
	denominator: Cell | undefined;
	/** Against the whole; null for the whole, for volumes, and where it can't be judged. */
	standing: Standing | 'hidden' | null;
};

/** The figures of these rows and of the whole, as one release has them; a row it does not hold is null. */
export function comparedCells(
	release: Release,
	measure: ComparedMeasure,
	by: ComparedBy,
	names: string[]
): ComparedCell[] {
	const { table: tableOf, of } = sources[measure];
	const table = release.tables[tableOf(by)];
	const [numerator, denominator] = of(by) as [string, string | undefined];
	const standings = denominator ? standingsOf(table, numerator, denominator) : new Map<string, Standing>();
	const cell = (name: string | null, row: TableRow | null | undefined): ComparedCell => ({
		name,
		numerator: row?.[numerator] ?? null,
		denominator: denominator && (row?.[denominator] ?? null),
		standing: name === null ? null : (standings.get(name) ?? null)
	});
	return [
		...names.map((name) =>
			cell(
				name,
				table?.rows.find((row) => rowKey(row) === name)
			)
		),
		cell(null, table?.total)
	];
}

/** The rows that can be chosen: every one that a release names. */
export function comparableNames(releases: Release[], by: ComparedBy): string[] {
	const rows = releases.flatMap(({ tables }) => tables[`timeliness-by-${by}`]?.rows ?? []);
	return [...new Set(rows.map(rowKey).filter((name) => name !== null))].sort();
}

const rowKey = (row: TableRow): string | null => {
	const name = row.name ?? row.unit ?? null;
	return name === null ? null : String(name);
};

/** The ranking carries its standings; of every other rate they are worked out from the released counts. */
function standingsOf(table: FigureTable | undefined, numerator: string, denominator: string): Map<string, Standing> {
	const rows = table?.rows ?? [];
	if (table?.columns.some(({ key }) => key === 'standing')) {
		return new Map(rows.map((row) => [rowKey(row) ?? '', row.standing as Standing]));
	}
	const shares = rows.flatMap((row) => {
		const share = shareOf(row[numerator], row[denominator]);
		const unit = rowKey(row);
		return share && unit !== null ? [{ ...share, unit, unitKind: null }] : [];
	});
	return new Map(rankUnits(shares).units.map(({ unit, standing }) => [unit, standing]));
}
