import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { RowsAsked } from '../internal/import-rows.ts';
import type { OwnExport } from '../internal/standing-exports.ts';
import { exportsBefore, importBySeq } from '../ledger/imports.ts';
import type { Ledger } from '../ledger/open.ts';

/** What the internal store is asked about an import: its export, and those that stood when it came. */
export async function rowsAskedOf(ledger: Ledger, seq: number): Promise<RowsAsked> {
	const record = (await importBySeq(ledger, seq))!;
	return { sha256: record.sha256, earlier: await exportsBefore(ledger, record) };
}

/** The export of an import, as it is placed where it stands in no figure. */
export const ownExportOf = ({ sha256, fileName, kind, dataCut }: TakenIn): OwnExport => ({
	...{ sha256, fileName, kind, dataCut }
});
