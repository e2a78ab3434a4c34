import { publicCount } from '#lib/domain/disclosure.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { markedFrom, qualityCheck } from '#queries/quality/index.ts';
import { marked, quality } from '../reports/quality.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import type { ReleaseManifest } from './manifest.ts';

/** The findings that are marked beside the figures they touch, the largest share first. */
export async function doubtsReleased(db: WarehouseDb, scope: Scope): Promise<NonNullable<ReleaseManifest['doubts']>> {
	const found = marked(await quality(db, scope)).map(({ key, affected, of }) => {
		const { name, among, touches } = qualityCheck(key);
		return {
			...{ key, name, among },
			...{ affected: publicCount(affected), of: publicCount(of) },
			touches: touches.map(({ measures, how }) => ({ measures: [...measures], how }))
		};
	});
	return { from: markedFrom, found };
}
