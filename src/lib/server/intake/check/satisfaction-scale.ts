import type { ScaleName } from '#lib/domain/answer-values.ts';
import type { ExportField } from '#lib/domain/export-fields.ts';
import { OpenQuestion } from '../open-question.ts';
import { type Database, literal } from './database.ts';

/** What each number says, from the lowest, on the scales that numbers come in. */
const five = ['very_dissatisfied', 'dissatisfied', 'basically_satisfied', 'satisfied', 'very_satisfied'];
const three = ['dissatisfied', 'basically_satisfied', 'satisfied'];
const scales: Record<ScaleName, { codes: string[]; samples: string[] }> = {
	'5-best-of-5': { codes: five, samples: ['5 = 非常满意', '1 = 非常不满意'] },
	'1-best-of-5': { codes: five.toReversed(), samples: ['1 = 非常满意', '5 = 非常不满意'] },
	'3-best-of-3': { codes: three, samples: ['3 = 满意', '1 = 不满意'] },
	'1-best-of-3': { codes: three.toReversed(), samples: ['1 = 满意', '3 = 不满意'] },
	none: { codes: [], samples: [] }
};

/**
 * Gives the numbers of a satisfaction column their codes in `words_<field>`, by the scale that people said. Throws
 * OpenQuestion where nobody has: read from the wrong end, every answer would be its contrary.
 */
export async function readScale(database: Database, field: ExportField, said: string | undefined): Promise<void> {
	const rows = await database.rows(
		`select word, cast(word as integer) as n_level from words_${field} where regexp_full_match(word, '[1-5]') order by 2`
	);
	if (rows.length === 0) return;
	const highest = Number(rows.at(-1)!.n_level);
	const offered = Object.entries(scales).filter(([, { codes }]) => codes.length === 0 || codes.length >= highest);
	const scale = offered.find(([name]) => name === said)?.[1];
	if (!scale) {
		throw new OpenQuestion({
			name: 'scale',
			details: { field, value: String(highest) },
			choices: offered.map(([value, { samples }]) => ({ value, samples }))
		});
	}
	for (const [place, code] of scale.codes.entries()) {
		await database.run(
			`update words_${field} set code = ${literal(code)}, is_known = true where word = ${literal(String(place + 1))}`
		);
	}
}
