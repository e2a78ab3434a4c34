import { listMarks } from '#lib/view/release-doubts.ts';
import { releasesTable } from '#lib/view/release-list.ts';
import { filesBeside } from '#lib/view/table-files.ts';
import { releaseLists } from '../release-lists.server.ts';
import { mayBeKeptAWhile } from '../shown-release.server.ts';
import type { PageServerLoad } from './$types.js';

/** Complete as it comes: a phone on a bad line loads no script and no second copy of the figures. */
export const csr = false;

/** Every period released, each list with its files. */
export const load: PageServerLoad = (event) => {
	const lists = releaseLists().filter(({ releases }) => releases.length > 0);
	if (lists.length > 0) mayBeKeptAWhile(event);
	return {
		foot: { isMadeUp: lists.some(({ releases }) => releases.some(({ manifest }) => manifest.isMadeUp)) },
		marks: listMarks(lists.flatMap(({ releases }) => releases)),
		tables: lists.map(({ id, caption, releases }) => {
			const csvHref = `/releases/${id}.csv`;
			return { ...releasesTable(releases, caption), id, csvHref, otherFiles: filesBeside(csvHref) };
		})
	};
};
