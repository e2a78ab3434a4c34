import { measures, type Measure, type MeasureKey } from '#queries/measures.ts';
import { shellLanguage } from '../usage.ts';
import { columnsOf, dimensionsOf } from './measure.ts';
import type { Row } from './question.ts';

/**
 * Everything `duban ask` answers about a measure: one row per measure with what to ask it by, the columns of the answer
 * (before them the dimension's, where one is asked for) and its definition, in the shell's language.
 */
export function listed(): Row[] {
	const language = shellLanguage();
	return (Object.keys(measures) as MeasureKey[]).map((key) => {
		const measure: Measure = measures[key];
		const { id, name, type, formula, leftOut, basis, source, needs } = measure;
		return {
			...{ measure: key, id, name: name[language], type },
			by: dimensionsOf(measure),
			columns: columnsOf(measure),
			formula: formula[language],
			...(measure.type === 'rate' && {
				numerator: measure.numeratorName[language],
				denominator: measure.denominatorName[language]
			}),
			leftOut: leftOut[language],
			...{ basis, source, needs: [...needs] }
		};
	});
}
