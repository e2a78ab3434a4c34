import type { Table } from '#lib/components/table.ts';
import type { IntakeResult } from '#lib/domain/intake-result.ts';
import { isKindName } from '#lib/domain/kinds/kind.ts';
import type { FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import { kindName } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ExportsTable } from '#lib/server/warehouse/schema.ts';
import { plain } from './plain-text.ts';
import { tableView } from './table-view.ts';

/** One import as the ledger keeps it, its moment on the city's clocks. */
export type ImportShown = {
	seq: number;
	sha256: string;
	fileName: string;
	importedAt: string;
	undoneAt: string | null;
	result: IntakeResult;
};

const headings: Record<string, () => string> = {
	file: m.imports_file,
	kind: m.kind_heading,
	waiting: m.kind_waiting,
	importedAt: m.imports_at,
	outcome: m.imports_outcome,
	read: m.imports_read,
	accepted: m.imports_accepted,
	repaired: m.imports_repaired,
	setAside: m.imports_set_aside,
	identical: m.imports_identical,
	superseded: m.imports_superseded,
	nonData: m.imports_non_data,
	dataCut: m.imports_cut,
	ordersShown: m.imports_shown,
	nature: m.imports_made_up_heading,
	hash: m.imports_hash,
	taken: m.imports_taken,
	refused: m.imports_refused,
	asked: m.asked_outcome,
	undone: m.undo_outcome,
	again: m.imports_again,
	made_up: m.imports_made_up
};

/** Headings and codes of both lists. */
export const importsHeading = (key: string): string | undefined =>
	headings[key]?.() ?? (isKindName(key) ? kindName(key, getLocale()) : undefined);

/** Every import as a line, in the order given. A refused file has no counts. */
export function importsList(imports: ImportShown[]): FigureTable {
	const firstTaken = new Map<string, number>();
	for (const { seq, sha256, result } of imports) {
		const first = firstTaken.get(sha256) ?? seq;
		if (result.outcome === 'taken') firstTaken.set(sha256, Math.min(first, seq));
	}
	return {
		...{ id: 'imports', by: null, total: null },
		columns: [
			{ key: 'file', kind: 'text' },
			{ key: 'kind', kind: 'code' },
			{ key: 'importedAt', kind: 'time' },
			{ key: 'outcome', kind: 'code' },
			...(['read', 'accepted', 'repaired', 'setAside', 'identical', 'superseded', 'nonData'] as const).map(
				(key): TableColumn => ({ key, kind: 'count' })
			),
			{ key: 'dataCut', kind: 'time' }
		],
		rows: imports.map(({ seq, sha256, fileName, importedAt, undoneAt, result }) => {
			const common = { seq, file: plain(fileName), importedAt };
			if (result.outcome !== 'taken') return { ...common, outcome: result.outcome };
			const outcome = undoneAt !== null ? 'undone' : firstTaken.get(sha256)! < seq ? 'again' : 'taken';
			return {
				...common,
				...result.rows,
				kind: result.kind,
				outcome,
				dataCut: result.dataCutFrom === 'none' ? null : result.dataCut
			};
		})
	};
}

/** How many imports a page shows; the file holds all. */
export const importsOnPage = 500;

/** The latest of them as the page shows them; the name leads to the import's own page. */
export function importsTable(list: FigureTable): Table {
	const shown = { ...list, rows: list.rows.slice(0, importsOnPage) };
	const rowHref = ({ seq }: TableRow) => `/imports/${seq}`;
	const options = {
		caption: m.imports_caption(),
		csvHref: '/imports/imports.csv',
		ownHeading: importsHeading,
		rowHref
	};
	return { ...tableView(shown, options), fileRows: list.rows.length };
}

/** The exports that the served version is made of. */
export function exportsList(
	exports: Pick<
		ExportsTable,
		'sha256' | 'file_name' | 'kind' | 'data_cut' | 'orders_shown' | 'rows_waiting' | 'is_made_up'
	>[]
): FigureTable {
	return {
		...{ id: 'exports', by: null, total: null },
		columns: [
			{ key: 'file', kind: 'text' },
			{ key: 'kind', kind: 'code' },
			{ key: 'dataCut', kind: 'time' },
			{ key: 'ordersShown', kind: 'count' },
			{ key: 'waiting', kind: 'count' },
			{ key: 'nature', kind: 'code' },
			{ key: 'hash', kind: 'text' }
		],
		rows: exports.map(({ sha256, file_name, kind, data_cut, orders_shown, rows_waiting, is_made_up }) => ({
			file: plain(file_name),
			kind,
			dataCut: data_cut,
			ordersShown: kind === 'orders' ? orders_shown : null,
			waiting: rows_waiting,
			nature: is_made_up ? 'made_up' : null,
			hash: sha256
		}))
	};
}

/** The same as the page shows it, each hash by its beginning. */
export function exportsTable(list: FigureTable): Table {
	const rows = list.rows.map((row) => ({ ...row, hash: `${String(row.hash).slice(0, 12)}…` }));
	const options = {
		caption: m.imports_warehouse_caption(),
		csvHref: '/imports/exports.csv',
		ownHeading: importsHeading
	};
	return tableView({ ...list, rows }, options);
}
