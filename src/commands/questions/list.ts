import type { Language } from '#lib/domain/languages.ts';
import { besideMeasure, isMeasureKey, measures, type BesideMeasure, type Measure } from '#queries/measures.ts';
import { besideDimensionsOf, dimensionsOf } from '#queries/where/counted-by.ts';
import { shellLanguage } from '../usage.ts';
import { figureColumns } from './columns.ts';
import { everyKey } from './measure.ts';
import type { Row } from './question.ts';

/**
 * Everything `duban ask` answers about a measure: one row per measure with what to ask it by, the columns of the answer
 * (before them the dimension's, where one is asked for; `handling-time` has more behind them) and its definition, in the
 * shell's language. What no file carries names its input.
 */
export function listed(): Row[] {
	const language = shellLanguage();
	return everyKey.map((key) => {
		const isOfOrders = isMeasureKey(key);
		const measure: Measure | BesideMeasure = isOfOrders ? measures[key] : besideMeasure(key);
		const { id, name, type, formula, leftOut, source, needs } = measure;
		return {
			...{ measure: key, id, name: name[language], type },
			by: isOfOrders ? dimensionsOf(measures[key]) : besideDimensionsOf(besideMeasure(key)),
			columns: [...figureColumns(measure), 'notInExports'],
			formula: formula[language],
			...partNames(measure, language),
			leftOut: leftOut[language],
			...{ basis: basisOf(measure), source, needs: [...needs] },
			...(type === 'uncarried' && { input: measure.input[language] })
		};
	});
}

const partNames = (measure: Measure | BesideMeasure, language: Language) =>
	'numeratorName' in measure && {
		numerator: measure.numeratorName[language],
		denominator: measure.denominatorName[language]
	};

/** The column of the day that a figure counts on: of the order, of the call, or from which seats and residents hold. */
function basisOf(measure: Measure | BesideMeasure): string | null {
	if (measure.type === 'calls') return 'day';
	if (measure.type === 'places') return measure.counted === 'orders' ? 'received_at' : 'valid_from';
	return measure.type === 'uncarried' ? null : measure.basis;
}
