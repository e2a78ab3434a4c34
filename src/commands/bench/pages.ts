import { everything } from '#lib/domain/scope.ts';
import type { WarehouseDb } from '#lib/server/warehouse/warehouse.ts';
import { filterValues } from '#queries/filter-values.ts';
import { ordersBehind } from '#queries/orders-behind.ts';

/** Addresses that name nothing of the city: every kind of page, and the heavy ones over all days of receipt. */
const fixed = [
	'/',
	'/releases',
	'/overview',
	'/response-times',
	'/completion',
	'/ranking',
	'/return-visits',
	'/explain/on-time-due',
	'/orders/behind/on-time-due',
	'/watch-list',
	'/methods',
	'/tables/ranking.csv',
	'/overview?period=all',
	'/response-times?period=all',
	'/response-times?period=all&by=unit&days=clock&clock=unit',
	'/completion?period=all&by=unit',
	'/ranking?period=all',
	'/return-visits?period=all',
	'/explain/handling-survival?period=all',
	'/orders/behind/on-time-due?period=all',
	'/watch-list?period=2026-09',
	'/tables/ranking.csv?period=all',
	'/tables/handling-time.xlsx?period=all',
	'/tables/done-within.parquet?period=all',
	'/charts/overview/funnel.svg?period=all',
	'/catalogue?period=all',
	'/quality',
	'/quality?period=all',
	'/quality/timeliness-unknown?period=all',
	'/changes?period=2026-Q3',
	'/exclusions?period=all',
	'/return-visits/selection?period=all',
	'/return-visits/two-answers?period=all',
	'/return-visits/draw?period=2026-09',
	'/return-visits/handlers?period=all',
	'/rules?rules=usual-limits&period=all',
	'/overview?rules=usual-limits&period=all'
];

/** Every page that is measured; two units, two districts and an order are those the city has most of, or first. */
export async function pagesOf(db: WarehouseDb): Promise<string[]> {
	const [values, orders] = await Promise.all([
		filterValues(db).execute(),
		ordersBehind(db, 'received', 'numerator', everything).execute()
	]);
	const compared = (dimension: string) =>
		new URLSearchParams(
			values
				.filter((row) => row.dimension === dimension && row.value !== null)
				.slice(0, 2)
				.map(({ value }) => [dimension, value as string])
		);
	return [
		...fixed,
		`/compare?${compared('district')}`,
		`/compare?${compared('unit')}`,
		`/orders/${encodeURIComponent(orders[0]!.orderNumber)}`
	];
}
