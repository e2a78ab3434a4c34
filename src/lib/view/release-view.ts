import type { Figure } from '#lib/components/figure-card.ts';
import type { QualityMarks } from '#lib/components/quality-marks.ts';
import type { Table } from '#lib/components/table.ts';
import { formatCount, formatDate, formatDateTime } from '#lib/domain/format.ts';
import { nameBefore } from '#lib/domain/periods.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import type { ChartView } from './chart-view.ts';
import { own } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { listMarks, releaseDoubts, releaseMarks } from './release-doubts.ts';
import { districtsChart, unitsChart } from './release-charts.ts';
import { releaseFigures } from './release-figures.ts';
import { releasesTable } from './release-list.ts';
import { monthsChart } from './release-months.ts';
import {
	chartHref,
	definitionsHref,
	fileHref,
	releaseHref,
	releaseName,
	revisionHref,
	tableName
} from './release-names.ts';
import { answersChart, outcomesChart, volumesChart } from './release-outcomes.ts';
import { measuresReleased, releasedDefinitions } from './release-about.ts';
import { derivedFiles, releasedTableView } from './release-tables.ts';
import { protectionSentences, releaseFinding, releaseUnknowns } from './release-words.ts';

/** A question of the page: its picture, the table behind it, and further tables one press away. */
export type ReleaseSection = {
	id: string;
	title: string;
	hint?: string;
	chart: ChartView | null;
	/** Where the picture is to be had as a file, without its ending. */
	chartHref: string;
	table?: Table;
	more: Table[];
};

export type ReleaseView = ReturnType<typeof releaseView>;

/**
 * Everything the public page of a release shows. `inForce` are the releases in force, newest first; `revisions`
 * all of this period; `frozenAt` the moment of release on the city's clocks.
 */
export function releaseView(release: Release, given: { inForce: Release[]; revisions: number[]; frozenAt: string }) {
	const { ref, manifest } = release;
	const { inForce, revisions, frozenAt } = given;
	const upToHere = inForce.filter((other) => other.manifest.to <= manifest.to);
	const before = upToHere.find((other) => other.ref.period === nameBefore(ref.period)) ?? null;
	const newest = revisions.at(-1) ?? ref.revision;
	return {
		title: m.release_title({ period: namedPeriodName(ref.period) }),
		about: m.release_about({
			cut: formatDateTime(manifest.dataCut, getLocale()),
			day: formatDate(frozenAt.slice(0, 10), getLocale()),
			revision: ref.revision
		}),
		replacedBy: newest > ref.revision ? { revision: newest, href: releaseHref(ref) } : null,
		earlier: revisions
			.filter((revision) => revision < ref.revision)
			.map((revision) => ({ revision, href: revisionHref({ ...ref, revision }) })),
		marks: withMarks(releaseMarks(release), listMarks(inForce)),
		doubts: releaseDoubts(release),
		finding: releaseFinding(release),
		figures: releaseFigures(release, before) satisfies Figure[],
		sections: sectionsOf(release, upToHere),
		before: releasesTable(
			inForce.filter((other) => other.ref.period !== ref.period),
			m.release_others_caption()
		),
		unknowns: releaseUnknowns(release),
		protection: protectionSentences(release),
		definitionsHref: definitionsHref(ref),
		downloads: downloadsOf(release),
		manifestHref: fileHref(ref, 'manifest.json')
	};
}

const withMarks = (one: QualityMarks, other: QualityMarks): QualityMarks => ({
	checks: { ...one.checks, ...other.checks },
	measures: { ...one.measures, ...other.measures }
});

function sectionsOf(release: Release, upToHere: Release[]): ReleaseSection[] {
	const table = (id: string) => releasedTableView(release, id);
	const some = (...ids: string[]) => ids.map(table).filter((shown) => shown !== undefined);
	const sections: Omit<ReleaseSection, 'chartHref'>[] = [
		{
			id: 'districts',
			title: m.release_section_districts(),
			chart: districtsChart(release),
			table: table('on-time-by-district'),
			more: []
		},
		{
			id: 'units',
			title: m.release_section_units(),
			hint: m.release_units_guide(),
			chart: unitsChart(release),
			table: table('ranking'),
			more: []
		},
		{
			id: 'outcomes',
			title: m.release_section_outcomes(),
			chart: outcomesChart(release),
			table: table('timeliness-by-district'),
			more: some('timeliness-by-unit')
		},
		{
			id: 'answers',
			title: m.release_section_answers(),
			chart: answersChart(release),
			table: table('return-visits-by-district'),
			more: some('return-visits-by-unit')
		},
		{
			id: 'times',
			title: m.release_section_times(),
			chart: null,
			table: table('stages'),
			more: some('handling-time-by-district')
		},
		{
			id: 'received',
			title: m.release_section_received(),
			chart: volumesChart(release),
			table: table('volumes-by-kind'),
			more: some('volumes-by-district', 'volumes-by-month')
		},
		{ id: 'months', title: m.release_section_months(), chart: monthsChart(release, upToHere), more: [] }
	];
	return sections
		.filter(({ chart, table }) => chart !== null || table !== undefined)
		.map((section) => ({ ...section, chartHref: chartHref(release.ref, section.id) }));
}

/** Every file of a release, a table a line, with what it takes to check it. */
function downloadsOf({ ref, manifest }: Release) {
	const ids = [...new Set(manifest.files.map(({ name }) => name.replace(/\.(?:csv|json)$/, '')))];
	return {
		tables: ids.map((id) => ({
			name: tableName(id),
			files: manifest.files
				.filter(({ name }) => name === `${id}.csv` || name === `${id}.json`)
				.sort((a, b) => (a.name < b.name ? -1 : 1))
				.map(({ name, bytes }) => ({
					type: name.endsWith('.csv') ? 'CSV' : 'JSON',
					href: fileHref(ref, name),
					size: m.release_file_size({ kilobytes: formatCount(Math.max(1, Math.round(bytes / 1000)), getLocale()) })
				})),
			derived: derivedFiles.map(({ ending, label }) => ({ type: label, href: fileHref(ref, `${id}.${ending}`) }))
		})),
		hashes: manifest.files.map(({ name, sha256 }) => ({ name, sha256 }))
	};
}

/** The foot of a page that stands on a release; its measures are those of every table, unless fewer are shown. */
export const releaseFoot = (release: Release, measures = measuresReleased(...Object.values(release.tables))) => ({
	period: namedPeriodName(release.ref.period),
	dataCut: release.manifest.dataCut,
	version: release.manifest.warehouseVersion,
	release: releaseName(release.ref),
	releaseHref: revisionHref(release.ref),
	isMadeUp: release.manifest.isMadeUp,
	ruleSet: release.manifest.rules && own(release.manifest.rules.name),
	definitions: releasedDefinitions(release, measures),
	links: [
		{ href: '/releases', label: m.release_link_all() },
		{ href: definitionsHref(release.ref), label: m.release_link_definitions() }
	]
});
