import { describe, expect, test } from 'vitest';
import { rankUnits } from '#lib/domain/ranking.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { overviewAnswers } from '#lib/view/overview-answers.ts';

const unit = (name: string, numerator: number, denominator: number) => ({
	...{ unit: name, unitKind: null, numerator, denominator }
});
const usual = Array.from({ length: 9 }, (_, place) => unit(`常${place}`, 900, 1000));
const links = {
	explain: (name: string) => `/explain?unit=${name}`,
	watch: (name: string) => `/watch-list?unit=${name}`,
	behind: (name: string) => `/orders?unit=${name}`,
	...{ overdue: '/overdue', ranking: '/ranking', changes: '/changes' }
};
const moved = (...rows: [string, string, number][]): FigureTable => ({
	...{ id: 'movement', by: 'unit', columns: [], total: null },
	rows: rows.map(([name, movement, difference]) => ({ unit: name, movement, difference }))
});
const answers = (units: ReturnType<typeof unit>[], movement = moved()) =>
	overviewAnswers({
		ranking: rankUnits(units),
		movement: { table: movement, name: '上一期' },
		whole: {
			...{ id: 'on-time-due', state: 'value', label: '', value: '' },
			change: [{ direction: 'unclear', text: '+1 比上一期' }, { direction: 'down', text: '−5 比上年同期' }] // prettier-ignore
		},
		overdue: 14,
		links
	});

describe('who fell behind, is it noise, what to ask about', () => {
	test('a unit beyond the limits is named with its rate, base and distance, and leads to its orders', () => {
		const [who, noise, ask] = answers([...usual, unit('慢局', 120, 200)]);
		expect(who!.items).toEqual([
			{
				...{ name: '慢局', href: '/explain?unit=慢局' },
				text: '按期办结 60%（120 / 200），比总体 89.3% 低 29.3 个百分点，在 99.8% 界限之外'
			}
		]);
		expect(noise!.lines[0]).toBe(
			'不全是。可比的 10 个单位中有 1 个在 99.8% 界限之外（低 1、高 0）；若只是偶然，预计 0.02 个。'
		);
		expect(noise!.lines.at(-1)).toContain('+1 比上一期；');
		expect(ask!.items[0]).toMatchObject({ name: '慢局', text: '到期 200 件中有 80 件未按期' });
		expect(ask!.items[0]!.links!.map(({ href }) => href)).toEqual(['/watch-list?unit=慢局', '/orders?unit=慢局']);
		expect(ask!.more).toEqual({ href: '/overdue', label: '期内受理、逾期未办结的 14 件' });
	});

	test('where chance explains all, nobody is named and that is the answer', () => {
		const [who, noise, ask] = answers(usual);
		expect([who!.items, ask!.items]).toEqual([[], []]);
		expect(who!.lines[0]).toContain('没有单位');
		expect(noise!.lines[0]).toMatch(/^是。可比的 9 个单位都在/);
	});

	test('three are named, the worst first, and the rest are counted', () => {
		const few = usual.slice(0, 4).map((one) => ({ ...one, numerator: 90_000, denominator: 100_000 }));
		const slow = [0.7, 0.5, 0.6, 0.65].map((rate, place) => unit(`慢${place}`, rate * 100, 100));
		const many = Array.from({ length: 40 }, (_, place) => unit(`多${place}`, 900, 1000));
		const [who] = answers([...few, ...many, ...slow]);
		expect(who!.items.map(({ name }) => name)).toEqual(['慢1', '慢2', '慢3']);
		expect(who!.more).toEqual({ href: '/ranking', label: '另有 1 个单位，见排名' });
	});

	test('who fell since the period before is told, whether behind or not', () => {
		const fallen = moved(['丙局', 'moved_down', -0.123], ['甲局', 'moved_unclear', -0.05], ['乙局', 'moved_up', 0.2]);
		expect(answers(usual, fallen)[0]!.lines.at(-1)).toBe('比上一期下降超出偶然的 1 个：丙局 −12.3 个百分点。');
		expect(answers(usual)[0]!.lines.at(-1)).toBe('比上一期，没有单位的下降超出偶然。');
	});
});
