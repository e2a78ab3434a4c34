import { earlierKeys } from '#lib/domain/earlier-periods.ts';
import { filterDimensions, type Scope } from '#lib/domain/scope.ts';
import { changedRates } from '#lib/server/reports/changes-tables.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { byChoices } from '#lib/view/by-choices.ts';
import { changesFinding } from '#lib/view/changes-view.ts';
import { own } from '#lib/view/names.ts';
import { periodName } from '#lib/view/period-names.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { measures } from '#queries/measures.ts';
import { asked, type Asked } from '../asked.server.ts';
import { csvHref, explainHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** This period beside the period before and the year before: both, with what chance makes of the differences. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, request, shown } = page;
	const { searchParams } = event.url;
	const key = changedRates.find((known) => known === searchParams.get('measure')) ?? 'on-time-due';
	const by = filterDimensions.find((known) => known === searchParams.get('by')) ?? 'unit';
	const measure = own(measures[key].name);
	const stretches = await Promise.all(
		stretchesOf(page).map(async ({ scope, earlier, days, hint, title, id }) => {
			const options = { scope, earlier, by, rateKey: key };
			const [headline, byTable, times] = await Promise.all([
				tables.changes(db, options),
				tables['changes-by'](db, options),
				tables['changes-times'](db, options)
			]);
			const like = days === 'same' ? { days } : undefined;
			const asked = days === 'same' ? { ...request, periodName: null, scope } : request;
			const view = { withBase: true, without: onlyInFiles };
			return {
				title,
				hint,
				finding: changesFinding(headline, key, measure),
				raw: [headline, byTable],
				headline: {
					...tableView(headline, {
						...view,
						caption: m.changes_caption({ period: periodName(scope.period) }),
						csvHref: csvHref(request, 'changes', like),
						explain: (of) => explainHref(asked, of)
					}),
					id: `changes${id}`
				},
				byTable: {
					...tableView(byTable, {
						...view,
						caption: m.changes_by_caption({ measure, period: periodName(scope.period) }),
						csvHref: csvHref(request, 'changes-by', { ...like, by, measure: key }),
						explain: (of, name) => explainHref(asked, of, by, name)
					}),
					id: `changes-by${id}`
				},
				times: {
					...tableView(times, {
						caption: m.changes_times_caption({ period: periodName(scope.period) }),
						csvHref: csvHref(request, 'changes-times', { ...like, by }),
						explain: (of, name) => explainHref(asked, of, by, name)
					}),
					id: `changes-times${id}`
				}
			};
		})
	);
	const link = (value: string) => {
		const query = new URLSearchParams(searchParams);
		query.set('measure', value);
		return `${event.url.pathname}?${query}`;
	};
	return {
		page: {
			...shown,
			bar: {
				...shown.bar,
				carried: [
					{ name: 'measure', value: key },
					{ name: 'by', value: by }
				]
			}
		},
		foot: { ...shown.foot, definitions: definitionLines(...(stretches[0]?.raw ?? [])) },
		finding: stretches[0] ? (stretches[0].finding ?? m.changes_nothing({ measure })) : m.changes_open_period(),
		stretches: stretches.map(({ raw: _, ...stretch }) => stretch),
		choices: {
			measure: changedRates.map((value) => ({
				label: own(measures[value].name),
				href: link(value),
				current: value === key
			})),
			// Months of three periods have no month in common.
			by: byChoices(event.url, { by }).by.filter((_, place) => place < filterDimensions.length)
		}
	};
};

/** Stand in the files alone: on the page a rate shows its base, a difference its interval. */
const onlyInFiles = ['Numerator', 'Denominator', 'Low', 'High'].flatMap((part) => [
	part.toLowerCase(),
	...earlierKeys.map((key) => `${key}${part}`)
]);

/** What is held against what: the same days first where the period is not over, then the whole periods. */
function stretchesOf({ scope, earlier }: Asked) {
	const of = (pick: (one: Asked['earlier'][number]) => Scope | undefined) =>
		Object.fromEntries(earlier.map((one) => [one.key, pick(one) ?? null]));
	const like = earlier.find((one) => one.like)?.like;
	if (earlier.length === 0) return [];
	const days = like?.days ?? null;
	const whole = {
		...{ scope, earlier: of((one) => one.scope), days: 'whole', id: '' },
		...{ title: m.changes_whole(), hint: days === null && like ? null : m.changes_whole_unlike() }
	};
	if (!like || days === null) return [whole];
	const same = {
		...{ scope: like.now, earlier: of((one) => one.like?.then), days: 'same', id: '-same' },
		...{ title: m.changes_same_days({ days }), hint: null }
	};
	return [same, whole];
}
