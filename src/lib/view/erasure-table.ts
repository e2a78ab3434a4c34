import type { Table } from '#lib/components/table.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Erasure } from '#lib/server/imports/erase-citizen.ts';
import { plain } from './plain-text.ts';

/** The exports that speak of a citizen, and what becomes of each, or became. */
export function erasureTable({ exports, isDone }: Erasure): Table {
	const becomes = (isDestroyed: boolean) => {
		if (isDestroyed) return isDone ? m.erase_was_destroyed() : m.erase_becomes_destroyed();
		return isDone ? m.erase_was_rewritten() : m.erase_becomes_rewritten();
	};
	return {
		id: 'erasure',
		caption: m.erase_found(),
		columns: [
			{ key: 'file', heading: m.erase_column_file(), kind: 'text' },
			{ key: 'own', heading: m.erase_column_own(), kind: 'count' },
			{ key: 'naming', heading: m.erase_column_naming(), kind: 'count' },
			{ key: 'becomes', heading: m.erase_column_becomes(), kind: 'text' }
		],
		rows: exports.map(({ fileName, own, naming, isDestroyed }) => ({
			file: plain(fileName),
			own,
			naming,
			becomes: becomes(isDestroyed)
		})),
		empty: m.erase_nothing()
	};
}
