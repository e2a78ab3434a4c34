import { formatDate } from '#lib/domain/format.ts';
import { rowMeasure, type FigureTable } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { basisName, own } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { releaseName } from './release-names.ts';
import type { Fact } from './table-about.ts';

/** The measures that the figures of released tables are, by key, each once, in the order they first stand. */
export function measuresReleased(...tables: (FigureTable | undefined)[]): string[] {
	const named = tables.flatMap((table) =>
		(table?.columns ?? []).flatMap(({ measure }) =>
			measure === rowMeasure ? table!.rows.map((row) => String(row[table!.columns[0]!.key])) : (measure ?? [])
		)
	);
	return [...new Set(named)];
}

/** These measures as this release defines them, a line each; a measure that it does not define is left out. */
export const releasedDefinitions = ({ manifest }: Release, keys: string[]): Fact[] =>
	keys.flatMap((key) =>
		manifest.definitions
			.filter((definition) => definition.key === key)
			.map(({ id, name, formula, leftOut, basis }) => ({
				term: `${id} ${own(name)}`,
				text: m.away_definition({ formula: own(formula), leftOut: own(leftOut), basis: basisName(basis) })
			}))
	);

/** What a file of a release says of itself, since it is passed on without its page. */
export function releaseFacts({ ref, manifest }: Release): Fact[] {
	const { from, to, dataCut, warehouseVersion, isMadeUp, disclosure, rules } = manifest;
	const days = `${formatDate(from, getLocale())} – ${formatDate(to, getLocale())}`;
	return [
		{ term: m.explain_period(), text: `${namedPeriodName(ref.period)}${m.list_gap()}${days}` },
		{ term: m.explain_cut(), text: dataCut },
		{ term: m.ui_foot_release(), text: releaseName(ref) },
		{ term: m.ui_foot_version(), text: warehouseVersion },
		...(rules ? [{ term: m.rules_label(), text: m.rules_named({ name: own(rules.name), id: rules.id }) }] : []),
		protectionFact(disclosure),
		...madeUpFact(isMadeUp)
	];
}

/** How small numbers are protected in it. */
export const protectionFact = ({ roundTo, fewestForRate }: Release['manifest']['disclosure']): Fact => ({
	term: m.more_protection(),
	text: m.more_release_rounding({ roundTo, fewest: fewestForRate })
});

/** That the data is made up; nothing where it is not. */
export const madeUpFact = (isMadeUp: boolean): Fact[] =>
	isMadeUp ? [{ term: m.away_made_up(), text: m.csv_made_up() }] : [];

/** The same for the metadata of a file that programs read. */
export const notesOf = (facts: Fact[], definitions: Fact[]): Record<string, string> => ({
	about: facts.map(({ term, text }) => `${term}${m.colon()}${text}`).join('\n'),
	definitions: definitions.map(({ term, text }) => `${term}\n${text}`).join('\n\n')
});
