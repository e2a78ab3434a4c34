import { describe, expect, test } from 'vitest';
import { readBy } from '#lib/domain/answers.ts';
import { languages } from '#lib/domain/languages.ts';
import { answersOf, profileDocument, profileOfReading, profileText } from '#lib/domain/profiles/profile.ts';
import { readProfile, readProfileText, UnreadableProfile } from '#lib/domain/profiles/read-profile.ts';
import { profileFaultSentence } from '#lib/messages/profile-sentences.ts';

const headers = ['单据甲', '受理日期', '受理时间', '承办单位', '备注'];
const whole = {
	...{ format: 'duban-profile/1', name: '某市 工单', about: '', kind: 'orders' },
	columns: { order_number: ['单据甲'], registered_at: ['受理日期', '受理时间'], unit: '承办单位' },
	answers: { 'date-order': 'dmy', 'header-row': '2' },
	headers: [headers]
};

test('a profile is the same after it was written and read', () => {
	const profile = readProfile(whole);
	expect(profile.columns.unit).toEqual(['承办单位']);
	expect(readProfileText(profileText(profile))).toEqual(profile);
	expect(readProfileText(`\ufeff${JSON.stringify(profileDocument(profile))}`)).toEqual(profile);
});

test('a profile says all that can be asked of a file, and which columns are kept raw', () => {
	expect(answersOf(readProfile(whole))).toEqual({
		...{ kind: 'orders', 'date-order': 'dmy', 'header-row': '2', raw: '["备注"]' },
		...{ 'column:order_number': '单据甲', 'column:registered_at': '受理日期', 'column:unit': '承办单位' }
	});
});

test('what a reading proved of month and day is in its profile; what only speaks of columns is not said twice', () => {
	const mapping = [{ field: 'order_number', headers: ['单据甲'] }];
	const answers = { kind: 'orders', 'column:order_number': '单据甲', raw: '[]', scale: '5-best-of-5' };
	const made = (notes: string[]) =>
		profileOfReading({ kind: 'orders', mapping, answers, notes }, { name: 'x', headers });
	expect(made(['dates_read_as_day_first']).answers).toEqual({ 'date-order': 'dmy', scale: '5-best-of-5' });
	expect(made(['dates_read_as_day_first', 'dates_read_as_month_first']).answers).toEqual({ scale: '5-best-of-5' });
});

const faults: [fault: string, value: unknown, named: string][] = [
	['not_a_profile', [], '[]'],
	['not_a_profile', { ...whole, format: 'duban-profile/9' }, 'duban-profile/9'],
	['unknown_key', { ...whole, rows: [] }, 'rows'],
	['wrong_name', { ...whole, name: ' ' }, '" "'],
	['wrong_name', { ...whole, name: '--from' }, '--from'],
	['header_not_told_apart', { ...whole, headers: [[...headers, '备注']] }, '备注#2'],
	['header_not_told_apart', { ...whole, headers: [['', ...headers]] }, '#1'],
	['wrong_value', { ...whole, kind: 'order' }, 'order'],
	['wrong_value', { ...whole, headers: headers }, 'headers[0]'],
	['wrong_value', { ...whole, columns: { order_number: 3 } }, 'columns.order_number'],
	['unknown_field', { ...whole, columns: { order_no: '单据甲' } }, 'order_no'],
	['unknown_field', { ...whole, columns: { __proto__: null, toString: '单据甲' } }, 'toString'],
	['field_of_other_kind', { ...whole, columns: { residents: '单据甲' } }, 'residents'],
	['column_not_there', { ...whole, columns: { order_number: '单据乙' } }, '单据乙'],
	['column_twice', { ...whole, columns: { order_number: '单据甲', unit: '单据甲' } }, '单据甲'],
	['not_two_halves', { ...whole, columns: { order_number: '单据甲', registered_at: ['受理日期', '备注'] } }, '备注'],
	['lacks_field', { ...whole, columns: { order_number: '单据甲' } }, 'received_at'],
	['unknown_answer', { ...whole, answers: { weather: 'fine' } }, 'weather'],
	['unknown_answer', { ...whole, answers: { 'column:unit': '备注' } }, 'column:unit'],
	['wrong_answer', { ...whole, answers: { 'date-order': 'm/d' } }, 'm/d'],
	['wrong_answer', { ...whole, answers: { 'header-row': '0' } }, '0']
];

describe('a profile that can not be used', () => {
	const faultOf = (read: () => unknown) => {
		try {
			read();
		} catch (error) {
			if (error instanceof UnreadableProfile) return error;
			throw error;
		}
		throw new Error('it was read');
	};

	test.each(faults)(
		'is refused (%s), and the sentence names the wrong value in both languages',
		(fault, value, named) => {
			const found = faultOf(() => readProfile(value));
			expect(found.fault).toBe(fault);
			const said = languages.map((locale) => profileFaultSentence(found, locale));
			for (const sentence of said) {
				expect(sentence).toContain(named);
				expect(sentence).not.toMatch(/[{]\w+[}]|undefined|\[object/);
			}
			expect(new Set(said).size).toBe(2);
		}
	);

	test('is refused where it is no JSON', () => {
		expect(faultOf(() => readProfileText('{')).fault).toBe('not_json');
	});
});

describe('what holds for a file', () => {
	const profile = { name: 'p', answers: { kind: 'orders', 'date-order': 'mdy', 'column:unit': '承办单位' } };
	const profiles = { s1: profile };

	test('is what its profile says, and over it what was said since', () => {
		expect(readBy('s1', { profiles })).toEqual({ profile: 'p', answers: profile.answers });
		expect(readBy('s2', { profiles })).toEqual({ profile: null, answers: {} });
		const remembered = { s1: { 'date-order': 'dmy' } };
		expect(readBy('s1', { profiles, remembered }).answers['date-order']).toBe('dmy');
		expect(readBy('s1', { profiles, remembered, answers: { 'date-order': 'ymd' } }).answers['date-order']).toBe('ymd');
	});

	test('is what a profile that was asked for says, over what was remembered', () => {
		const remembered = { s2: { 'date-order': 'dmy', scale: 'none' } };
		expect(readBy('s2', { remembered, profile })).toEqual({
			profile: 'p',
			answers: { ...profile.answers, scale: 'none' }
		});
	});

	test('is nothing of a profile for another kind than people said', () => {
		expect(readBy('s1', { profiles, answers: { kind: 'visits' } })).toEqual({
			profile: null,
			answers: { kind: 'visits' }
		});
	});
});
