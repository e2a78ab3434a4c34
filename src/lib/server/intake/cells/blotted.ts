/** A mobile number, as people write it. */
const mobile = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g;
const landline = /(?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)/g;
/** An identity number of eighteen places. */
const identity = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;

/** A cell that is shown with a question or a refusal, with what could be a person's number blotted out. */
export const blotted = (cell: string): string =>
	[mobile, landline, identity].reduce((text, number) => text.replace(number, '***'), cell);

/** The same of what a question or refusal says beside its name. */
export const withoutNumbers = <Details extends Record<string, string | number | string[]>>(details: Details): Details =>
	Object.fromEntries(
		Object.entries(details).map(([name, value]) => [
			name,
			typeof value === 'string' ? blotted(value) : Array.isArray(value) ? value.map(blotted) : value
		])
	) as Details;
