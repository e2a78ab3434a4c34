import { createHmac } from 'node:crypto';
import { toHalfWidth } from '#lib/domain/header-matching.ts';

/** Digits of a key: enough that two callers of a city never share one. */
const keyLength = 32;

/**
 * The digits of a phone number as two systems would both write them; null for what names nobody: a masked number, an
 * account, too few digits, or one digit over and over. Of several numbers in a cell the first.
 */
export function phoneDigits(cell: string): string | null {
	const [first = ''] = toHalfWidth(cell).split(/[,;、/|转]/);
	const plain = first
		.replace(/^="(.*)"$/, '$1')
		.replace(/[\s'()\-—]/g, '')
		.replace(/\.0+$/, '');
	if (!/^\+?\d+$/.test(plain)) return null;
	const digits = plain
		.replace(/^(\+|00)?86(?=1[3-9]\d{9}$)/, '')
		.replace(/^0(?=1[3-9]\d{9}$)/, '')
		.replace(/^\+/, '');
	return digits.length < 7 || digits.length > 15 || /^(\d)\1*$/.test(digits) ? null : digits;
}

/** Makes callers' keys with the install's secret: equal numbers give equal keys, and no key gives its number back. */
export function callerKeys(secret: string): (cell: string) => string {
	const known = new Map<string, string>();
	return (cell) => {
		const digits = phoneDigits(cell);
		if (digits === null) return '';
		let key = known.get(digits);
		if (key === undefined) {
			key = createHmac('sha256', secret).update(digits).digest('hex').slice(0, keyLength);
			if (known.size < 200_000) known.set(digits, key);
		}
		return key;
	};
}

const mobile = /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g;
const landline = /(?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)/g;

/** A cell whose column is not known, with what could be a phone number blotted out. */
export function withoutPhones(cell: string): string {
	const text = toHalfWidth(cell);
	if (phoneDigits(text) !== null) return '***';
	return text.search(mobile) < 0 && text.search(landline) < 0
		? cell
		: text.replace(mobile, '***').replace(landline, '***');
}
