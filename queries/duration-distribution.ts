import { sql } from 'kysely';
import { binEdges } from '#lib/domain/duration-bins.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { durationMeasure, type DurationKey } from './measures.ts';
import { inScope } from './where/in-scope.ts';
import type { Db } from './where/tables.ts';

/**
 * How are the times of a stage spread? One row per bin that holds an order: bin is its place among binEdges
 * (binEdges.length for the open one), orders how many lie in it; a time on an edge counts below it.
 */
export function durationDistribution(db: Db, key: DurationKey, scope: Scope) {
	const measure = durationMeasure(key);
	const seconds = sql.ref<number>(measure.seconds);
	const bin = sql<number>`case ${sql.join(
		binEdges.map((edge, place) => sql`when ${seconds} <= cast(${edge} as bigint) then cast(${place} as integer)`),
		sql` `
	)} else cast(${binEdges.length} as integer) end`;
	return db
		.selectFrom((eb) =>
			eb
				.selectFrom('orders')
				.where((eb) => eb.and([inScope(eb, scope, measure.basis), measure.counted(eb), eb(measure.seconds, '>=', 0)]))
				.select(bin.as('bin'))
				.as('binned')
		)
		.select((eb) => ['bin', eb.fn.countAll<number>().as('orders')])
		.groupBy('bin')
		.orderBy('bin');
}
