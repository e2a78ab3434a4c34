import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { byChoices } from '#lib/view/by-choices.ts';
import { own } from '#lib/view/names.ts';
import { agreementSentence, replaySentence, ruleFacts, stretchRows } from '#lib/view/rules-view.ts';
import { definitionLines } from '#lib/view/table-about.ts';
import { tableView } from '#lib/view/table-view.ts';
import { queryString, dimensions } from '#lib/domain/scope.ts';
import { measures, rateMeasure, type RateKey } from '#queries/measures.ts';
import { asked } from '../asked.server.ts';
import { csvHref, explainHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** The rates whose places a change of the rules can move. */
const replayed = ['on-time-due', 'closure', 'resolved', 'satisfied'] as const satisfies RateKey[];

/** The rules that figures are made under, and what others would make of the same period. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, rules, ruleBook, inUse, shown } = page;
	const key = replayed.find((known) => known === event.url.searchParams.get('measure')) ?? 'on-time-due';
	const by = dimensions.find((known) => known === event.url.searchParams.get('by')) ?? 'kind';
	const [replay, deadlines] = await Promise.all([
		inUse && tables.replay(db, { scope, by: 'unit', rateKey: key, fewest: rules.minimumVolume, inUse }),
		rules.limits.length > 0 ? tables.deadlines(db, { scope, by }) : null
	]);
	const measureName = own(rateMeasure(key).name);
	const href = (change: Record<string, string>) => {
		const query = new URLSearchParams(queryString(request));
		for (const [name, value] of Object.entries(change)) query.set(name, value);
		return `${event.url.pathname}?${query}`;
	};
	return {
		page: { ...shown, bar: { ...shown.bar, carried: [{ name: 'measure', value: key }] } },
		foot: { ...shown.foot, definitions: replay ? definitionLines(replay) : [] },
		finding: replay ? replaySentence(replay, { measure: measureName, rules: own(rules.name) }) : undefined,
		chosen: { title: own(rules.name), isInUse: inUse === null, facts: ruleFacts(rules) },
		stretches: stretchRows(ruleBook.inUse),
		choices: ruleBook.sets.map(({ id, name }) => ({
			label: own(name),
			href: href({ rules: id }),
			current: id === rules.id
		})),
		replay: replay && {
			choices: replayed.map((value) => ({
				label: own(measures[value].name),
				href: href({ measure: value }),
				current: value === key
			})),
			table: tableView(replay, {
				caption: m.rules_replay_caption({ measure: measureName, rules: own(rules.name) }),
				csvHref: csvHref(request, 'replay', { measure: key }),
				explain: (of, name) => explainHref(request, of, 'unit', name),
				empty: m.ranking_nothing({ measure: measureName })
			})
		},
		deadlines: deadlines && {
			finding: agreementSentence(deadlines),
			choices: byChoices(event.url, { by }).by,
			table: tableView(deadlines, {
				caption: m.rules_deadlines_caption(),
				csvHref: csvHref(request, 'deadlines', { by }),
				empty: m.rules_deadlines_none()
			})
		}
	};
};
