import { rawAnswer } from './answer-values.ts';
import type { Answers } from './answers.ts';
import type { LookedColumn } from './looked.ts';

/** What a person chooses for a column that is the other half of a moment, to leave it at that. */
export const asHalf = 'half';

/** The same field was chosen for two columns. */
export type ChosenTwice = { field: string };

/**
 * What a person says by choosing a field for each column, `chosen` in the order of the columns, '' for a column that is kept
 * raw: only what differs from how the columns are read now.
 */
export function answersOfChoices(columns: readonly LookedColumn[], chosen: readonly string[]): Answers | ChosenTwice {
	const wanted = new Map<string, string>();
	for (const [place, field] of chosen.entries()) {
		if (field === '' || field === asHalf) continue;
		if (wanted.has(field)) return { field };
		wanted.set(field, columns[place]!.header);
	}
	const answers: Record<string, string> = {};
	const now = new Map(columns.flatMap(({ field, why, header }) => (field && why !== 'half' ? [[field, header]] : [])));
	for (const [field, header] of wanted) if (now.get(field as never) !== header) answers[`column:${field}`] = header;
	for (const field of now.keys()) if (!wanted.has(field!)) answers[`column:${field}`] = '';
	const parted = columns.filter(({ why }, place) => why === 'half' && chosen[place] === '');
	if (parted.length > 0) {
		const kept = columns.filter(({ why }) => why === 'raw');
		answers[rawAnswer] = JSON.stringify([...kept, ...parted].map(({ header }) => header));
	}
	return answers;
}
