import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { releasesInForce, type Release } from '#lib/server/release/read-release.ts';
import { momentOfList, tableAnswer } from '#lib/server/table-answer.ts';
import { releasesTaken } from '#lib/view/release-list.ts';
import type { TakenEnding } from '#lib/view/taken-table.ts';
import { mayBeKeptAWhile } from './shown-release.server.ts';

/** The releases in force, newest first, months and quarters apart: a quarter counts its months again. */
export function releaseLists(): { id: string; caption: string; title: string; releases: Release[] }[] {
	const releases = releasesInForce();
	const isQuarter = ({ ref }: Release) => ref.period.includes('Q');
	return [
		{
			id: 'months',
			caption: m.release_months_released(),
			title: m.lists_released_months(),
			releases: releases.filter((release) => !isQuarter(release))
		},
		{
			id: 'quarters',
			caption: m.release_quarters_released(),
			title: m.lists_released_quarters(),
			releases: releases.filter(isQuarter)
		}
	];
}

/** A list of releases as a file, with the rows of the page. */
export async function releaseListFile(event: RequestEvent<{ list: string }>, ending: TakenEnding): Promise<Response> {
	const list = releaseLists().find(({ id }) => id === event.params.list);
	if (!list) error(404, m.no_such_table());
	if (list.releases.length > 0) mayBeKeptAWhile(event);
	return tableAnswer(releasesTaken(list.releases, { ...list, moment: momentOfList() }), ending);
}
