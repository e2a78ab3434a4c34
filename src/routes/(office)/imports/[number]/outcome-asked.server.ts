import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { rowQuestions, type RowQuestion } from '#lib/server/internal/import-rows.ts';

/** Which rows an address asks for; 404 for any other. */
export function outcomeAsked({ searchParams }: URL): RowQuestion {
	const asked = rowQuestions.find((known) => known === searchParams.get('outcome'));
	if (asked === undefined) error(404, m.upload_no_rows());
	return asked;
}
