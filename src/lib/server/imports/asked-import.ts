import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { RowsAsked } from '../internal/import-rows.ts';
import type { OwnExport } from '../internal/standing-exports.ts';
import { replacedExports } from '../ledger/destroyed-exports.ts';
import { exportsBefore, importBySeq, latestOfExport, type ImportRecord } from '../ledger/imports.ts';
import type { Ledger } from '../ledger/open.ts';

/**
 * What the internal store is asked about an import: its export, and those that stood when it came. One that was written anew
 * without a citizen is asked about as the one it replaces was, and stands for it among the earlier ones.
 */
export async function rowsAskedOf(ledger: Ledger, seq: number): Promise<RowsAsked> {
	const record = (await importBySeq(ledger, seq))!;
	const replaced = await replacedExports(ledger);
	const earlier = await exportsBefore(ledger, await firstWritten(ledger, record, replaced));
	return { sha256: record.sha256, earlier: [...new Set(earlier.map((sha256) => nowAs(sha256, replaced)))] };
}

const nowAs = (sha256: string, replaced: ReadonlyMap<string, string>): string => {
	const next = replaced.get(sha256);
	return next === undefined ? sha256 : nowAs(next, replaced);
};

async function firstWritten(
	ledger: Ledger,
	record: ImportRecord,
	replaced: ReadonlyMap<string, string>
): Promise<ImportRecord> {
	const [old] = [...replaced].find(([, next]) => next === record.sha256) ?? [];
	const seq = old === undefined ? null : await latestOfExport(ledger, old);
	const before = seq === null ? null : await importBySeq(ledger, seq);
	return before === null ? record : firstWritten(ledger, before, replaced);
}

/** The export of an import, as it is placed where it stands in no figure. */
export const ownExportOf = ({ sha256, fileName, kind, dataCut, mending }: TakenIn): OwnExport => ({
	...{ sha256, fileName, kind, dataCut, mending }
});
