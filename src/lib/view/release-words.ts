import { hidden } from '#lib/domain/disclosure.ts';
import { formatRate } from '#lib/domain/format.ts';
import type { Cell } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { namedPeriodName } from './period-names.ts';
import { totalsOf } from './release-figures.ts';
import { countText, shareOf } from './released-cells.ts';

/** The one sentence a release is opened for, made of its own numbers. */
export function releaseFinding(release: Release): string {
	const { rates } = totalsOf(release);
	const onTime = shareOf(...rates['on-time-due']);
	const resolved = shareOf(...rates.resolved);
	const period = namedPeriodName(release.ref.period);
	const about = ({ numerator, denominator }: { numerator: number; denominator: number }) => ({
		numerator: countText(numerator),
		denominator: countText(denominator),
		rate: formatRate(numerator, denominator)
	});
	if (onTime === null) return m.finding_no_deadlines();
	const first = m.release_finding({ period, ...about(onTime) });
	return first + (resolved ? m.release_finding_visits(about(resolved)) : '');
}

/** What the figures of a release do not know, a sentence each; only what is so. */
export function releaseUnknowns(release: Release): string[] {
	const { states, handling, visits } = totalsOf(release);
	return [
		some(states.unknown) &&
			m.unknown_timeliness({ unknown: countText(states.unknown), total: countText(states.total) }),
		some(states.openWithin) && m.release_unknown_open({ orders: countText(states.openWithin) }),
		some(handling.negative) && m.unknown_negative({ orders: countText(handling.negative) }),
		some(handling.missing) && m.unknown_missing_time({ orders: countText(handling.missing) }),
		visits.attempted == null
			? m.no_visits()
			: m.release_unknown_unasked({ attempted: countText(visits.attempted), valid: countText(visits.valid) })
	].filter((sentence) => sentence !== false);
}

const some = (cell: Cell | undefined) => cell === hidden || (typeof cell === 'number' && cell > 0);

/** How the figures are protected, a sentence each, from the rules that the release carries. */
export function protectionSentences({ manifest, tables }: Release): string[] {
	const { fewest, roundTo, fewestForRate } = manifest.disclosure;
	const cells = Object.values(tables).flatMap((table) =>
		[...(table?.rows ?? []), table?.total ?? {}].flatMap((row) => Object.values(row))
	);
	const most = Math.floor(roundTo / 2);
	/** The furthest that rounding both counts can move a rate. */
	const points = (base: number) => String(Math.ceil(((2 * most) / (base - most)) * 1000) / 10);
	return [
		m.release_protect_small({ fewest, largest: fewest - 1, cells: cells.filter((cell) => cell === hidden).length }),
		m.release_protect_round({ roundTo }),
		m.release_protect_rates({
			fewestForRate,
			small: points(fewestForRate),
			hundred: points(100),
			thousand: points(1000)
		}),
		...(manifest.leftOut?.includes('confidential') ? [m.release_protect_confidential()] : []),
		m.release_protect_rows()
	];
}
