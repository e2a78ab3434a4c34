import { blot } from '#lib/domain/citizen.ts';
import { personalNumber, wideNumberSigns } from '#lib/domain/personal-numbers.ts';

const standingAlone = new RegExp(`(?<![0-9])(?:${personalNumber})(?![0-9])`, 'g');
const wideSign = new RegExp(`[${wideNumberSigns.wide}]`, 'g');
const halfWidth = (cell: string) =>
	cell.replace(wideSign, (sign) => wideNumberSigns.narrow[wideNumberSigns.wide.indexOf(sign)]!);

/** A cell that is shown with a question or a refusal, with what could be a person's number blotted out; as it stands where nothing is. */
export const blotted = (cell: string): string => {
	const narrow = halfWidth(cell);
	const without = narrow.replace(standingAlone, blot);
	return without === narrow ? cell : without;
};

/** The same of what a question or refusal says beside its name. */
export const withoutNumbers = <Details extends Record<string, string | number | string[]>>(details: Details): Details =>
	Object.fromEntries(
		Object.entries(details).map(([name, value]) => [
			name,
			typeof value === 'string' ? blotted(value) : Array.isArray(value) ? value.map(blotted) : value
		])
	) as Details;
