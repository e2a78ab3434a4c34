import type { IntakeResult, TakenIn } from '#lib/domain/intake-result.ts';
import type { Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

export type ImportRecord = {
	/** Counts up with every import, refused ones included. */
	seq: number;
	sha256: string;
	fileName: string;
	kind: string | null;
	outcome: IntakeResult['outcome'];
	result: IntakeResult;
	/** Wall-clock time of the city, null for a refused file. */
	dataCut: string | null;
	/** UTC. */
	importedAt: string;
	/** UTC; null while the import stands. */
	undoneAt: string | null;
};

export type TakenImport = ImportRecord & { outcome: 'taken'; result: TakenIn; dataCut: string };

/** Keeps what came of one file. The same file may come again: each time is a record of its own. */
export async function recordImport(ledger: Ledger, result: IntakeResult, importedAt = utcNow()): Promise<number> {
	const { seq } = await ledger
		.insertInto('imports')
		.values({
			sha256: result.sha256,
			file_name: result.fileName,
			kind: result.outcome === 'taken' ? result.kind : null,
			outcome: result.outcome,
			result: JSON.stringify(result),
			data_cut: result.outcome === 'taken' ? result.dataCut : null,
			imported_at: importedAt
		})
		.returning('seq')
		.executeTakeFirstOrThrow();
	return seq;
}

/** What a build merges: each file taken in and not undone, once, as it was last taken; in the order of those imports. */
export async function importsTaken(ledger: Ledger): Promise<TakenImport[]> {
	const records = await select(ledger)
		.where('seq', 'in', (latest) =>
			latest
				.selectFrom('imports')
				.select((of) => of.fn.max('seq').as('seq'))
				.where('outcome', '=', 'taken')
				.where('seq', 'not in', (undone) => undone.selectFrom('undone_imports').select('import_seq'))
				.groupBy('sha256')
		)
		.orderBy('seq')
		.execute();
	return records.map(withResult) as TakenImport[];
}

/** Every import, taken, refused or waiting for a word, the latest first. */
export async function importsListed(ledger: Ledger): Promise<ImportRecord[]> {
	return (await select(ledger).orderBy('seq', 'desc').execute()).map(withResult);
}

/** One import by its number. */
export async function importBySeq(ledger: Ledger, seq: number): Promise<ImportRecord | null> {
	const record = await select(ledger).where('seq', '=', seq).executeTakeFirst();
	return record ? withResult(record) : null;
}

/** The number of the last import of these bytes, whatever came of it; null where there is none. */
export async function latestOfExport(ledger: Ledger, sha256: string): Promise<number | null> {
	const { seq } = await ledger
		.selectFrom('imports')
		.select((of) => of.fn.max('seq').as('seq'))
		.where('sha256', '=', sha256)
		.executeTakeFirstOrThrow();
	return seq;
}

/** The last import of the same bytes that was not undone, another one left out; null where there is none. */
export async function standingImport(
	ledger: Ledger,
	{ seq, sha256 }: Pick<ImportRecord, 'seq' | 'sha256'>
): Promise<TakenImport | null> {
	const record = await select(ledger)
		.where('sha256', '=', sha256)
		.where('outcome', '=', 'taken')
		.where('undone_at', 'is', null)
		.where('seq', '<>', seq)
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	return record ? (withResult(record) as TakenImport) : null;
}

/** Notes that an import was undone. */
export async function markUndone(ledger: Ledger, seq: number, undoneBy: string): Promise<void> {
	await ledger
		.insertInto('undone_imports')
		.values({ import_seq: seq, undone_at: utcNow(), undone_by: undoneBy })
		.execute();
}

const select = (ledger: Ledger) =>
	ledger
		.selectFrom('imports')
		.leftJoin('undone_imports', 'undone_imports.import_seq', 'imports.seq')
		.select([
			'undone_at as undoneAt',
			'seq',
			'sha256',
			'file_name as fileName',
			'kind',
			'outcome',
			'result',
			'data_cut as dataCut',
			'imported_at as importedAt'
		]);

const withResult = (record: Omit<ImportRecord, 'result'> & { result: string }): ImportRecord => ({
	...record,
	result: JSON.parse(record.result) as IntakeResult
});

/**
 * The exports of the same kind that stood when this import was recorded, by their hashes, in the order of their imports; what
 * came earlier in the same command is among them, the same bytes where they were taken in before.
 */
export async function exportsBefore(
	ledger: Ledger,
	{ seq, kind, importedAt }: Pick<ImportRecord, 'seq' | 'kind' | 'importedAt'>
): Promise<string[]> {
	const records = await select(ledger)
		.where('seq', '<', seq)
		.where('outcome', '=', 'taken')
		.where((of) => of.or([of('undone_at', 'is', null), of('undone_at', '>', importedAt)]))
		.orderBy('seq')
		.execute();
	const kinds = new Map(records.map((record) => [record.sha256, record.kind]));
	return [...kinds].flatMap(([sha256, last]) => (last === kind ? [sha256] : []));
}
