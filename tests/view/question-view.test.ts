import { expect, test } from 'vitest';
import type { Asked } from '#lib/domain/intake-result.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { questionShown } from '#lib/view/question-view.ts';

const asked = (name: Asked['question']['name'], values: string[], samples: string[] = []): Asked => ({
	...{ outcome: 'asked', sha256: '', fileName: '', signature: '' },
	question: { name, details: {}, choices: values.map((value) => ({ value, samples })) }
});

test.each([
	['zh-CN', ['第 3 行', '没有表头'], ['是同一张工单', '是不同的工单'], '1 至 5，5 最好', '单据甲', '小时'],
	[
		'en',
		['Row 3', 'There is no header'],
		['are the same order', 'are different orders'],
		'1 to 5, 5 is best',
		'单据甲',
		'hours'
	]
] as const)('answers are offered in words: %s', (locale, rows, same, scale, column, hours) => {
	overwriteGetLocale(() => locale);
	const labels = (...question: Parameters<typeof asked>) =>
		questionShown(asked(...question)).choices.map(({ label }) => label);
	expect(labels('header-row', ['3', 'none'])).toEqual(rows);
	expect(labels('order-number', ['same', 'different'])).toEqual(same);
	expect(labels('scale', ['5-best-of-5'])).toEqual([scale]);
	expect(labels('column:order_number', ['单据甲'])).toEqual([column]);
	expect(labels('unit:suspended_days', ['hours'])).toEqual([hours]);
});

test('an order of month and day shows what the same date would be', () => {
	overwriteGetLocale(() => 'en');
	const [first] = questionShown(asked('date-order', ['mdy'], ['3-4'])).choices;
	expect(first).toMatchObject({ answer: '--answer "date-order=mdy"', samples: 'March 4' });
});
