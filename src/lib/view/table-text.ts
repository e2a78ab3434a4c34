import type { Cell, FigureTable, TableRow } from '#lib/domain/table.ts';
import { m } from '#lib/paraglide/messages.js';
import { binName } from './bins.ts';
import { reasonNames } from './reason-names.ts';
import { columnHeading, rowName, standingName } from './names.ts';

/**
 * A table for a file: headings and names in the reader's language, numbers as they are. Durations are in seconds.
 * `ownHeading` names the columns and codes that only this table has.
 */
export function tableText(
	table: FigureTable,
	ownHeading: (key: string) => string | undefined = () => undefined
): { headings: string[]; rows: Cell[][] } {
	const { columns, by, total } = table;
	const headings = columns.map(({ key, kind }) => {
		const heading = ownHeading(key) ?? columnHeading(key, by);
		return kind === 'seconds' ? m.column_in_seconds({ heading }) : heading;
	});
	const words = (row: TableRow) =>
		columns.map(({ key, kind }, place) => {
			const ownName = kind === 'code' && row[key] != null ? ownHeading(String(row[key])) : undefined;
			return ownName ?? wordOf(row[key] ?? null, key, kind, place, by);
		});
	const last = total ? [words(total).map((cell, place) => (place === 0 ? m.table_total() : cell))] : [];
	return { headings, rows: [...table.rows.map(words), ...last] };
}

function wordOf(value: Cell, key: string, kind: string, place: number, by: FigureTable['by']): Cell {
	if (key === 'bin') return binName(Number(value));
	if (key === 'standing') return value === null ? null : standingName(String(value));
	if (key === 'reasons') return reasonNames(String(value ?? ''));
	if (kind === 'code') return value === null ? null : columnHeading(String(value), null);
	return place === 0 && value === null ? rowName(null, by) : value;
}
