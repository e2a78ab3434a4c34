import { dimensions, queryString } from '#lib/domain/scope.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { pairCounts } from '#lib/server/reports/visit-pairs-tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { byChoices } from '#lib/view/by-choices.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { lackingSentence, squareTable, twiceSentence, wordsSentence } from '#lib/view/two-answers-view.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { asked } from '../../asked.server.ts';
import { csvHref, explainHref } from '../../links.ts';
import type { PageServerLoad } from './$types.js';

/** Satisfaction asked twice, and resolution as the unit and the citizen see it. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, shown } = page;
	const by = dimensions.find((known) => known === event.url.searchParams.get('by')) ?? 'unit';
	const options = { scope, by };
	const [carried, counts] = await Promise.all([columnsCarried(db).executeTakeFirstOrThrow(), pairCounts(db, options)]);
	const [answers, words, agreement] = await Promise.all([
		tables['visit-answers'](db, options, counts),
		tables['visit-words'](db, options, counts),
		tables['visit-agreement'](db, options, counts)
	]);
	const explain = (measure: string, name?: string | null) => explainHref(request, measure, by, name);
	const noTwice = lackingSentence(carried, ['visit_valid', 'satisfaction', 'satisfaction_final']);
	const noWords = lackingSentence(carried, ['visit_valid', 'visit_resolved', 'unit_resolved']);
	const [twice, said] = [twiceSentence(answers), wordsSentence(words)];
	return {
		page: shown,
		foot: { ...shown.foot, definitions: definitionLines(answers, words, agreement) },
		finding:
			noTwice && noWords ? undefined : ((noTwice ? null : twice) ?? (noWords ? null : said) ?? m.visit_answers_none()),
		backHref: `/return-visits${queryString(request)}`,
		choices: byChoices(event.url, { by }).by,
		twice: {
			lacking: noTwice,
			table: tableView(answers, {
				caption: m.visit_answers_twice_caption(),
				csvHref: csvHref(request, 'visit-answers', { by }),
				explain,
				empty: m.visit_answers_none()
			})
		},
		words: {
			lacking: noWords,
			finding: noTwice || twice === null ? null : said,
			square: squareTable(agreement, (measure) => explainHref(request, measure)),
			agreement: tableView(agreement, {
				caption: m.visit_answers_list_caption(),
				csvHref: csvHref(request, 'visit-agreement'),
				explain: (measure) => explainHref(request, measure)
			}),
			table: tableView(words, {
				caption: m.visit_answers_words_caption(),
				csvHref: csvHref(request, 'visit-words', { by }),
				explain,
				empty: m.visit_answers_none()
			})
		}
	};
};
