import { getContext, setContext } from 'svelte';

/** What is said beside a figure that a check of data quality puts in doubt, and where it is explained. */
export type QualityMark = { text: string; detail: string; href: string };

/** The marks of a page: those of the checks, and for each measure in doubt which of them is the largest. */
export type QualityMarks = { checks: Record<string, QualityMark>; measures: Record<string, string> };

const name = Symbol('quality marks');

/** Gives the marks of a page to the cards and tables in it. */
export const giveQualityMarks = (marks: () => QualityMarks | undefined) => setContext(name, marks);

/** The mark of a measure on this page; none where nothing is in doubt, or where no page gave any. */
export function qualityMarkOf(): (measure: string | undefined) => QualityMark | undefined {
	const marks = getContext<(() => QualityMarks | undefined) | undefined>(name);
	return (measure) => {
		const given = measure === undefined ? undefined : marks?.();
		const check = given?.measures[measure!];
		return check === undefined ? undefined : given?.checks[check];
	};
}
