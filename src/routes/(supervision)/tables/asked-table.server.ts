import { error, type RequestEvent } from '@sveltejs/kit';
import { dimensions } from '#lib/domain/scope.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { isTableId, stages, tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { filterTexts, type TableScope } from '#lib/view/table-about.ts';
import { measures, type RateKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';

export type AskedTable = { table: FigureTable; scope: TableScope; answer: (body: BodyInit, type: string) => Response };

/** The table that an address names, from the function its page uses; whatever its file is, it says the same of itself. */
export async function askedTable(event: RequestEvent, id: string, ending: string): Promise<AskedTable> {
	const page = await asked(event);
	if (page === null || !isTableId(id)) error(404, m.no_such_table());
	const { searchParams } = event.url;
	const by = dimensions.find((known) => known === searchParams.get('by')) ?? 'unit';
	const stage = stages.find((known) => known === searchParams.get('stage'));
	const key = searchParams.get('measure') ?? '';
	const rateKey =
		Object.hasOwn(measures, key) && measures[key as RateKey].type === 'rate' ? (key as RateKey) : undefined;
	const { shown, about, scope, request } = page;
	const { from, to } = scope.period;
	const period = request.periodName ?? `${from ?? ''}_${to ?? ''}`;
	const fileName = `${id}-${period}${shown.isIncomplete ? '-incomplete' : ''}.${ending}`;
	return {
		table: await tables[id](page.db, {
			...{ scope, by, stage, rateKey },
			compared: page.compared?.scope,
			language: getLocale()
		}),
		scope: {
			periodName: shown.periodName,
			isIncomplete: shown.isIncomplete,
			dataCut: shown.dataCut,
			version: about.version,
			filters: filterTexts(scope),
			isMadeUp: about.is_made_up
		},
		answer: (body, type) =>
			new Response(body, {
				headers: { 'content-type': type, 'content-disposition': `attachment; filename="${fileName}"` }
			})
	};
}
