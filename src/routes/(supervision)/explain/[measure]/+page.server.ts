import { error } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { wilson } from '#lib/domain/statistics.ts';
import { recorded } from '#lib/server/warehouse/recorded.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { count } from '#queries/count.ts';
import { duration } from '#queries/duration.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { isMeasureKey, measures } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { own } from '#lib/view/names.ts';
import { behindParts, explanation } from '#lib/view/explanation.ts';
import { filterTexts } from '#lib/view/table-about.ts';
import { asked } from '../../asked.server.ts';
import { behindHref } from '../../links.ts';
import type { PageServerLoad } from './$types.js';

/** How a number is made: generated from the definition that computed it, with the statement that ran. */
export const load: PageServerLoad = async (event) => {
	const key = event.params.measure;
	if (!isMeasureKey(key)) error(404, m.no_such_measure({ measure: key }));
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, shown, rules } = page;
	const measure = measures[key];
	const { result, statements } = await recorded(async () => {
		if (measure.type === 'rate') {
			const counts = await rate(db, key as never, scope).executeTakeFirstOrThrow();
			return { type: 'rate' as const, ...counts, ...wilson(counts.numerator, counts.denominator) };
		}
		if (measure.type === 'duration')
			return { type: 'duration' as const, ...(await duration(db, key as never, scope).executeTakeFirstOrThrow()) };
		if (measure.type === 'survival')
			return {
				type: 'survival' as const,
				...(await handlingSurvival(db, key as never, scope).executeTakeFirstOrThrow())
			};
		return { type: 'count' as const, ...(await count(db, key as never, scope).executeTakeFirstOrThrow()) };
	});
	return {
		page: shown,
		methodsHref: `/methods#${key}`,
		foot: shown.foot,
		explanation: explanation(measure, result, {
			periodName: shown.periodName,
			dataCut: shown.dataCut,
			filters: filterTexts(scope),
			rules: m.rules_named({ name: own(rules.name), id: rules.id })
		}),
		behind: behindParts(measure, result)
			.filter(({ orders }) => orders > 0)
			.map(({ part, name, orders }) => ({
				name,
				text:
					orders === 1
						? m.orders_explain_behind_one()
						: m.orders_explain_behind({ total: formatCount(orders, getLocale()) }),
				href: behindHref(request, key, part)
			})),
		statements: statements.map(({ sql, parameters }) => ({ sql, parameters: parameters.map(String) }))
	};
};
