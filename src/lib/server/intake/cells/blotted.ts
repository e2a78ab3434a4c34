/** A mobile number, as people write it. */
const mobile = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g;
const landline = /(?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)/g;
/** An identity number of eighteen places. */
const identity = /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/g;

const plate =
	/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]/gi;
const mailbox = /[\w.%+-]+@[\w-]+\.[a-z.]{2,}/gi;

/** A cell that is shown with a question or a refusal, with what could be a person's number blotted out. */
export const blotted = (cell: string): string =>
	[mobile, landline, identity, plate, mailbox].reduce((text, number) => text.replace(number, '***'), cell);

/** The same of what a question or refusal says beside its name. */
export const withoutNumbers = <Details extends Record<string, string | number | string[]>>(details: Details): Details =>
	Object.fromEntries(
		Object.entries(details).map(([name, value]) => [
			name,
			typeof value === 'string' ? blotted(value) : Array.isArray(value) ? value.map(blotted) : value
		])
	) as Details;
