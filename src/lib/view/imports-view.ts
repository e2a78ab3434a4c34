import type { Table } from '#lib/components/table.ts';
import { formatCount, formatDateTime } from '#lib/domain/format.ts';
import type { IntakeResult, TakenIn } from '#lib/domain/intake-result.ts';
import {
	fieldName,
	noteSentence,
	reasonSentence,
	refusalSentence,
	repairSentence
} from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** One import as the ledger keeps it, its moment on the city's clocks. */
export type ImportShown = { seq: number; sha256: string; fileName: string; importedAt: string; result: IntakeResult };

/** Every import as a line, the latest first; the name leads to what is said of it further down. */
export function importsTable(imports: ImportShown[]): Table {
	return {
		id: 'imports',
		caption: m.imports_caption(),
		columns: [
			{ key: 'file', heading: m.imports_file(), kind: 'text' },
			{ key: 'at', heading: m.imports_at(), kind: 'datetime' },
			{ key: 'outcome', heading: m.imports_outcome(), kind: 'text' },
			{ key: 'read', heading: m.imports_read(), kind: 'count' },
			{ key: 'accepted', heading: m.imports_accepted(), kind: 'count' },
			{ key: 'repaired', heading: m.imports_repaired(), kind: 'count' },
			{ key: 'setAside', heading: m.imports_set_aside(), kind: 'count' },
			{ key: 'identical', heading: m.imports_identical(), kind: 'count' },
			{ key: 'superseded', heading: m.imports_superseded(), kind: 'count' },
			{ key: 'nonData', heading: m.imports_non_data(), kind: 'count' },
			{ key: 'cut', heading: m.imports_cut(), kind: 'datetime' }
		],
		rows: imports.map((one) => {
			const { result } = one;
			const common = { file: { value: plain(one.fileName), href: `#import-${one.seq}` }, at: one.importedAt };
			if (result.outcome === 'refused') return { ...common, outcome: m.imports_refused() };
			const outcome = cameBefore(one, imports) ? m.imports_again() : m.imports_taken();
			return { ...common, ...result.rows, outcome, cut: result.dataCut };
		})
	};
}

/** What is to be said of one import: facts, notes, repairs, reasons, and where each field was read from. */
export function importDetail({ seq, fileName, sha256, result }: ImportShown) {
	const locale = getLocale();
	const common = { seq, name: plain(fileName), hash: sha256.slice(0, 12) };
	if (result.outcome === 'refused') return { ...common, refusal: refusalSentence(result.refusal, locale), taken: null };
	const counted = (sentence: string, count: number) =>
		m.imports_counted({ sentence, count: formatCount(count, locale) });
	return {
		...common,
		refusal: null,
		taken: {
			facts: [
				{ term: m.imports_hash(), text: `${sha256.slice(0, 12)}…` },
				{ term: m.imports_format(), text: formatText(result) },
				{ term: m.imports_cut(), text: cutText(result) }
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

/** The exports that the served version is made of. */
export function exportsTable(
	exports: { sha256: string; file_name: string; data_cut: string; orders_shown: number; is_made_up: boolean }[]
): Table {
	return {
		id: 'exports',
		caption: m.imports_warehouse_caption(),
		columns: [
			{ key: 'file', heading: m.imports_file(), kind: 'text' },
			{ key: 'cut', heading: m.imports_cut(), kind: 'datetime' },
			{ key: 'orders', heading: m.imports_shown(), kind: 'count' },
			{ key: 'nature', heading: m.imports_made_up_heading(), kind: 'text' },
			{ key: 'hash', heading: m.imports_hash(), kind: 'text' }
		],
		rows: exports.map(({ sha256, file_name, data_cut, orders_shown, is_made_up }) => ({
			file: plain(file_name),
			cut: data_cut,
			orders: orders_shown,
			nature: is_made_up ? m.imports_made_up() : null,
			hash: `${sha256.slice(0, 12)}…`
		}))
	};
}

/** A name from outside may hold signs that turn the text round it: they are shown as what they are not. */
const plain = (text: string) => text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');

const cameBefore = ({ seq, sha256 }: ImportShown, imports: ImportShown[]) =>
	imports.some((other) => other.seq < seq && other.sha256 === sha256 && other.result.outcome === 'taken');

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
	const cut = formatDateTime(dataCut, getLocale());
	return dataCutFrom === 'given' ? m.imports_cut_given({ cut }) : m.imports_cut_latest({ cut });
}
