import { expect, test } from 'vitest';
import type { FigureTable } from '#lib/domain/table.ts';
import { excludedSentence, exclusionsFinding } from '#lib/view/exclusions-view.ts';

const counts = { excluded: 12, wholeDenominator: 350 };
const carried = { exclusion_state: 5, is_excluded: 5 };
const none = { exclusion_state: 0, is_excluded: 0 };

test('excluded: n (x %), and that the exports do not say is never said as none', () => {
	expect(excludedSentence(counts, carried)).toBe('批准剔除：12 件（3%）。');
	expect(excludedSentence({ ...counts, excluded: 0 }, none)).toMatch(/没有.*一列，看不出.*不等于没有剔除/);
});

test('the finding holds both rates, the difference, and who gains', () => {
	const table: FigureTable = {
		...{ id: 'exclusions', by: 'unit', columns: [] },
		rows: [
			{ unit: '甲局', flag: 'gains_both' },
			{ unit: '乙局', flag: 'no_gain' }
		],
		total: {
			...{ numerator: 80, denominator: 85, wholeNumerator: 80, wholeDenominator: 100 },
			...{ excluded: 15, difference: 80 / 85 - 0.8 }
		}
	};
	expect(exclusionsFinding(table, '按期办结率', carried)).toBe(
		'按期办结率：剔除后 94%，不剔除为 80%，相差 +14.1 个百分点；100 件中批准剔除 15 件。因剔除而受益的单位 1 个：甲局。'
	);
	expect(exclusionsFinding({ ...table, rows: [] }, '率', carried)).toMatch(/没有单位因剔除而明显受益。$/);
});
