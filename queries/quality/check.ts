import type { Both } from '#lib/domain/languages.ts';
import type { MeasureKey } from '../measures.ts';
import type { OptionalColumn } from '../columns-carried.ts';
import type { Condition } from '../where/tables.ts';

/** What a check looks for: nothing there, nothing to be judged by, out of date, or not possible together. */
export const checkKinds = ['completeness', 'validity', 'timeliness', 'contradictions'] as const;
export type CheckKind = (typeof checkKinds)[number];

/** What a finding does to some measures, said in one sentence for all of them. */
export type Effect = { measures: readonly MeasureKey[]; how: Both };

/**
 * A check of data quality. It counts orders received in the period: those it finds, of those it could find. The two are
 * conditions on one order, as a measure's are, so that page, mark, list and command line count the same.
 */
export type QualityCheck = {
	id: string;
	kind: CheckKind;
	name: Both;
	/** What is counted, in words. */
	finds: Both;
	/** What it is a share of, in words. */
	among: Both;
	/** Columns that no check can do without: where no export fills them, nothing is found and that is said. */
	needs: readonly OptionalColumn[];
	of: Condition;
	affected: Condition;
	touches: readonly Effect[];
};
