import { columnsLacking } from '#lib/domain/carried.ts';
import type { Scope } from '#lib/domain/scope.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import type { MeasureKey } from '#queries/measures.ts';
import { qualityFound } from '#queries/quality-found.ts';
import {
	checkKeys,
	checkKinds,
	checksCarried,
	markedFrom,
	measuresTouched,
	qualityCheck,
	type CheckKey,
	type CheckKind
} from '#queries/quality/index.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

/** What one check found: orders, of how many it could find; nothing where no export fills its columns. */
export type Finding = {
	key: CheckKey;
	affected: number | null;
	of: number | null;
	share: number | null;
	/** The columns that no export fills, so that the check can not be made. */
	lacking: string[];
};

export type Quality = {
	/** Orders received in the period, and those that any check finds. */
	orders: number;
	any: number;
	kinds: Record<CheckKind, number>;
	findings: Finding[];
};

/** What every check finds among the orders received in the period, in the order of their definitions; one reading of the orders. */
export async function quality(db: WarehouseDb, scope: Scope): Promise<Quality> {
	const carried: Record<string, number> = await columnsCarried(db).executeTakeFirstOrThrow();
	const made = checksCarried(carried);
	const row = await qualityFound(db, scope, made).executeTakeFirstOrThrow();
	return {
		orders: row.orders,
		any: row.any,
		kinds: Object.fromEntries(checkKinds.map((kind) => [kind, row[`kind ${kind}`]])) as Record<CheckKind, number>,
		findings: checkKeys.map((key): Finding => {
			const lacking = columnsLacking<string>(qualityCheck(key).needs, carried);
			if (lacking.length > 0) return { key, lacking, affected: null, of: null, share: null };
			const [affected, of] = [row[`found ${key}`], row[`of ${key}`]];
			return { key, affected, of, share: of === 0 ? null : affected / of, lacking };
		})
	};
}

/** A finding large enough to stand beside the figures it touches. */
export type Marked = Finding & { affected: number; of: number; share: number };

/** Of these findings those that are marked, the largest share first. */
export const marked = ({ findings }: Quality): Marked[] =>
	findings
		.filter((finding): finding is Marked => finding.share !== null && finding.share >= markedFrom)
		.sort((a, b) => b.share - a.share);

/** The measures that marked findings touch, each with its findings, the largest share first. */
export function measuresInDoubt(quality: Quality): Map<MeasureKey, Marked[]> {
	const inDoubt = new Map<MeasureKey, Marked[]>();
	for (const finding of marked(quality))
		for (const measure of measuresTouched(finding.key))
			inDoubt.set(measure, [...(inDoubt.get(measure) ?? []), finding]);
	return inDoubt;
}
