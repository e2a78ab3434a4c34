import { error } from '@sveltejs/kit';
import { drawSample } from '#lib/server/reports/sample.ts';
import { m } from '#lib/paraglide/messages.js';
import { own } from '#lib/view/names.ts';
import { sampleCsv } from '#lib/view/sample-view.ts';
import { filterTexts } from '#lib/view/table-about.ts';
import { asked } from '../../asked.server.ts';
import { recordDraw, wishFrom } from '../wish.server.ts';
import type { RequestHandler } from './$types.js';

/** The list that a seed draws, as a file that says how to draw it again. */
export const GET: RequestHandler = async (event) => {
	const page = await asked(event);
	const { wish, seed } = wishFrom(event.url.searchParams);
	if (page === null) error(404, m.no_such_table());
	if (seed === null) error(400, m.visit_sample_bad_seed());
	const { db, scope, about, shown, rules } = page;
	const sample = await drawSample(db, scope, wish, seed);
	await recordDraw(event, sample, scope, about.version);
	const body = sampleCsv(sample, {
		periodName: shown.periodName,
		isIncomplete: shown.isIncomplete,
		dataCut: shown.dataCut,
		version: about.version,
		filters: filterTexts(scope),
		rules: m.rules_named({ name: own(rules.name), id: rules.id }),
		isMadeUp: about.is_made_up
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="return-visits-${seed}.csv"`
		}
	});
};
