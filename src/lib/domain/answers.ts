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

/** What a profile says of files like those it is for; its name stands in the result of a reading by it. */
export type ProfileInForce = { name: string; answers: Answers };

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

/** All that is said of files when one is read. */
export type Said = {
	/** Of this file alone. */
	answers?: Answers;
	/** Of files before it, by their signatures. */
	remembered?: Readonly<Record<string, Answers>>;
	/** Profiles in force, by the signatures of the files they are for. */
	profiles?: Readonly<Record<string, ProfileInForce>>;
	/** The profile this file is to be read by, whatever its signature. */
	profile?: ProfileInForce;
};

/** What a file is read by: the answers, and the profile some of them come from. */
export type ReadBy = { profile: string | null; answers: Answers };

/**
 * What holds for a file of a signature: what its profile says, over that what was said since of files like it, over that what
 * was said of it alone. A profile for another kind than people said is none for it.
 */
export function readBy(signature: string, { answers, remembered = {}, profiles = {}, profile }: Said): ReadBy {
	const since = remembered[signature];
	const forced = profile && isFor(profile, answers) ? profile : undefined;
	if (forced) return { profile: forced.name, answers: together(since, forced.answers, answers) };
	const said = together(since, answers);
	const own = profiles[signature];
	if (!own || !isFor(own, said)) return { profile: null, answers: said };
	return { profile: own.name, answers: together(own.answers, said) };
}

const isFor = ({ answers }: ProfileInForce, said: Answers = {}) =>
	said.kind === undefined || said.kind === answers.kind;

/** What is added to `duban import` to give an answer, quoted for a shell. */
export const answerFlag = ({ name }: Pick<Question, 'name'>, value: string): string =>
	`--answer ${JSON.stringify(`${name}=${value}`)}`;
