import type { Answers } from '#lib/domain/answers.ts';
import type { StorageFault } from '#lib/domain/storage-fault.ts';
import type { Ledger } from './open.ts';
import type { ImportCommandsTable } from './tables.ts';
import { utcNow } from './utc-now.ts';

/** Bytes that stand in the archive, and what their sender called them. */
export type ArchivedFile = {
	sha256: string;
	fileName: string;
	/** The moment it shows, where that is known: 'YYYY-MM-DD HH:MM:SS'. */
	dataCut?: string;
	/** How many times over its rows are mended ones of another export. */
	mending?: number;
};

/** Files that people asked the server to import together. */
export type ImportCommand = {
	seq: number;
	files: ArchivedFile[];
	answers: Answers;
	state: ImportCommandsTable['state'];
	/** What the disk had to do with its failing; null where that was something else. */
	problem: StorageFault | null;
	/** Numbers of the imports that came of it, one a file; empty before it is done. */
	imports: number[];
	/** UTC. */
	askedAt: string;
	askedBy: string;
};

/** Notes what was asked for, before it is begun; gives its number. */
export async function addCommand(
	ledger: Ledger,
	{ files, answers, process, by }: { files: ArchivedFile[]; answers: Answers; process: string; by: string }
): Promise<number> {
	const { seq } = await ledger
		.insertInto('import_commands')
		.values({
			...{ files: JSON.stringify(files), answers: JSON.stringify(answers), state: 'open', process, imports: '[]' },
			...{ asked_at: utcNow(), asked_by: by, ended_at: null, problem: null }
		})
		.returning('seq')
		.executeTakeFirstOrThrow();
	return seq;
}

/** Notes how a command ended, why it failed where that was the disk, and the imports that came of it. */
export async function endCommand(
	ledger: Ledger,
	seq: number,
	state: 'done' | 'failed' | 'interrupted',
	{ imports = [], problem = null }: { imports?: number[]; problem?: StorageFault | null } = {}
): Promise<void> {
	await ledger
		.updateTable('import_commands')
		.set({ state, imports: JSON.stringify(imports), problem, ended_at: utcNow() })
		.where('seq', '=', seq)
		.execute();
}

/** One command by its number. */
export async function commandBySeq(ledger: Ledger, seq: number): Promise<ImportCommand | null> {
	const row = await ledger.selectFrom('import_commands').selectAll().where('seq', '=', seq).executeTakeFirst();
	return row ? commandOf(row) : null;
}

/** The command that waits longest of those this process answers for. */
export async function nextCommand(ledger: Ledger, process: string): Promise<ImportCommand | null> {
	const row = await ledger
		.selectFrom('import_commands')
		.selectAll()
		.where('state', '=', 'open')
		.where('process', '=', process)
		.orderBy('seq')
		.limit(1)
		.executeTakeFirst();
	return row ? commandOf(row) : null;
}

/** Numbers of what has not ended, with the process that answers for each. */
export const unendedCommands = (ledger: Ledger): Promise<{ seq: number; process: string }[]> =>
	ledger.selectFrom('import_commands').select(['seq', 'process']).where('ended_at', 'is', null).execute();

/** All that has not ended, and the latest that has; the latest first. */
export async function commandsListed(ledger: Ledger, ended: number): Promise<ImportCommand[]> {
	const all = ledger.selectFrom('import_commands').selectAll().orderBy('seq', 'desc');
	const [under, over] = await Promise.all([
		all.where('ended_at', 'is', null).execute(),
		all.where('ended_at', 'is not', null).limit(ended).execute()
	]);
	return [...under, ...over].map(commandOf).sort((a, b) => b.seq - a.seq);
}

/** What had been said of the files of an import when it was asked for; nothing where no page asked for it. */
export const answersBefore = async (ledger: Ledger, importSeq: number): Promise<Answers> =>
	(await commandBehind(ledger, importSeq))?.answers ?? {};

/** What was said of an import's file, beside answers, when a page asked for it. Files sent together have one cut, and are mended alike. */
export async function fileAskedBefore(
	ledger: Ledger,
	importSeq: number
): Promise<Pick<ArchivedFile, 'dataCut' | 'mending'>> {
	const files = (await commandBehind(ledger, importSeq))?.files ?? [];
	return {
		dataCut: files.find(({ dataCut }) => dataCut !== undefined)?.dataCut,
		mending: files.find(({ mending }) => mending !== undefined)?.mending
	};
}

async function commandBehind(ledger: Ledger, importSeq: number): Promise<ImportCommand | undefined> {
	const rows = await ledger.selectFrom('import_commands').selectAll().where('state', '=', 'done').execute();
	return rows.map(commandOf).find(({ imports }) => imports.includes(importSeq));
}

const commandOf = (row: Omit<ImportCommandsTable, 'seq'> & { seq: number }): ImportCommand => ({
	seq: row.seq,
	files: JSON.parse(row.files) as ArchivedFile[],
	answers: JSON.parse(row.answers) as Answers,
	state: row.state,
	problem: row.problem,
	imports: JSON.parse(row.imports) as number[],
	askedAt: row.asked_at,
	askedBy: row.asked_by
});
