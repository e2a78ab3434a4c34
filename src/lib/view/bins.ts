import { binEdges } from '#lib/domain/duration-bins.ts';
import { formatDuration } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A bin of durations in words: up to its upper edge, or beyond the last one. */
export function binName(bin: number): string {
	const locale = getLocale();
	const edge = binEdges[bin];
	if (edge === undefined) return m.bin_beyond({ edge: formatDuration(binEdges.at(-1)!, locale) });
	return m.bin_up_to({ edge: formatDuration(edge, locale) });
}
