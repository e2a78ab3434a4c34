import { nothing } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Release } from '#lib/server/release/read-release.ts';
import type { ComparedCell } from './compare-series.ts';
import { standingName } from './names.ts';
import { countText, releasedRate } from './released-cells.ts';

/** Who stands how against the whole, those who stand alike together: 'A 96%, B 95%: can't be told from the whole'. */
export function standsSentence({ manifest }: Release, cells: ComparedCell[]): string {
	const groups = new Map<string, string[]>();
	for (const { name, numerator, denominator, standing } of cells) {
		if (name === null) continue;
		const rate = releasedRate(numerator, denominator, manifest.disclosure.roundTo);
		const words = standing === null ? m.compare_no_rate() : standingName(standing);
		groups.set(words, [...(groups.get(words) ?? []), rate === nothing ? name : `${name} ${rate}`]);
	}
	const stands = [...groups].map(([standing, who]) => m.compare_stands({ name: who.join(m.compare_and()), standing }));
	return stands.join(m.list_gap());
}

/** How many each has, for a volume. */
export const countsSentence = (cells: ComparedCell[]): string =>
	cells
		.flatMap(({ name, numerator }) => (name === null ? [] : [`${name} ${countText(numerator)}`]))
		.join(m.compare_and());
