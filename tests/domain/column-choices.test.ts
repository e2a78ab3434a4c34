import { expect, test } from 'vitest';
import { answersOfChoices, asHalf } from '#lib/domain/column-choices.ts';
import { contentFor, looksLikeTimes } from '#lib/domain/column-content.ts';
import { type LookedColumn, surenessOf } from '#lib/domain/looked.ts';

const column = (header: string, field: LookedColumn['field'], why: LookedColumn['why'] = 'name'): LookedColumn => ({
	...{ header, field, why, filled: 3, fitting: null, holdsDays: false, samples: [] }
});
const columns = [
	column('工单编号', 'order_number'),
	column('受理日期', 'registered_at'),
	column('受理时间', 'registered_at', 'half'),
	column('办结时间', 'closed_at'),
	column('归档时间', null, 'unknown'),
	column('备注', null, 'raw')
];
const asRead = ['order_number', 'registered_at', asHalf, 'closed_at', '', ''];
const chosen = (place: number, ...fields: string[]) => asRead.toSpliced(place, fields.length, ...fields);

test('what is chosen as it is read already says nothing', () => {
	expect(answersOfChoices(columns, asRead)).toEqual({});
});

test('a field is taken to another column, from a column, or from none', () => {
	expect(answersOfChoices(columns, chosen(3, '', 'closed_at'))).toEqual({ 'column:closed_at': '归档时间' });
	expect(answersOfChoices(columns, chosen(3, ''))).toEqual({ 'column:closed_at': '' });
	expect(answersOfChoices(columns, chosen(3, 'replied_at'))).toEqual({
		...{ 'column:closed_at': '', 'column:replied_at': '办结时间' }
	});
	expect(answersOfChoices(columns, chosen(5, 'unit'))).toEqual({ 'column:unit': '备注' });
});

test('half a moment is parted from the other by keeping it raw, beside what is kept raw already', () => {
	expect(answersOfChoices(columns, chosen(2, ''))).toEqual({ raw: '["备注","受理时间"]' });
	expect(answersOfChoices(columns, chosen(2, 'closed_at', ''))).toEqual({ 'column:closed_at': '受理时间' });
});

test('a field is read from one column', () => {
	expect(answersOfChoices(columns, chosen(4, 'closed_at'))).toEqual({ field: 'closed_at' });
});

test('cells speak for a field where they can be read as it; cells that say nothing do not speak', () => {
	expect(contentFor('closed_at', ['2026-03-01 08:00', '03/04/2026', '-', '', '明天'])).toEqual({
		filled: 3,
		fitting: 2
	});
	expect(contentFor('visit_valid', ['是', '否', '也许'])).toEqual({ filled: 3, fitting: 2 });
	expect(contentFor('satisfaction', ['满意', '5', '蓝'])).toEqual({ filled: 3, fitting: 2 });
	expect(contentFor('return_count', ['2次', '无', '许多'])).toEqual({ filled: 2, fitting: 1 });
	expect(contentFor('unit', ['城管局'])).toEqual({ filled: 1, fitting: null });
	expect(looksLikeTimes(['2026-03-01', '', '2026年3月2日 8时'])).toBe(true);
	expect([looksLikeTimes(['08:00']), looksLikeTimes(['']), looksLikeTimes(['2026-03-01', '城管局'])]).toEqual([
		...[false, false, false]
	]);
});

test.each([
	['said', 10, 0, 'said'],
	['name', 10, null, 'sure'],
	['name', 10, 9, 'sure'],
	['name', 10, 8, 'doubtful'],
	['name', 0, 0, 'sure'],
	['ending', 10, 10, 'likely'],
	['half', 10, 2, 'doubtful']
] as const)('a column known by %s with %s filled and %s fitting is %s', (why, filled, fitting, sure) => {
	expect(surenessOf({ why, filled, fitting })).toBe(sure);
});
