import type { Question } from '#lib/domain/answers.ts';

/** Thrown where an export cannot be read for certain until a person has said something; `signature` names files like it. */
export class OpenQuestion extends Error {
	readonly question: Question;
	readonly signature: string;

	constructor(question: Question, signature = '') {
		super(`open question: ${question.name}`);
		this.question = question;
		this.signature = signature;
	}
}
