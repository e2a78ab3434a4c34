import type { Table } from '#lib/components/table.ts';
import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import type { IntakeResult, TakenIn } from '#lib/domain/intake-result.ts';
import { isKindName } from '#lib/domain/kinds/kind.ts';
import type { FigureTable, TableColumn, TableRow } from '#lib/domain/table.ts';
import {
	fieldName,
	kindName,
	noteSentence,
	reasonSentence,
	refusalSentence,
	repairSentence
} from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ExportsTable } from '#lib/server/warehouse/schema.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { plain } from './plain-text.ts';
import { questionShown } from './question-view.ts';
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

/**
 * What is to be said of one import: facts, notes, repairs, reasons, and where each field was read from. A question waits
 * until the file is imported again.
 */
export function importDetail({ seq, fileName, sha256, result }: ImportShown, { waits = false } = {}) {
	const locale = getLocale();
	const common = { seq, name: plain(fileName), hash: sha256.slice(0, 12) };
	if (result.outcome === 'refused')
		return { ...common, refusal: refusalSentence(result.refusal, locale), question: null, taken: null };
	if (result.outcome === 'asked')
		return { ...common, refusal: null, question: { ...questionShown(result), waits }, taken: null };
	const counted = (sentence: string, count: number) =>
		m.imports_counted({ sentence, count: formatCount(count, locale) });
	return {
		...common,
		refusal: null,
		question: null,
		taken: {
			facts: [
				{ term: m.imports_hash(), text: `${sha256.slice(0, 12)}…` },
				{ term: m.imports_format(), text: formatText(result) },
				{ term: m.imports_cut(), text: cutText(result) },
				{ term: m.kind_heading(), text: kindName(result.kind, locale) },
				...profileFact(result)
			],
			notes: result.notes.map((note) => noteSentence(note, locale)),
			repairs: result.repairs.map(({ rule, count }) => counted(repairSentence(rule, locale), count)),
			reasons: result.reasons.map(({ reason, count }) => counted(reasonSentence(reason, locale), count)),
			mapping: result.mapping.map(({ field, headers }) => ({
				field: fieldName(field, locale),
				headers: headers.map(plain).join(' + ')
			})),
			unmapped: result.unmapped.map(plain)
		}
	};
}

/** The profile it was read by, with the way to it; imports of older Dubans have none. */
const profileFact = ({ profile = null }: Partial<TakenIn>) =>
	profile === null
		? []
		: [{ term: m.profile_title(), text: profile, href: `/imports/profiles#${encodeURIComponent(profile)}` }];

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

function formatText({ format }: TakenIn): string {
	const { encoding } = format;
	const sheet = plain(format.sheet);
	switch (format.container) {
		case 'xlsx':
			return m.imports_format_xlsx({ sheet });
		case 'xls':
			return m.imports_format_xls({ sheet });
		case 'ods':
			return m.imports_format_ods({ sheet });
		case 'html':
			return m.imports_format_html({ encoding, table: sheet.replace(/\D+/g, '') });
		case 'json':
			return sheet === '' ? m.imports_format_json({ encoding }) : m.imports_format_json_list({ encoding, sheet });
		case 'jsonl':
			return m.imports_format_jsonl({ encoding });
		case 'parquet':
			return m.imports_format_parquet();
		case 'csv': {
			const separator = format.separator === '\t' ? m.imports_tab() : format.separator;
			return m.imports_format_csv({ encoding, separator });
		}
	}
}

function cutText({ dataCut, dataCutFrom }: TakenIn): string {
	if (dataCutFrom === 'none') return m.kind_undated();
	const cut = formatDateTime(dataCut, getLocale());
	return dataCutFrom === 'given' ? m.imports_cut_given({ cut }) : m.imports_cut_latest({ cut });
}
