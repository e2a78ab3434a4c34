import { durationUnits } from './duration-units.ts';
import { dateOrders } from './time-shapes.ts';

/** The scales that numbers of satisfaction come in. */
export const scaleNames = ['5-best-of-5', '1-best-of-5', '3-best-of-3', '1-best-of-3', 'none'] as const;
export type ScaleName = (typeof scaleNames)[number];

/** Full-width signs that part cells only where somebody says so. */
export const fullWidthSeparators = ['，', '；', '｜', '、'];

/** The answer that there is no header. */
export const noHeader = 'none';

/** Names the answer that lists headers no field may be read from, as JSON: those that a profile keeps raw. */
export const rawAnswer = 'raw';

/** Names the answer that a file is to be read by the profile so called, whatever its headers. */
export const profileAnswer = 'profile';

/** Names the answer that a file is to be read by what is said with it and nothing else, and that none of it is remembered. */
export const aloneAnswer = 'alone';

/** What a question may be answered by, where that is the same for every file; the header's row is a number beside this. */
export const answerValues: Readonly<Record<string, readonly string[]>> = {
	'date-order': dateOrders,
	encoding: ['utf-8', 'gb18030'],
	separator: fullWidthSeparators,
	'header-row': [noHeader],
	'order-number': ['same', 'different'],
	scale: scaleNames,
	'unit:suspended_days': durationUnits
};

/** Answers that hold whatever kind an export is read as: those of its form, and none of its columns. */
export const answersOfForm = (answers: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(answers).filter(([name]) => Object.hasOwn(answerValues, name)));

/** Whether a value answers the question of that name. */
export function isAnswer(name: string, value: string): boolean {
	if (name === 'header-row' && /^[1-9]\d{0,6}$/.test(value)) return true;
	return Object.hasOwn(answerValues, name) && answerValues[name]!.includes(value);
}
