import type { Question } from '#lib/domain/answers.ts';
import { blotted, withoutNumbers } from './cells/blotted.ts';
import type { SourceRow } from './read/records.ts';

/**
 * Thrown where an export cannot be read for certain until a person has said something; `signature` names files like it, and `firstRows` is
 * what it begins with where not even that is told apart: for the page that shows them, and kept nowhere.
 */
export class OpenQuestion extends Error {
	readonly question: Question;
	readonly signature: string;
	readonly firstRows: SourceRow[];

	constructor(question: Question, signature = '', firstRows: SourceRow[] = []) {
		super(`open question: ${question.name}`);
		// It is kept in the ledger and shown: what stands in cells is an example, never somebody's number.
		this.question = {
			...question,
			details: withoutNumbers(question.details),
			choices: question.choices.map((choice) => ({ ...choice, samples: choice.samples.map(blotted) }))
		};
		this.signature = signature;
		this.firstRows = firstRows;
	}
}
