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

/** Why what somebody gave does not name a citizen well enough, and the value. */
export type CitizenProblem = { problem: 'nothing' | 'not_a_phone' | 'text_too_short'; value: string };

/** Two Chinese characters, or four others: what is shorter stands in what others wrote too. */
const fewestBytes = 4;

/** A citizen as somebody describes them, a value a piece; or what is wrong with it. */
export function citizenFrom(given: Citizen): Citizen | CitizenProblem {
	const filled = (values: string[]) => values.map((value) => value.trim()).filter((value) => value !== '');
	const [phones, orders, texts] = [filled(given.phones), filled(given.orders), filled(given.texts)];
	if (phones.length + orders.length + texts.length === 0) return { problem: 'nothing', value: '' };
	const notAPhone = phones.find((phone) => phoneDigits(phone) === null);
	if (notAPhone !== undefined) return { problem: 'not_a_phone', value: notAPhone };
	const short = texts.find((text) => new TextEncoder().encode(text).length < fewestBytes);
	if (short !== undefined) return { problem: 'text_too_short', value: short };
	return { phones: phones.map((phone) => phoneDigits(phone)!), orders, texts };
}
