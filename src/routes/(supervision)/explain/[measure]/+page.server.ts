import { error } from '@sveltejs/kit';
import { filterDimensions } from '#lib/domain/scope.ts';
import { wilson } from '#lib/domain/statistics.ts';
import { recorded } from '#lib/server/warehouse/recorded.ts';
import { m } from '#lib/paraglide/messages.js';
import { count } from '#queries/count.ts';
import { duration } from '#queries/duration.ts';
import { handlingSurvival } from '#queries/handling-survival.ts';
import { isMeasureKey, measures } from '#queries/measures.ts';
import { rate } from '#queries/rate.ts';
import { explanation } from '#lib/view/explanation.ts';
import { dimensionName, rowName } from '#lib/view/names.ts';
import { asked } from '../../asked.server.ts';
import type { PageServerLoad } from './$types.js';

/** How a number is made: generated from the definition that computed it, with the statement that ran. */
export const load: PageServerLoad = async (event) => {
	const key = event.params.measure;
	if (!isMeasureKey(key)) error(404, m.no_such_measure({ measure: key }));
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, shown } = page;
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
		foot: shown.foot,
		explanation: explanation(measure, result, {
			periodName: shown.periodName,
			dataCut: shown.dataCut,
			filters: filterDimensions.flatMap((dimension) =>
				scope[dimension].map((value) => `${dimensionName(dimension)}${m.colon()}${rowName(value, dimension)}`)
			)
		}),
		statements: statements.map(({ sql, parameters }) => ({ sql, parameters: parameters.map(String) }))
	};
};
