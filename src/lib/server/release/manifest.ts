import type { Both } from '#lib/domain/languages.ts';

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
	disclosure: { fewest: number; roundTo: number; fewestForRate: number };
	definitions: { id: string; key: string; name: Both; formula: Both; leftOut: Both; basis: string; source: string }[];
	/** The statements behind each table, with the values bound to them. */
	statements: Record<string, { sql: string; parameters: unknown[] }[]>;
	files: { name: string; sha256: string; bytes: number }[];
};
