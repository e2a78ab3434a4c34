import { answers, besideAnswers } from '#lib/server/reports/answers.ts';
import { m } from '#lib/paraglide/messages.js';
import { besideMeasure, besideOrders, isBesideKey, isMeasureKey, measures } from '#queries/measures.ts';
import type { BesideKey, Measure, MeasureKey } from '#queries/measures.ts';
import { mayAsk } from '#queries/where/city-level.ts';
import {
	besideDimensionsOf,
	besideFiltersOf,
	dimensionsOf,
	filtersNotKnown,
	type BesideDimension
} from '#queries/where/counted-by.ts';
import { usage } from '../usage.ts';
import { absent, inColumns, lackingColumns, told } from './columns.ts';
import type { Question } from './question.ts';

/**
 * Any measure by its key or by its id in the field's catalogue. Where no file carries what it is made of, one row of
 * nulls names that: never a 0 or a 100 %.
 */
export function measureQuestion(asked: string): Question | Question<BesideDimension> | undefined {
	const key = keyOf(asked);
	if (key === undefined) return undefined;
	return isMeasureKey(key) ? ofOrders(key, asked) : besideThem(key, asked);
}

function ofOrders(key: MeasureKey, asked: string): Question {
	const measure: Measure = measures[key];
	return {
		options: [],
		dimensions: dimensionsOf(measure),
		answer: async (db, scope, by) => {
			if (!mayAsk(measure, scope, by)) throw usage(m.rules_city_only, { measure: asked });
			const lacking = await lackingColumns(db, measure);
			if (lacking !== null) return [absent(measure, lacking)];
			const rows = await answers(db, key, scope, by);
			return rows.map((row) => inColumns(measure, told(row)));
		}
	};
}

function besideThem(key: BesideKey, asked: string): Question<BesideDimension> {
	const measure = besideMeasure(key);
	const options = (names: readonly string[]) => names.map((name) => `--${name}`).join(', ');
	return {
		options: [],
		dimensions: besideDimensionsOf(measure),
		answer: async (db, scope, by) => {
			const refused = options(filtersNotKnown(measure, scope));
			const allowed = options(besideFiltersOf(measure));
			if (refused !== '') throw usage(m.asking_kept_to, { measure: asked, allowed, refused });
			const lacking = await lackingColumns(db, measure);
			if (lacking !== null) return [absent(measure, lacking)];
			const rows = (await besideAnswers(db, key, scope, by)) ?? [];
			return rows.map((row) => inColumns(measure, row));
		}
	};
}

/** Every measure of the catalogue, those of calls and residents after those of orders. */
export const everyKey = [...Object.keys(measures), ...Object.keys(besideOrders)] as (MeasureKey | BesideKey)[];

function keyOf(asked: string): MeasureKey | BesideKey | undefined {
	if (isMeasureKey(asked) || isBesideKey(asked)) return asked;
	return everyKey.find((key) => ({ ...measures, ...besideOrders })[key].id.toLowerCase() === asked.toLowerCase());
}
