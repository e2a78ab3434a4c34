import type { Fact } from './table-about.ts';
import type { Column, FullCell, Table } from '#lib/components/table.ts';
import { formatCount, formatRate, formatShare } from '#lib/domain/format.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { checksTable, inDoubtTable } from '#lib/server/reports/quality-tables.ts';
import { marked, measuresInDoubt, type Finding, type Quality } from '#lib/server/reports/quality.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { measures, type MeasureKey } from '#queries/measures.ts';
import {
	checkKinds,
	checksTouching,
	effectOn,
	markedFrom,
	qualityCheck,
	type CheckKey
} from '#queries/quality/index.ts';
import { columnName } from './column-names.ts';
import { own } from './names.ts';
import { checkKindName } from './quality-names.ts';
import { filesBeside } from './table-files.ts';

const n = (value: number) => formatCount(value, getLocale());
const threshold = formatShare(markedFrom);

/** The one sentence: how many orders have a doubt, how many checks find much, how many measures they touch. */
export function qualityFinding(quality: Quality): string {
	if (quality.orders === 0) return m.quality_finding_empty();
	const words = {
		...{ orders: n(quality.orders), any: n(quality.any), threshold },
		share: formatRate(quality.any, quality.orders)
	};
	const checks = marked(quality).length;
	if (checks === 0) return m.quality_finding_none(words);
	return m.quality_finding({ ...words, checks, measures: measuresInDoubt(quality).size });
}

export const qualityBasis = (): string => m.quality_basis({ threshold });

type Links = {
	periodName: string;
	explain: (measure: string) => string;
	orders: (check: CheckKey) => string;
	/** Where the definition of a check stands on this page. */
	definition: (check: CheckKey) => string;
	csv: (table: string) => string;
};

const column = (key: string, heading: string, kind: Column['kind'], more: Partial<Column> = {}): Column => ({
	...{ key, heading, kind },
	...more
});

/** The figures in doubt, the most doubtful first. */
export function inDoubtView(quality: Quality, links: Links): Table {
	const table: FigureTable = inDoubtTable(quality, getLocale() as Language);
	return {
		...files(table.id, links),
		caption: m.quality_measures_caption({ period: links.periodName }),
		empty: m.quality_measures_none({ threshold }),
		columns: [
			column('measure', m.catalogue_column_measure(), 'text'),
			column('share', m.quality_column_share(), 'rate', { withBase: true }),
			column('check', m.quality_column_check(), 'note'),
			column('effect', m.quality_column_effect(), 'note'),
			column('others', m.quality_column_others(), 'count')
		],
		rows: table.rows.map((row) => ({
			measure: {
				value: String(row.measureName),
				note: measures[row.measure as MeasureKey].id,
				href: links.explain(String(row.measure))
			},
			share: { ...shareCell(row.qualityAffected, row.qualityOf), href: links.orders(row.qualityCheck as CheckKey) },
			check: { value: String(row.qualityName), href: links.definition(row.qualityCheck as CheckKey) },
			effect: String(row.qualityEffect),
			others: row.qualityOthers as number
		}))
	};
}

/** Every check with what it found, and the way to its orders. */
export function checksView(quality: Quality, links: Links): Table {
	return {
		...files(checksTable(quality).id, links),
		caption: m.quality_checks_caption({ period: links.periodName }),
		columns: [
			column('check', m.quality_column_check(), 'text'),
			column('kind', m.quality_column_kind(), 'text'),
			column('affected', m.quality_column_affected(), 'count'),
			column('of', m.quality_column_of(), 'count'),
			column('share', m.quality_column_share(), 'rate'),
			column('measures', m.quality_column_measures(), 'count')
		],
		rows: quality.findings.map(({ key, affected, of, lacking }) => {
			const check = qualityCheck(key);
			return {
				check: { value: own(check.name), href: links.definition(key), note: lackingText(lacking) || check.id },
				kind: checkKindName(check.kind),
				affected: { value: affected, href: affected ? links.orders(key) : undefined },
				of,
				share: shareCell(affected, of),
				measures: touchedBy(key).length
			};
		})
	};
}

const files = (id: string, { csv }: Links): Pick<Table, 'id' | 'csvHref' | 'otherFiles'> => ({
	...{ id, csvHref: csv(id) },
	otherFiles: filesBeside(csv(id))
});

function shareCell(affected: unknown, of: unknown): FullCell {
	if (typeof affected !== 'number' || typeof of !== 'number') return { value: null };
	return { value: of === 0 ? null : affected / of, numerator: affected, denominator: of };
}

const lackingText = (lacking: string[]) =>
	lacking.length === 0 ? '' : m.quality_lacking({ columns: lacking.map(columnName).join(m.list_gap()) });

const touchedBy = (key: CheckKey) => [...new Set(qualityCheck(key).touches.flatMap(({ measures: named }) => named))];

export type CheckShown = {
	key: CheckKey;
	id: string;
	name: string;
	facts: Fact[];
	effects: { text: string; measures: { name: string; href: string }[] }[];
	ordersHref: string | undefined;
};

/** What each check looks for, kind by kind: made of its definition, with what it found. */
export const definitionsView = (quality: Quality, links: Links) =>
	checkKinds.map((kind) => ({
		...{ kind, name: checkKindName(kind), text: kindTexts[kind]() },
		checks: quality.findings
			.filter(({ key }) => qualityCheck(key).kind === kind)
			.map((finding): CheckShown => {
				const { id, name, finds, among, touches } = qualityCheck(finding.key);
				return {
					...{ key: finding.key, id, name: own(name) },
					facts: [
						{ term: m.quality_fact_finds(), text: own(finds) },
						{ term: m.quality_fact_among(), text: own(among) },
						{ term: m.quality_fact_found(), text: foundText(finding) }
					],
					effects: [...Map.groupBy(touches, ({ how }) => own(how))].map(([how, same]) => ({
						text: m.quality_effect({ how }),
						measures: same
							.flatMap(({ measures: named }) => named)
							.map((key) => ({ name: own(measures[key].name), href: links.explain(key) }))
					})),
					ordersHref: finding.affected ? links.orders(finding.key) : undefined
				};
			})
	}));

const kindTexts = {
	completeness: m.quality_kind_completeness_text,
	validity: m.quality_kind_validity_text,
	timeliness: m.quality_kind_timeliness_text,
	contradictions: m.quality_kind_contradictions_text
};

const foundText = ({ affected, of, lacking }: Finding): string =>
	affected === null || of === null
		? lackingText(lacking)
		: m.quality_fact_found_text({ affected: n(affected), of: n(of), share: formatRate(affected, of) });

/** The checks that touch a measure, with what they found and what that does to it: for the page that explains it. */
export function checksOfMeasure(
	measure: MeasureKey,
	{ findings }: Quality,
	links: Pick<Links, 'definition'>
): { name: string; text: string; href: string }[] {
	return checksTouching(measure).map((key) => {
		const finding = findings.find((one) => one.key === key)!;
		const { affected, of, lacking } = finding;
		return {
			name: own(qualityCheck(key).name),
			text:
				affected === null || of === null
					? lackingText(lacking)
					: m.quality_explain_line({
							...{ affected: n(affected), of: n(of), share: formatRate(affected, of) },
							how: own(effectOn(key, measure)!.how)
						}),
			href: links.definition(key)
		};
	});
}
