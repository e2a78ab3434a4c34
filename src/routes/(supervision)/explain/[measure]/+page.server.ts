import { error } from '@sveltejs/kit';
import { formatCount, formatDateTime, formatRate } from '#lib/domain/format.ts';
import { wilson } from '#lib/domain/statistics.ts';
import { answer, besideAnswer } from '#lib/server/reports/answers.ts';
import { quality } from '#lib/server/reports/quality.ts';
import { recorded } from '#lib/server/warehouse/recorded.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { besideExplanation } from '#lib/view/beside-explanation.ts';
import { own } from '#lib/view/names.ts';
import { behindParts, explanation } from '#lib/view/explanation.ts';
import { besideMissingText, missingText } from '#lib/view/missing.ts';
import { checksOfMeasure } from '#lib/view/quality-view.ts';
import { filterTexts } from '#lib/view/table-about.ts';
import { callsCarried } from '#queries/calls-carried.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { isBesideKey, isMeasureKey, measures, type BesideKey, type MeasureKey } from '#queries/measures.ts';
import { worst24Hours } from '#queries/worst-24-hours.ts';
import { asked, type Asked } from '../../asked.server.ts';
import { behindHref, qualityHref } from '../../links.ts';
import type { PageServerLoad } from './$types.js';

/** How a number is made: generated from the definition that computed it, with the statement that ran. */
export const load: PageServerLoad = async (event) => {
	const key = event.params.measure;
	if (!isMeasureKey(key) && !isBesideKey(key)) error(404, m.no_such_measure({ measure: key }));
	const page = await asked(event);
	if (page === null) return { page: null };
	const made = isMeasureKey(key) ? await ofOrders(key, page) : await besideOrders(key, page);
	const checks = isMeasureKey(key) ? await checksOn(key, page) : [];
	return { page: page.shown, methodsHref: `/methods#${key}`, foot: page.shown.foot, checks, ...made };
};

/** What checks of data quality find that touches the measure. */
const checksOn = async (key: MeasureKey, { db, scope, request }: Asked) =>
	checksOfMeasure(key, await quality(db, scope), { definition: (check) => `${qualityHref(request)}#${check}` });

async function ofOrders(key: MeasureKey, { db, scope, request, shown, rules }: Asked) {
	const measure = measures[key];
	const missing = missingText(key, await columnsCarried(db).executeTakeFirstOrThrow(), scope);
	const about = {
		...{ periodName: shown.periodName, dataCut: shown.dataCut, filters: filterTexts(scope), missing },
		rules: m.rules_named({ name: own(rules.name), id: rules.id })
	};
	if (missing !== null) return { explanation: explanation(measure, null, about), behind: [], statements: [] };
	const { result, statements } = await recorded(() => answer(db, key, scope));
	const told = result.type === 'rate' ? { ...result, ...wilson(result.numerator, result.denominator) } : result;
	return {
		explanation: explanation(measure, told, about),
		behind: behindParts(measure, told)
			.filter(({ orders }) => orders > 0)
			.map(({ part, name, orders }) => ({
				name,
				text:
					orders === 1
						? m.orders_explain_behind_one()
						: m.orders_explain_behind({ total: formatCount(orders, getLocale()) }),
				href: behindHref(request, key, part)
			})),
		statements: shownStatements(statements)
	};
}

async function besideOrders(key: BesideKey, { db, scope, shown }: Asked) {
	const missing = besideMissingText(key, await callsCarried(db).executeTakeFirstOrThrow(), scope);
	const { result, statements } = await recorded(async () =>
		missing === null
			? {
					answer: await besideAnswer(db, key, scope),
					worst: key === 'answer-rate' ? await worst24Hours(db, scope).executeTakeFirst() : undefined
				}
			: { answer: null, worst: undefined }
	);
	const { worst } = result;
	return {
		explanation: besideExplanation(key, result.answer, {
			periodName: shown.periodName,
			dataCut: shown.dataCut,
			filters: filterTexts(scope),
			missing,
			worst: worst
				? m.catalogue_worst({
						from: formatDateTime(worst.beganAt, getLocale()),
						numerator: worst.numerator,
						denominator: worst.denominator,
						rate: formatRate(worst.numerator, worst.denominator)
					})
				: null
		}),
		behind: [],
		statements: shownStatements(statements)
	};
}

const shownStatements = (statements: { sql: string; parameters: unknown[] }[]) =>
	statements.map(({ sql, parameters }) => ({ sql, parameters: parameters.map(String) }));
