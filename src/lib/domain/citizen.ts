/** How a citizen is known who wants to be forgotten. */
export type Citizen = {
	/** Numbers they called from, as anybody writes them: all orders under one are theirs. */
	phones: string[];
	/** Numbers of their orders. */
	orders: string[];
	/** What else names them (a name, an identity number, an address): blotted out wherever it stands. */
	texts: string[];
};

/** What stands in place of what was blotted out. */
export const blot = '***';

/** The digits of a phone number alone, without the country's code; null where it is none. */
export function phoneDigits(phone: string): string | null {
	const digits = phone.normalize('NFKC').replace(/[\s()\-—+]/g, '');
	const own = digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '').replace(/^0(?=1[3-9]\d{9}$)/, '');
	return /^\d{7,15}$/.test(own) ? own : null;
}

/**
 * A pattern (RE2) that finds a number however it is spaced, dashed or widened, and not inside a longer one. Its first and last
 * groups are what stands before and after.
 */
export function phonePattern(digits: string): string {
	const wide = (digit: string) => `[${digit}${String.fromCharCode(0xff10 + Number(digit))}]`;
	return `(^|[^0-9０-９])(?:\\+?86[\\s-]?|0)?${[...digits].map(wide).join('[\\s-]?')}([^0-9０-９]|$)`;
}
