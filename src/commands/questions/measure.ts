import type { Dimension } from '#lib/domain/scope.ts';
import { answers, besideAnswers } from '#lib/server/reports/answers.ts';
import { m } from '#lib/paraglide/messages.js';
import { callsCarried } from '#queries/calls-carried.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { besideMeasure, besideOrders, isBesideKey, isMeasureKey, measures } from '#queries/measures.ts';
import type { BesideKey, BesideMeasure, Measure, MeasureKey } from '#queries/measures.ts';
import { mayAsk } from '#queries/where/city-level.ts';
import {
	besideDimensionsOf,
	besideFiltersOf,
	dimensionsOf,
	filtersNotKnown,
	type BesideDimension
} from '#queries/where/counted-by.ts';
import { shellLanguage, usage } from '../usage.ts';
import { figureColumns, told } from './columns.ts';
import type { Question, Row } from './question.ts';

/**
 * Any measure by its key or by its id in the field's catalogue. Where no file carries what it is made of, one row of
 * nulls names that: never a 0 or a 100 %.
 */
export function measureQuestion(asked: string): Question | Question<BesideDimension> | undefined {
	const key = keyOf(asked);
	if (key === undefined) return undefined;
	return isMeasureKey(key) ? ofOrders(key, asked) : besideThem(key, asked);
}

function ofOrders(key: MeasureKey, asked: string): Question<Dimension> {
	const measure: Measure = measures[key];
	return {
		options: [],
		dimensions: dimensionsOf(measure),
		answer: async (db, scope, by) => {
			if (!mayAsk(measure, scope, by)) throw usage(m.rules_city_only, { measure: asked });
			const carried: Record<string, number> = await columnsCarried(db).executeTakeFirstOrThrow();
			const lacking = measure.needs.filter((column) => carried[column] === 0);
			if (lacking.length > 0) return [absent(measure, lacking.join(', '))];
			const rows = await answers(db, key, scope, by);
			return rows.map((row) => ({ name: row.name, ...inColumns(measure, told(row)) }));
		}
	};
}

function besideThem(key: BesideKey, asked: string): Question<BesideDimension> {
	const measure = besideMeasure(key);
	return {
		options: [],
		dimensions: besideDimensionsOf(measure),
		answer: async (db, scope, by) => {
			if (measure.type === 'uncarried') return [absent(measure, measure.input[shellLanguage()])];
			const refused = filtersNotKnown(measure, scope);
			if (refused.length > 0)
				throw usage(m.asking_kept_to, {
					...{ measure: asked, refused: refused.map((name) => `--${name}`).join(', ') },
					allowed: besideFiltersOf(measure)
						.map((name) => `--${name}`)
						.join(', ')
				});
			const carried: Record<string, number> = await callsCarried(db).executeTakeFirstOrThrow();
			const lacking = measure.needs.filter((column) => carried[column] === 0);
			if (lacking.length > 0) return [absent(measure, lacking.join(', '))];
			const rows = (await besideAnswers(db, key, scope, by)) ?? [];
			return rows.map((row) => ({ name: row.name, ...inColumns(measure, row) }));
		}
	};
}

const inColumns = (measure: Measure | BesideMeasure, row: Row): Row => ({
	...Object.fromEntries(figureColumns(measure).map((column) => [column, row[column]])),
	notInExports: null
});

const absent = (measure: Measure | BesideMeasure, notInExports: string): Row => ({
	...Object.fromEntries(figureColumns(measure).map((column) => [column, null])),
	notInExports
});

/** Every measure of the catalogue, those of calls and residents after those of orders. */
export const everyKey = [...Object.keys(measures), ...Object.keys(besideOrders)] as (MeasureKey | BesideKey)[];

function keyOf(asked: string): MeasureKey | BesideKey | undefined {
	if (isMeasureKey(asked) || isBesideKey(asked)) return asked;
	return everyKey.find((key) => ({ ...measures, ...besideOrders })[key].id.toLowerCase() === asked.toLowerCase());
}
