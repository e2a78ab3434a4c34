import { createHash } from 'node:crypto';
import { sampleSizes, type SampleWish, type SizedStratum } from '#lib/domain/sample.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { sampleDrawn } from '#queries/sample-drawn.ts';
import { sampleEligible } from '#queries/sample-eligible.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

export type DrawnOrder = { unit: string | null; orderNumber: string; place: number };

export type Sample = {
	seed: string;
	strata: SizedStratum[];
	eligible: number;
	size: number;
	orders: DrawnOrder[];
	/** SHA-256 of the order numbers as listed, a line each: two lists are the same where it is. */
	digest: string;
};

/** How many orders of each unit would be drawn, without drawing any. */
export async function sampleStrata(db: WarehouseDb, scope: Scope, wish: SampleWish): Promise<SizedStratum[]> {
	return sampleSizes(await sampleEligible(db, scope).execute(), wish);
}

/** Draws. The same seed, exports and wish give the same orders, on any machine. */
export async function drawSample(db: WarehouseDb, scope: Scope, wish: SampleWish, seed: string): Promise<Sample> {
	const strata = await sampleStrata(db, scope, wish);
	const wanted = strata.filter(({ size }) => size > 0);
	const orders = wanted.length === 0 ? [] : await sampleDrawn(db, scope, seed, wanted).execute();
	return {
		seed,
		strata,
		eligible: strata.reduce((sum, { eligible }) => sum + eligible, 0),
		size: orders.length,
		orders,
		digest: createHash('sha256')
			.update(orders.map(({ orderNumber }) => `${orderNumber}\n`).join(''))
			.digest('hex')
	};
}

/** What the audit chain keeps of a draw. */
export const sampleDetail = ({ seed, eligible, size, digest }: Sample, scope: Scope, version: string) => ({
	seed,
	from: scope.period.from,
	to: scope.period.to,
	version,
	eligible,
	size,
	digest
});
