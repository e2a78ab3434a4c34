import { m } from '#lib/paraglide/messages.js';
import { comparedBy, comparedMeasures } from '#lib/view/compare-series.ts';
import { comparedPeriods } from '#lib/view/compare-table.ts';
import { compareView } from '#lib/view/compare-view.ts';
import { releaseMarks } from '#lib/view/release-doubts.ts';
import { releaseHref } from '#lib/view/release-names.ts';
import { releaseFoot } from '#lib/view/release-view.ts';
import { chosenFrom, comparison } from '../chosen.server.ts';
import type { PageServerLoad } from './$types.js';

/** Two to four districts or units beside each other and the whole, from released files only. */
export const load: PageServerLoad = ({ url }) => {
	const { releases, by, names, chosen, asked, isTooMany, unknown } = chosenFrom(url);
	const [newest] = releases;
	return {
		foot: newest ? { ...releaseFoot(newest, comparedMeasures), period: comparedPeriods(releases) } : {},
		marks: newest && releaseMarks(newest, `${releaseHref(newest.ref)}#doubts`),
		by,
		names,
		chosen,
		problem: [
			isTooMany && m.compare_too_many({ chosen: asked }),
			unknown.length > 0 && m.compare_unknown({ names: unknown.join(m.list_gap()) })
		].filter((sentence) => sentence !== false),
		kinds: comparedBy.map((value) => ({
			label: value === 'district' ? m.compare_districts() : m.compare_units(),
			href: `/compare?by=${value}`,
			current: value === by
		})),
		view: chosen.length < 2 ? null : compareView(releases, by, chosen),
		files: ['csv', 'xlsx', 'parquet'].map((ending) => ({
			label: ending === 'csv' ? m.compare_csv() : ending === 'xlsx' ? 'XLSX' : 'Parquet',
			href: `/compare.${ending}${comparison(by, chosen)}`
		})),
		query: comparison(by, chosen)
	};
};
