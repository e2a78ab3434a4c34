import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { KindName } from '#lib/domain/kinds/kind.ts';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { publicCalendar } from '#lib/domain/working-days.ts';
import { currentVersion, type DataFolder } from '../data-folder.ts';
import type { RowStanding } from './merge.ts';

/** An export that goes into a warehouse version. */
export type BuildInput = {
	sha256: string;
	/** The hash of its staged rows: the same bytes may be read otherwise, by another rule or in another date order. */
	staged: string;
	fileName: string;
	dataCut: string;
	dataCutFrom: TakenIn['dataCutFrom'];
	/** How many times over its rows are mended ones; none where it is left out. */
	mending?: number;
	/** What it is a list of; orders where an older program took it in. */
	kind?: KindName;
	isMadeUp: boolean;
	notes: string[];
};

/** What a version was made from, and what was counted when it was. Stands beside it as `<version>.json`. */
export type Manifest = {
	version: string;
	zone: string;
	dataCut: string;
	orders: number;
	/** What the tables held when they were written; `duban verify` reads them again. */
	fingerprint?: string;
	/** How many versions in a row went on from the one before, and how many rows of orders were taken out by them; left out where all tables were made anew. */
	carriedOver?: number;
	holes?: number;
	/** How the rows of the exports it was built to take in stood, by their hashes: the ledger's counts, should its writer die. */
	standings?: Record<string, RowStanding>;
	inputs: BuildInput[];
};

/** Raised whenever merge, assess or summarise would make other rows from the same exports. */
const buildRules = 12;

/**
 * The name of the version these inputs give: equal inputs, whatever their order, give the equal name, so that
 * the same export twice changes nothing. Another working-day calendar is another version.
 */
export function versionOf(inputs: BuildInput[], zone: string): string {
	const parts = inputs
		.map(({ sha256, staged, dataCut, mending }) => [sha256, staged, dataCut, ...(mending ? [mending] : [])].join(' '))
		.sort();
	return createHash('sha256')
		.update(
			[buildRules, zone, publicCalendar.years, publicCalendar.worked, JSON.stringify(plainRules), ...parts].join('\n')
		)
		.digest('hex')
		.slice(0, 16);
}

/** The manifest of the version that is served, or null before the first import. */
export function currentManifest(folder: DataFolder): Manifest | null {
	const version = currentVersion(folder);
	if (version === null) return null;
	return JSON.parse(readFileSync(join(folder.warehouse, `${version}.json`), 'utf8')) as Manifest;
}

/** The same, and null also where pointer or manifest were damaged: what stood in them can be made again. */
export function manifestIfReadable(folder: DataFolder): Manifest | null {
	try {
		return currentManifest(folder);
	} catch {
		return null;
	}
}
