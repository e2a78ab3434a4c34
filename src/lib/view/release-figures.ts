import type { Figure } from '#lib/components/figure-card.ts';
import { formatDuration } from '#lib/domain/format.ts';
import type { Cell } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Release } from '#lib/server/release/read-release.ts';
import { countChange, durationChange, rateChange } from './change.ts';
import { own } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { definitionsHref } from './release-names.ts';
import { count, countText, releasedRate, shareOf, totalOf } from './released-cells.ts';

/** The city's numbers of a release, as released. */
export function totalsOf({ tables }: Release) {
	const onTime = totalOf(tables['on-time-by-district']);
	const visits = totalOf(tables['return-visits-by-district']);
	return {
		volumes: totalOf(tables['volumes-by-month']),
		states: totalOf(tables['timeliness-by-district']),
		handling: totalOf(tables['handling-time-by-district']),
		visits,
		rates: {
			'on-time-due': [onTime.dueNumerator, onTime.dueDenominator],
			'visit-response': [visits.valid, visits.attempted],
			resolved: [visits.resolved, visits.valid],
			satisfied: [visits.satisfied, visits.valid]
		} satisfies Record<string, [Cell | undefined, Cell | undefined]>
	};
}

type RateKey = keyof ReturnType<typeof totalsOf>['rates'];

/** The cards of a release; each leads to its definition. `before` is the release of the period before, if there is one. */
export function releaseFigures(release: Release, before: Release | null): Figure[] {
	const now = totalsOf(release);
	const then = before && totalsOf(before);
	const than = before ? namedPeriodName(before.ref.period) : '';
	const [received, receivedThen] = [count(now.volumes.received), count(then?.volumes.received)];
	const [median, medianThen] = [count(now.handling.medianSeconds), count(then?.handling.medianSeconds)];
	return [
		{
			id: 'received',
			measure: 'received',
			state: 'value',
			label: nameOf(release, 'received'),
			href: definitionsHref(release.ref, 'received'),
			value: countText(now.volumes.received),
			base: m.received_base({ toUnits: countText(now.volumes.toUnits), desk: countText(now.volumes.desk) }),
			change: received !== null && receivedThen !== null ? countChange(received, receivedThen, than) : undefined
		},
		rateFigure(release, 'on-time-due', then, than),
		{
			id: 'handling-time',
			measure: 'handling-time',
			label: m.figure_handling_median(),
			href: definitionsHref(release.ref, 'handling-time'),
			...(median === null
				? { state: 'absent' as const, reason: m.finding_no_times() }
				: {
						state: 'value' as const,
						value: formatDuration(median, getLocale()),
						base: m.release_handling_base({ n: countText(now.handling.n) }),
						change: durationChange(median, medianThen, than)
					})
		},
		{
			id: 'openOverdue',
			measure: 'open-overdue',
			state: 'value',
			label: m.figure_open_overdue(),
			href: definitionsHref(release.ref, 'table-timeliness-by-district'),
			value: countText(now.states.openOverdue),
			base: m.release_overdue_base({ total: countText(now.states.total) })
		},
		rateFigure(release, 'visit-response', then, than),
		rateFigure(release, 'resolved', then, than)
	];
}

const bases: Record<RateKey, () => string> = {
	'on-time-due': m.release_base_due,
	'visit-response': m.release_base_attempted,
	resolved: m.release_base_valid,
	satisfied: m.release_base_valid
};

function rateFigure(release: Release, key: RateKey, then: ReturnType<typeof totalsOf> | null, than: string): Figure {
	const [numerator, denominator] = totalsOf(release).rates[key];
	const common = { id: key, measure: key, label: nameOf(release, key), href: definitionsHref(release.ref, key) };
	const share = shareOf(numerator, denominator);
	if (share === null) return { ...common, state: 'absent', reason: whyAbsent(numerator, denominator) };
	const shareThen = then && shareOf(...then.rates[key]);
	return {
		...common,
		state: 'value',
		value: releasedRate(numerator, denominator, release.manifest.disclosure.roundTo),
		...share,
		base: bases[key](),
		change: shareThen ? rateChange(share, shareThen, than) : undefined
	};
}

const whyAbsent = (numerator: Cell | undefined, denominator: Cell | undefined) =>
	numerator == null || denominator == null || denominator === 0 ? m.release_not_in_exports() : m.release_too_small();

/** What a measure is called in this release's own definitions. */
export function nameOf({ manifest }: Release, key: string): string {
	const definition = manifest.definitions.find((one) => one.key === key);
	return definition ? own(definition.name) : key;
}

/** The days that orders count on for these measures, each once, out of this release's own definitions. */
export const basisOf = ({ manifest }: Release, ...keys: string[]): string[] => [
	...new Set(manifest.definitions.filter(({ key }) => keys.includes(key)).map(({ basis }) => basis))
];
