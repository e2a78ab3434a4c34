import { releasesInForce } from '#lib/server/release/read-release.ts';
import { comparableNames, comparedBy } from '#lib/view/compare-series.ts';

/** How many can stand side by side and still be told apart. */
const most = 4;

/**
 * What the address asks to compare (`?unit=…&unit=…` or `?district=…`), of what is released. Only a name that a
 * release holds is taken. `?by=unit` shows what can be chosen.
 */
export function chosenFrom({ searchParams }: URL) {
	const releases = releasesInForce();
	const by = comparedBy.find((known) => searchParams.has(known) || searchParams.get('by') === known) ?? 'district';
	const names = comparableNames(releases, by);
	const asked = [...new Set(searchParams.getAll(by))];
	const known = asked.filter((name) => names.includes(name));
	return {
		releases,
		by,
		names,
		chosen: known.slice(0, most),
		asked: known.length,
		isTooMany: known.length > most,
		unknown: asked.filter((name) => !names.includes(name)).slice(0, most)
	};
}

/** The query string that asks the same again. */
export const comparison = (by: string, chosen: string[]): string =>
	`?${new URLSearchParams(chosen.map((name) => [by, name]))}`;
