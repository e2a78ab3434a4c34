import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { rowOutcomes, type RowOutcome } from '#lib/server/internal/import-rows.ts';

/** Which rows an address asks for; 404 for any that are not kept. */
export function outcomeAsked({ searchParams }: URL): RowOutcome {
	const asked = rowOutcomes.find((known) => known === searchParams.get('outcome'));
	if (asked === undefined) error(404, m.upload_no_rows());
	return asked;
}
