import { expect, test } from 'vitest';
import { overlapsOf } from '#lib/domain/profiles/overlaps.ts';

test('of profiles for the same headers the later holds, and both know', () => {
	const alone = { yieldsTo: [], yieldsAll: false, holdsOver: [] };
	expect(overlapsOf([])).toEqual([]);
	expect(
		overlapsOf([
			{ name: 'old', signatures: ['a'] },
			{ name: 'both', signatures: ['b', 'c'] },
			{ name: 'apart', signatures: ['d'] },
			{ name: 'new', signatures: ['a', 'b'] }
		])
	).toEqual([
		{ yieldsTo: ['new'], yieldsAll: true, holdsOver: [] },
		{ yieldsTo: ['new'], yieldsAll: false, holdsOver: [] },
		alone,
		{ yieldsTo: [], yieldsAll: false, holdsOver: ['old', 'both'] }
	]);
	const [first, second, third] = overlapsOf(['1', '2', '3'].map((name) => ({ name, signatures: ['a'] })));
	expect([first!.yieldsTo, second!.yieldsTo, second!.holdsOver, third!.holdsOver]).toEqual([
		...[['3'], ['3'], [], ['1', '2']]
	]);
});
