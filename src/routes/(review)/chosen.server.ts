import { releasesInForce } from '#lib/server/release/read-release.ts';
import { comparableNames, comparedBy } from '#lib/view/compare-series.ts';

/** How many can stand side by side and still be told apart. */
const most = 4;

/** What the address asks to compare, of what is released. Only a name that a release holds is taken. */
export function chosenFrom({ searchParams }: URL) {
	const releases = releasesInForce();
	const by = comparedBy.find((known) => known === searchParams.get('by')) ?? 'district';
	const names = comparableNames(releases, by);
	const asked = [...new Set(searchParams.getAll('row'))];
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
export function comparison(by: string, chosen: string[]): string {
	const query = new URLSearchParams({ by });
	for (const name of chosen) query.append('row', name);
	return `?${query}`;
}
