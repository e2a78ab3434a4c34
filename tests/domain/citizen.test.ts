import { expect, test } from 'vitest';
import { phoneDigits, phonePattern } from '#lib/domain/citizen.ts';

const phone = '13812345678';

test('phone numbers as people write them', () => {
	expect(
		['138 1234 5678', '+86-13812345678', '013812345678', '１３８１２３４５６７８', '0755-12345678', '110', '王五'].map(
			phoneDigits
		)
	).toEqual([...[phone, phone, phone, phone, '075512345678', null, null]]);
	const pattern = new RegExp(phonePattern(phone));
	expect(['x138-1234 5678y', '+8613812345678', '１３８12345678'].every((text) => pattern.test(text))).toBe(true);
	expect(['138123456789', '913812345678'].some((text) => pattern.test(text))).toBe(false);
});
