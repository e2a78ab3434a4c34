import { sql } from 'kysely';
import type { Scope } from '#lib/domain/scope.ts';
import { placeMeasure, type PlaceKey } from './measures.ts';
import { inScope } from './where/in-scope.ts';
import { nullsLast } from './where/order.ts';
import type { Db } from './where/tables.ts';

/**
 * How many orders, seats or staff are there for each so many residents? One row of the whole city (of the districts it
 * is kept to), or one per district: numerator, residents and value; null where the list of places does not say.
 * Residents, seats and staff are those of the latest entry up to the period's end, or to T.
 */
export function perResident(db: Db, key: PlaceKey, scope: Scope, by?: 'district') {
	const { counted, residents: each } = placeMeasure(key);
	const { to } = scope.period;
	const isKept = by === 'district' || scope.district.length > 0;
	const places = db
		.selectFrom('places')
		.where((eb) =>
			eb(
				'valid_from',
				'=',
				eb
					.selectFrom('places as others')
					.select((inner) => inner.fn.max<string>('valid_from').as('latest'))
					.where(sql<boolean>`coalesce(others.district, '') = coalesce(places.district, '')`)
					.where((inner) =>
						inner(
							'others.valid_from',
							'<=',
							to === null
								? sql<string>`cast(${inner.selectFrom('about').select('data_cut')} as date)`
								: sql<string>`cast(${to} as date)`
						)
					)
			)
		)
		.where('district', isKept ? 'is not' : 'is', null)
		.$if(scope.district.length > 0, (query) => query.where('district', 'in', scope.district))
		.select(['district', 'residents', 'seats', 'staff']);
	const received = db
		.selectFrom('orders')
		.where((eb) =>
			eb.and([
				inScope(eb, scope, 'received_at'),
				eb.or([eb('kind_code', 'is', null), eb('kind_code', '<>', 'invalid')])
			])
		)
		.select((eb) => [
			isKept ? 'district' : sql<string | null>`cast(null as varchar)`.as('district'),
			eb.fn.countAll<number>().as('orders')
		])
		.$if(isKept, (query) => query.groupBy('district'));
	const count = counted === 'orders' ? sql<number>`coalesce(received.orders, 0)` : sql.ref<number>(`places.${counted}`);
	const top = sql<number | null>`cast(sum(${count}) as bigint)`;
	const bottom = sql<number | null>`cast(sum(places.residents) as bigint)`;
	return db
		.selectFrom(places.as('places'))
		.leftJoin(received.as('received'), (join) =>
			join.on(sql<boolean>`coalesce(received.district, '') = coalesce(places.district, '')`)
		)
		.where('places.residents', 'is not', null)
		.where(sql<boolean>`${count} is not null`)
		.select([
			top.as('numerator'),
			bottom.as('residents'),
			sql<number | null>`cast(${each} as double precision) * ${top} / nullif(${bottom}, 0)`.as('value')
		])
		.$if(by === 'district', (query) =>
			query.select('places.district as name').groupBy('places.district').orderBy('places.district', nullsLast('asc'))
		);
}
