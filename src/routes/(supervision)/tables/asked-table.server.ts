import { error, type RequestEvent } from '@sveltejs/kit';
import { dimensions } from '#lib/domain/scope.ts';
import { earlierKeys } from '#lib/domain/earlier-periods.ts';
import { peerChoices } from '#lib/domain/ranking-doubt.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { isTableId, stages, tables } from '#lib/server/reports/tables.ts';
import { attachment, fileName } from '#lib/domain/file-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dimensionName, own } from '#lib/view/names.ts';
import { filterTexts, type TableScope } from '#lib/view/table-about.ts';
import { tableTitle } from '#lib/view/table-title.ts';
import { mostOrdersInFile } from '#lib/server/reports/orders-tables.ts';
import { reasonFrom } from '#lib/view/watch-reasons.ts';
import { isMeasureKey, measures, type RateKey } from '#queries/measures.ts';
import { isCheckKey } from '#queries/quality/index.ts';
import { parts } from '#queries/where/behind.ts';
import { isCityLevelOnly } from '#queries/where/city-level.ts';
import { periodName } from '#lib/view/period-names.ts';
import { asked, ofAnyDay, type Asked } from '../asked.server.ts';
import { recordView } from '../viewed.server.ts';

export type AskedTable = { table: FigureTable; scope: TableScope; answer: (body: BodyInit, type: string) => Response };

/** The table that an address names, from the function its page uses; whatever its file is, it says the same of itself. */
export async function askedTable(event: RequestEvent, id: string, ending: string): Promise<AskedTable> {
	const page = await asked(id === 'watch-list' ? { url: ofAnyDay(event.url) } : event, { hasFigures: false });
	if (page === null || !isTableId(id)) error(404, m.no_such_table());
	const { searchParams } = event.url;
	const ofOrders = await ordersAsked(event, id);
	const by = dimensions.find((known) => known === searchParams.get('by')) ?? 'unit';
	const stage = stages.find((known) => known === searchParams.get('stage'));
	const key = searchParams.get('measure') ?? '';
	const rateKey =
		Object.hasOwn(measures, key) && measures[key as RateKey].type === 'rate' ? (key as RateKey) : undefined;
	const peers = peerChoices.find((known) => known === searchParams.get('peers'));
	const { shown, about, request } = page;
	const { scope, options } = comparedScope(page, id, searchParams.get('days') === 'same');
	const { from, to } = request.scope.period;
	const period = request.periodName ?? `${from ?? ''}_${to ?? ''}`;
	const table = await tables[id](page.db, {
		...{ scope, by, stage, rateKey, peers, ...options, language: getLocale(), ...ofOrders },
		...{ fewest: page.rules.minimumVolume, inUse: page.inUse }
	});
	const isWhole = !shown.isIncomplete && table.rows.length < mostOrdersInFile;
	const nameParts = [
		tableTitle(id),
		table.by ? m.more_file_by({ dimension: dimensionName(table.by) }) : '',
		shown.periodName,
		isWhole ? '' : m.away_incomplete()
	];
	const plainName = `${id}-${period}${isWhole ? '' : '-incomplete'}.${ending}`;
	return {
		table,
		scope: {
			periodName: periodName(scope.period),
			isIncomplete: !isWhole,
			dataCut: shown.dataCut,
			version: about.version,
			filters: filterTexts(scope),
			rules: m.rules_named({ name: own(page.rules.name), id: page.rules.id }),
			isMadeUp: about.is_made_up
		},
		answer: (body, type) =>
			new Response(body, {
				headers: { 'content-type': type, 'content-disposition': attachment(plainName, fileName(nameParts, ending)) }
			})
	};
}

/** What a file of orders is asked for; who takes one away is written down before. Nothing for any other table. */
async function ordersAsked(event: RequestEvent, id: string) {
	const { searchParams } = event.url;
	if (id === 'quality-orders') {
		const checkKey = searchParams.get('check') ?? 'timeliness-unknown';
		if (!isCheckKey(checkKey)) error(404, m.no_such_table());
		await recordView(event, `quality ${checkKey}`);
		return { checkKey };
	}
	if (id !== 'orders-behind' && id !== 'watch-list') return {};
	const measureKey = searchParams.get('measure') ?? '';
	if (id === 'orders-behind' && (!isMeasureKey(measureKey) || isCityLevelOnly(measures[measureKey])))
		error(404, m.no_such_table());
	await recordView(event, id === 'watch-list' ? id : measureKey);
	return {
		measureKey: isMeasureKey(measureKey) ? measureKey : undefined,
		part: parts.find((known) => known === searchParams.get('part')),
		reason: reasonFrom(searchParams.get('reason'))
	};
}

/**
 * The scope of a table that is held against earlier periods, and those: like with like, or, where the address does not
 * ask for the same days of a period that is not over, whole. Any other table has the scope of its page.
 */
function comparedScope({ scope, earlier, request }: Asked, id: string, isSameDays: boolean) {
	const like = earlier.flatMap(({ key, like }) => (like ? [{ key, ...like }] : []));
	if (id === 'movement') {
		const one = like.find(({ key }) => key === request.comparison);
		return { scope: one?.now ?? scope, options: { compared: one?.then } };
	}
	if (!id.startsWith('changes')) return { scope, options: {} };
	const then = isSameDays
		? like.map(({ key, then }) => ({ key, scope: then }))
		: earlier.map(({ key, scope }) => ({ key, scope }));
	const byKey = earlierKeys.map((key) => [key, then.find((one) => one.key === key)?.scope ?? null]);
	return { scope: (isSameDays && like[0]?.now) || scope, options: { earlier: Object.fromEntries(byKey) } };
}
