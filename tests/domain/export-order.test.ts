import { expect, test } from 'vitest';
import { asPlaced } from '#lib/domain/export-order.ts';

test('exports are placed by data cut, then by how often they were mended, then by hash, in whatever order they come', () => {
	const [september, october] = ['2026-09-30 23:59:59', '2026-10-31 23:59:59'] as [string, string];
	const placed = [
		{ sha256: 'f', dataCut: september },
		{ sha256: 'b', dataCut: september, mending: 1 },
		{ sha256: 'e', dataCut: september, mending: 1 },
		{ sha256: 'a', dataCut: september, mending: 2 },
		{ sha256: '9', dataCut: september, mending: 10 },
		{ sha256: 'c', dataCut: october, mending: 0 },
		{ sha256: 'd', dataCut: october }
	];
	expect(asPlaced(placed)).toEqual(placed);
	expect(asPlaced(placed.toReversed())).toEqual(placed);
	expect(asPlaced([...placed.slice(3), ...placed.slice(0, 3)])).toEqual(placed);
});
