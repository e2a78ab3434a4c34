import { m } from '#lib/paraglide/messages.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { own } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { fileHref, releaseName, revisionHref, tableName } from './release-names.ts';

const basisNames: Record<string, () => string> = {
	received_at: m.basis_received,
	due_basis_at: m.basis_due,
	original_due_basis_at: m.catalogue_basis_original_due,
	closed_basis_at: m.basis_closed,
	visit_basis_at: m.basis_visit
};

/** The day an order counts on, in words; its own name where a later Duban released it. */
export const basisName = (basis: string): string => basisNames[basis]?.() ?? basis;

/** Every definition of a release and the statements behind its tables, out of its own manifest. */
export function definitionsView({ ref, manifest }: Release) {
	return {
		title: m.release_definitions_title({ period: namedPeriodName(ref.period) }),
		release: { name: releaseName(ref), href: revisionHref(ref) },
		definitions: manifest.definitions.map(({ id, key, name, formula, leftOut, basis, source }) => ({
			key,
			name: own(name),
			facts: [
				{ term: m.explain_formula(), text: own(formula) },
				{ term: m.explain_left_out(), text: own(leftOut) },
				{ term: m.explain_basis(), text: basisName(basis) },
				{ term: m.explain_definition(), text: `${id}${m.list_gap()}${source}` }
			]
		})),
		tables: Object.entries(manifest.statements).map(([id, statements]) => ({
			anchor: `table-${id}`,
			name: tableName(id),
			csvHref: fileHref(ref, `${id}.csv`),
			statements: statements.map(({ sql, parameters }) => ({ sql, parameters: parameters.map(String) }))
		})),
		manifestHref: fileHref(ref, 'manifest.json')
	};
}
