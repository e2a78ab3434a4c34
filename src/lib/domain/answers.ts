import type { ExportField } from './export-fields.ts';

/** What only a person can say of a file, by the name that a command's `--answer NAME=VALUE` and a form's field have. */
export type QuestionName =
	| 'date-order'
	| 'encoding'
	| 'separator'
	| 'header-row'
	| 'order-number'
	| 'scale'
	| 'kind'
	| `unit:${ExportField}`
	| `column:${ExportField}`;

/**
 * What people said of a file, or of files like it before. A column's answer is the header it is read from, as written;
 * empty for a field that no column holds.
 */
export type Answers = Readonly<Record<string, string>>;

/** One thing that is not certain, with what may be answered and what each answer would read. */
export type Question = {
	name: QuestionName;
	/** Values the sentence needs: the column, a sample of what is open. */
	details: Record<string, string | number | string[]>;
	choices: { value: string; samples: string[] }[];
};

/** What was said of the files of one signature, and then for this one alone: the later word holds. */
export const together = (...answers: (Answers | undefined)[]): Answers =>
	Object.fromEntries(
		answers
			.flatMap((each) => Object.entries(each ?? {}))
			.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
	);

export const isSame = (one: Answers, other: Answers): boolean =>
	JSON.stringify(together(one)) === JSON.stringify(together(other));

/** What is added to `duban import` to give an answer, quoted for a shell. */
export const answerFlag = ({ name }: Pick<Question, 'name'>, value: string): string =>
	`--answer ${JSON.stringify(`${name}=${value}`)}`;
