import type { CellKind, Table } from '#lib/components/table.ts';
import { publicRate } from '#lib/domain/disclosure.ts';
import { formatDateTime } from '#lib/domain/format.ts';
import type { FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { columnHeading } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { measureIn } from './release-doubts.ts';
import { measuresReleased, protectionFact, releasedDefinitions } from './release-about.ts';
import { totalsOf } from './release-figures.ts';
import { releaseHref } from './release-names.ts';
import { countText, releasedRate } from './released-cells.ts';
import { asShown } from './released-file.ts';
import { listFacts, type ListMoment, type TakenTable } from './taken-table.ts';

const headings: Record<string, () => string> = {
	period: m.release_column_period,
	dataCut: m.ui_foot_cut,
	revision: m.release_column_revision
};
const ownHeading = (key: string): string | undefined => headings[key]?.();

const rate = (key: string, measure: string, numerator: string, denominator: string): TableColumn => ({
	key,
	kind: 'rate',
	measure,
	of: { numerator, denominator }
});

const columns: TableColumn[] = [
	{ key: 'period', kind: 'text' },
	{ key: 'received', kind: 'count', measure: 'received' },
	{ key: 'dueNumerator', kind: 'count' },
	{ key: 'dueDenominator', kind: 'count' },
	rate('dueRate', 'on-time-due', 'dueNumerator', 'dueDenominator'),
	{ key: 'attempted', kind: 'count' },
	{ key: 'valid', kind: 'count' },
	rate('responseRate', 'visit-response', 'valid', 'attempted'),
	{ key: 'resolved', kind: 'count' },
	rate('resolvedRate', 'resolved', 'resolved', 'valid'),
	{ key: 'dataCut', kind: 'time' },
	{ key: 'revision', kind: 'count' }
];

/** What the numbers of a rate are called stands in the file only: on a phone they would hide the rates. */
const onPage = ['period', 'received', 'dueRate', 'responseRate', 'resolvedRate', 'dataCut', 'revision'];

/** The city's numbers of a release, as released. */
function rowOf(release: Release): TableRow {
	const { rates, volumes } = totalsOf(release);
	const of = (key: keyof typeof rates) =>
		rates[key].map((cell) => cell ?? null) as [TableRow[string], TableRow[string]];
	const [dueNumerator, dueDenominator] = of('on-time-due');
	const [valid, attempted] = of('visit-response');
	const [resolved] = of('resolved');
	return {
		period: release.ref.period,
		received: volumes.received ?? null,
		...{ dueNumerator, dueDenominator, dueRate: publicRate(dueNumerator, dueDenominator) },
		...{ attempted, valid, responseRate: publicRate(valid, attempted) },
		...{ resolved, resolvedRate: publicRate(resolved, valid) },
		dataCut: release.manifest.dataCut,
		revision: release.ref.revision
	};
}

/** The city's numbers of each release, newest first; the name leads to the release. */
export function releasesTable(releases: Release[], caption: string): Table {
	const shown = columns.filter(({ key }) => onPage.includes(key));
	return {
		id: 'releases',
		caption,
		columns: shown.map(({ key, kind }) => ({
			key,
			heading: ownHeading(key) ?? columnHeading(key, null),
			// On one line like a number: on a phone a date would make every row five lines high.
			kind: (kind === 'time' ? 'count' : kind) as CellKind
		})),
		rows: releases.map((release) => {
			const row = rowOf(release);
			const { roundTo } = release.manifest.disclosure;
			const rates = shown.flatMap(({ key, of, measure }) => {
				if (!of) return [];
				const value = releasedRate(row[of.numerator], row[of.denominator], roundTo);
				return [[key, { value, measure: measure && measureIn(release, measure) }] as const];
			});
			return {
				...Object.fromEntries(rates),
				period: { value: namedPeriodName(release.ref.period), href: releaseHref(release.ref) },
				received: { value: countText(row.received), measure: measureIn(release, 'received') },
				dataCut: formatDateTime(release.manifest.dataCut, getLocale()),
				revision: release.ref.revision
			};
		})
	};
}

/** The same rows for a file, with the digits of the page and the two numbers of each rate. */
export function releasesTaken(
	releases: Release[],
	list: { id: string; title: string; moment: ListMoment }
): TakenTable {
	const { id, title, moment } = list;
	const table: FigureTable = {
		...{ id, by: null, columns, total: null },
		rows: releases.flatMap((release) => {
			const one = { id, by: null, columns, rows: [rowOf(release)], total: null };
			return asShown(one, release.manifest.disclosure.roundTo).rows;
		})
	};
	const [newest] = releases;
	const versions = [...new Set(releases.map(({ manifest }) => manifest.warehouseVersion))];
	const ground = newest && {
		dataCut: newest.manifest.dataCut,
		version: versions.join(m.list_gap()),
		isMadeUp: releases.some(({ manifest }) => manifest.isMadeUp)
	};
	return {
		table,
		heading: ownHeading,
		facts: [
			...listFacts(title, table.rows, moment, ground),
			...(newest ? [protectionFact(newest.manifest.disclosure)] : [])
		],
		definitions: newest ? releasedDefinitions(newest, measuresReleased(table)) : [],
		isReleased: true,
		plainName: `duban-releases-${id}`,
		nameParts: [title]
	};
}
