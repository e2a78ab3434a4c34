import { releasesInForce } from '#lib/server/release/read-release.ts';
import { m } from '#lib/paraglide/messages.js';
import { releasesTable } from '#lib/view/release-months.ts';
import { mayBeKeptAWhile } from '../shown-release.server.ts';
import type { PageServerLoad } from './$types.js';

/** Complete as it comes: a phone on a bad line loads no script and no second copy of the figures. */
export const csr = false;

/** Every period released, months and quarters apart: a quarter counts its months again. */
export const load: PageServerLoad = (event) => {
	const releases = releasesInForce();
	if (releases.length > 0) mayBeKeptAWhile(event);
	const isQuarter = ({ ref }: (typeof releases)[number]) => ref.period.includes('Q');
	const months = releases.filter((release) => !isQuarter(release));
	const quarters = releases.filter(isQuarter);
	return {
		foot: { isMadeUp: releases.some(({ manifest }) => manifest.isMadeUp) },
		tables: [
			{ ...releasesTable(months, m.release_months_released()), id: 'months' },
			{ ...releasesTable(quarters, m.release_quarters_released()), id: 'quarters' }
		].filter(({ rows }) => rows.length > 0)
	};
};
