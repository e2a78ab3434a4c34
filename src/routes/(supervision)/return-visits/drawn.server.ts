import { error, type RequestEvent } from '@sveltejs/kit';
import { drawSample } from '#lib/server/reports/sample.ts';
import { tableAnswer } from '#lib/server/table-answer.ts';
import { m } from '#lib/paraglide/messages.js';
import { own } from '#lib/view/names.ts';
import { sampleTaken } from '#lib/view/sample-view.ts';
import { filterTexts } from '#lib/view/table-about.ts';
import type { TakenEnding } from '#lib/view/taken-table.ts';
import { asked } from '../asked.server.ts';
import { recordDraw, wishFrom } from './wish.server.ts';

/** The list that a seed draws, as a file that says how to draw it again; each drawing is in the audit chain. */
export async function drawnFile(event: RequestEvent, ending: TakenEnding): Promise<Response> {
	const page = await asked(event);
	const { wish, seed } = wishFrom(event.url.searchParams);
	if (page === null) error(404, m.no_such_table());
	if (seed === null) error(400, m.visit_sample_bad_seed());
	const { db, scope, about, shown, rules } = page;
	const sample = await drawSample(db, scope, wish, seed);
	await recordDraw(event, sample, scope, about.version);
	const taken = sampleTaken(sample, {
		periodName: shown.periodName,
		isIncomplete: shown.isIncomplete,
		dataCut: shown.dataCut,
		version: about.version,
		filters: filterTexts(scope),
		rules: m.rules_named({ name: own(rules.name), id: rules.id }),
		isMadeUp: about.is_made_up
	});
	return tableAnswer(taken, ending);
}
