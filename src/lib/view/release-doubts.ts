import type { QualityMarks } from '#lib/components/quality-marks.ts';
import { formatRate, formatShare } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Release } from '#lib/server/release/read-release.ts';
import type { ReleasedDoubt } from '#lib/server/release/manifest.ts';
import { own } from './names.ts';
import { namedPeriodName } from './period-names.ts';
import { nameOf } from './release-figures.ts';
import { releaseHref } from './release-names.ts';
import { countText, shareOf } from './released-cells.ts';

/** Where the page of a release says what is in doubt. */
const place = '#doubts';

/** The share of orders in doubt, or, where one of its counts is hidden, that count as it is written. */
function shareText({ affected, of }: ReleasedDoubt): string {
	const share = shareOf(affected, of);
	return share === null ? countText(affected) : formatRate(share.numerator, share.denominator);
}

const detail = (doubt: ReleasedDoubt, period: string) =>
	m.quality_mark_detail({
		...{ affected: countText(doubt.affected), of: countText(doubt.of), among: own(doubt.among) },
		...{ period: namedPeriodName(period), name: own(doubt.name) }
	});

/** The marks of a release's figures, as of a page of its own, where `href` leads to what they mean; of each measure the largest doubt. */
export function releaseMarks({ ref, manifest }: Release, href = place): QualityMarks {
	const doubts = manifest.doubts?.found ?? [];
	const measures = new Map<string, string>();
	for (const { key, touches } of doubts)
		for (const measure of touches.flatMap((touched) => touched.measures))
			if (!measures.has(measure)) measures.set(measure, key);
	return {
		checks: Object.fromEntries(
			doubts.map((doubt) => [
				doubt.key,
				{
					text: m.quality_mark({ share: shareText(doubt), name: own(doubt.name) }),
					detail: detail(doubt, ref.period),
					href
				}
			])
		),
		measures: Object.fromEntries(measures)
	};
}

/** What a measure of one release in a list of several is called there. */
export const measureIn = ({ ref }: Pick<Release, 'ref'>, measure: string) => `${ref.period} ${measure}`;

/** The marks of a list of releases, whose measures go by measureIn. */
export function listMarks(releases: Release[]): QualityMarks {
	const all: QualityMarks = { checks: {}, measures: {} };
	for (const release of releases) {
		const { checks, measures } = releaseMarks(release, `${releaseHref(release.ref)}${place}`);
		for (const [key, mark] of Object.entries(checks)) all.checks[measureIn(release, key)] = mark;
		for (const [measure, key] of Object.entries(measures))
			all.measures[measureIn(release, measure)] = measureIn(release, key);
	}
	return all;
}

/** What is in doubt, for the page of the release: from which share on, each finding, and what it does to which figures. Null where the release does not say. */
export function releaseDoubts(release: Release) {
	const { doubts } = release.manifest;
	if (!doubts) return null;
	return {
		from: formatShare(doubts.from, 0),
		found: doubts.found.map((doubt) => ({
			key: doubt.key,
			term: `${own(doubt.name)}${m.list_gap()}${shareText(doubt)}`,
			found: detail(doubt, release.ref.period),
			effects: doubt.touches.map(({ measures, how }) => ({
				how: m.quality_effect({ how: own(how) }),
				measures: measures.map((measure) => nameOf(release, measure)).join(m.list_gap())
			}))
		}))
	};
}
