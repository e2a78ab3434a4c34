import { error, type RequestEvent } from '@sveltejs/kit';
import { cityTime } from '#lib/server/city-time.ts';
import { keptFor } from '#lib/server/release/kept.ts';
import { readRelease, releasesInForce, signatureOf, type Release } from '#lib/server/release/read-release.ts';
import { releaseNamed, releasesOnShelf, revisionsOf } from '#lib/server/release/shelf.ts';
import { dataFolder } from '#lib/server/data-folder.ts';
import { releaseFoot, releaseView, type ReleaseView } from '#lib/view/release-view.ts';

/** Drawn pages: a release never changes, so a page changes only when the shelf does. */
const drawn = keptFor<ReleaseView>(60);

/** The release that the address names; 404 where there is none, whatever was written there. */
export function askedRelease({ params }: { params: { period: string; revision?: string } }): Release {
	const ref = releaseNamed(params.period, params.revision);
	if (ref === null) error(404, 'Not Found');
	return readRelease(ref);
}

/** A release as its page shows it. */
export function shownRelease(event: Pick<RequestEvent, 'locals' | 'setHeaders'>, release: Release) {
	mayBeKeptAWhile(event);
	const shelf = releasesOnShelf();
	const revisions = revisionsOf(dataFolder(), release.ref.period);
	const key = [event.locals.locale, ...[release.ref, ...shelf].map((ref) => signatureOf(ref)), ...revisions].join('\n');
	const view = drawn(key, () =>
		releaseView(release, { inForce: releasesInForce(), revisions, frozenAt: cityTime(release.manifest.frozenAt) })
	);
	return { foot: releaseFoot(release), view };
}

/** A new release is seen after five minutes at the latest. Language and session are in `vary` already. */
export const mayBeKeptAWhile = ({ setHeaders }: Pick<RequestEvent, 'setHeaders'>) =>
	setHeaders({ 'cache-control': 'public, max-age=300' });
