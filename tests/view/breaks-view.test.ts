import { expect, test } from 'vitest';
import { breakMarks, breakNotes } from '#lib/view/breaks-view.ts';

const at = (month: string, what: string, name: string | null, other: string | null = null) => ({
	...{ month, what, name, other }
});

test('a unit that may be renamed is told once, as a perhaps, and never as an end and a beginning', () => {
	const found = [
		at('2026-07', 'unit_begins', '城市管理局'),
		at('2026-07', 'unit_ends', '城管局'),
		at('2026-07', 'unit_may_be_renamed', '城管局', '城市管理局'),
		at('2026-07', 'line_ends', '12301')
	];
	expect(breakNotes(found).get('2026-07')).toBe('城管局 → 城市管理局，或为更名；12301 线路止');
	expect(breakMarks(found)).toEqual([{ period: '2026-07', text: '城管局 → 城市管理局，或为更名；12301 线路止' }]);
});

test('a column is told by the name of the export’s field; many breaks of a month are counted in the picture', () => {
	const found = ['due_at', 'unit', 'kind'].map((name) => at('2025-11', 'column_begins', name));
	expect(breakMarks(found)[0]!.text).toMatch(/^“[^_]+”列起有值，另有 2 处$/);
	expect(breakNotes(found).get('2025-11')!.split('；')).toHaveLength(3);
});
