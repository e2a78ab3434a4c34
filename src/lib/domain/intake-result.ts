import type { Answers, Question } from './answers.ts';
import type { KindName } from './kinds/kind.ts';

/** What taking in one export gave. The child process prints it, the command line and the ledger keep it. */

/** Why a whole file was refused; the sentence for a reader is made from it in lib/messages. */
export type Refusal = {
	reason:
		| 'empty_file'
		| 'header_only'
		| 'no_header_found'
		| 'missing_columns'
		| 'not_a_table'
		| 'html_table'
		| 'old_excel'
		| 'protected_workbook'
		| 'unreadable_workbook'
		| 'unknown_encoding'
		| 'mixed_dates'
		| 'too_large'
		| 'no_rows_accepted'
		| 'unreadable_json'
		| 'json_without_orders'
		| 'unreadable_parquet'
		| 'protected_parquet'
		| 'other_archive'
		| 'nested_archive'
		| 'protected_archive'
		| 'unsafe_archive'
		| 'unreadable_archive'
		| 'empty_archive'
		| 'reader_stopped'
		| 'unreadable_file'
		| 'erased_export';
	/** Values the sentence needs: missing field names, the place, the offending text. */
	details: Record<string, string | number | string[]>;
};

export type RowCounts = {
	/** Every physical record but the header in use. */
	read: number;
	/** Includes repaired. */
	accepted: number;
	repaired: number;
	setAside: number;
	nonData: number;
};

/** The rows of one import, held against what was there before: read = accepted + setAside + identical + nonData. */
export type ImportedRows = RowCounts & {
	/** The same order in the same form stands in an earlier export, or higher up in this one. */
	identical: number;
	/** Accepted rows that are not the current form of their order. */
	superseded: number;
};

/** What kind of file the rows came from, told by its bytes. */
export type Container = 'csv' | 'xlsx' | 'xls' | 'ods' | 'html' | 'json' | 'jsonl' | 'parquet';

export type TakenIn = {
	outcome: 'taken';
	sha256: string;
	fileName: string;
	kind: KindName;
	/** What the file holds; in the ledger, held against what was there before. */
	rows: RowCounts | ImportedRows;
	/**
	 * The moment the export shows, 'YYYY-MM-DD HH:MM:SS', and whether it was given or is the export's latest time; `none`
	 * where the export is of a kind without times: its cut is then older than any.
	 */
	dataCut: string;
	dataCutFrom: 'given' | 'latest' | 'none';
	/** What the staged rows say, as a hash: the same for the same rows, whatever order they were written in. */
	content: string;
	/** How many times over its rows are mended ones of another export: 1 where they came in unmended first. None where it is left out. */
	mending?: number;
	/** Where each field was read from. Two headers where a date and a time column were joined. */
	mapping: { field: string; headers: string[] }[];
	/** Headers that no field was read from, as written. */
	unmapped: string[];
	repairs: { rule: string; count: number }[];
	reasons: { reason: string; count: number }[];
	/** What a reader must know: codes such as 'closing_taken_from_reply', 'dates_read_as_month_first'. */
	notes: string[];
	/** True where the export calls itself made up. */
	isMadeUp: boolean;
	/** Names files like this one; what people said of those holds for it too. */
	signature: string;
	/** What people said, of this file or of those: it was read by that. */
	answers: Answers;
	/** The profile that some of it comes from; null where there was none. */
	profile: string | null;
	/** `sheet`: for a workbook the sheet's name, for a page the table's number, for JSON the names that lead to the list. */
	format: { container: Container; encoding: string; separator: string; sheet: string };
};

export type Refused = { outcome: 'refused'; sha256: string; fileName: string; refusal: Refusal };

/** Waits for a person's word; nothing of it is in the figures. */
export type Asked = { outcome: 'asked'; sha256: string; fileName: string; signature: string; question: Question };

export type IntakeResult = TakenIn | Refused | Asked;
