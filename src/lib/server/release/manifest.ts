import type { hidden } from '#lib/domain/disclosure.ts';
import type { Both } from '#lib/domain/languages.ts';

/** What a check of data quality found among the orders received in the period, protected as every count, and what it does to which measure. */
export type ReleasedDoubt = {
	key: string;
	name: Both;
	affected: number | typeof hidden;
	of: number | typeof hidden;
	/** What it is a share of, in words. */
	among: Both;
	touches: { measures: string[]; how: Both }[];
};

/** What a release says of itself: enough to check every byte and to ask the same questions again. */
export type ReleaseManifest = {
	period: string;
	/** First and last day of the period. */
	from: string;
	to: string;
	revision: number;
	/** UTC. */
	frozenAt: string;
	/** T: the figures show the state at this moment, wall clock of the city. */
	dataCut: string;
	warehouseVersion: string;
	/** Hashes of the exports the figures come from. */
	exports: string[];
	isMadeUp: boolean;
	/** Which orders its figures leave out; an older Duban left out none and did not say. */
	leftOut?: 'confidential'[];
	/** The rule set in use on the period's last day; left out by a release of an older Duban. */
	rules?: { id: string; name: Both };
	/** What checks of data quality put in doubt, from this share on, the largest first; left out by a release of an older Duban. */
	doubts?: { from: number; found: ReleasedDoubt[] };
	disclosure: { fewest: number; roundTo: number; fewestForRate: number };
	definitions: { id: string; key: string; name: Both; formula: Both; leftOut: Both; basis: string; source: string }[];
	/** The statements behind each table, with the values bound to them. */
	statements: Record<string, { sql: string; parameters: unknown[] }[]>;
	files: { name: string; sha256: string; bytes: number }[];
};
