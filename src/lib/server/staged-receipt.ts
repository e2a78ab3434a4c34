import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { DataFolder } from './data-folder.ts';

/** The files an export is staged as. The receipt holds the result and the request, and is there only when all others are. */
export type StagedPaths = {
	rows: string;
	/** What became of rows that were not simply accepted, with what stands in them. In the internal store. */
	ledger: string;
	/** Every cell as it was written. In the internal store. */
	cells: string;
	receipt: string;
};

export const stagedPaths = (
	{ staged, internal }: Pick<DataFolder, 'staged' | 'internal'>,
	sha256: string
): StagedPaths => ({
	rows: join(staged, `${sha256}.parquet`),
	ledger: join(internal, `${sha256}.rows.parquet`),
	cells: join(internal, `${sha256}.cells.parquet`),
	receipt: join(staged, `${sha256}.json`)
});

/** What decides, beside the bytes and what people said of them, what an export is staged as. */
export type Request = {
	dataCut: string | undefined;
	zone: string;
	/** Which secret callers' keys were made with. */
	callers: string;
};

/** What stands beside staged rows: what the reading gave, the hash of the bytes they were written as, what was asked, and which reader it was. */
export type Receipt = TakenIn & { bytes: string; request: Request; reader: string };

/** What readers before this one wrote: not all of it was told then. */
type Written = Omit<Receipt, 'kind' | 'signature' | 'answers' | 'profile' | 'content' | 'bytes' | 'request'> &
	Partial<Pick<Receipt, 'kind' | 'signature' | 'answers' | 'profile' | 'content' | 'bytes'>> & {
		request: Request & { dateOrder?: string };
	};

/** The receipt of an export's staged rows, as a reader of now would have written it; undefined where it is gone or damaged, which `verify` tells. */
export function stagedReceipt(folder: Pick<DataFolder, 'staged'>, sha256: string): Receipt | undefined {
	try {
		const written = JSON.parse(readFileSync(join(folder.staged, `${sha256}.json`), 'utf8')) as Written;
		const { kind = 'orders', signature = '', profile = null, content = '', bytes = '', request, ...rest } = written;
		const { dateOrder, ...asked } = request;
		// The one thing that could be said of a file, beside its data cut, before there were answers.
		const { answers = dateOrder ? { 'date-order': dateOrder } : {} } = rest;
		return { ...rest, kind, signature, answers, profile, content, bytes, request: asked };
	} catch {
		return undefined;
	}
}
