import { error, json } from '@sveltejs/kit';
import type { Answers } from '#lib/domain/answers.ts';
import { storageFaultOf } from '#lib/domain/storage-fault.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { importInBackground } from '#lib/server/imports/background.ts';
import { appendAudit } from '#lib/server/ledger/audit.ts';
import type { ArchivedFile } from '#lib/server/ledger/import-commands.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { passOver } from '#lib/server/uploads/body-chunks.ts';
import { UploadProblem } from '#lib/server/uploads/upload-problem.ts';
import { uploadSentence } from './upload-sentences.server.ts';

/** What the doors of the imports page share. The guard let nobody in who may not import. */

/** Who asks; the guard has let in nobody without a name. */
export function actorOf({ user }: App.Locals): string {
	if (user === null) error(401);
	return user.name;
}

/** Writes an archived upload down. Before its sender is told that it is here. */
export const recordUpload = (by: string, sha256: string, bytes: number | null) =>
	appendAudit(openLedger(dataFolder()), {
		...{ actor: by, action: 'export_uploaded', object: sha256 },
		detail: bytes === null ? {} : { bytes }
	});

/** Begins one import of files that are archived; gives the number of the command. */
export function beginImport(by: string, files: ArchivedFile[], answers: Answers = {}): Promise<number> {
	const folder = ensureDataFolder(dataFolder());
	return importInBackground(folder, openLedger(folder), { files, answers, by });
}

/** The disk's faults are an upload's too. Throws what is none. */
export function asUploadProblem(problem: unknown): UploadProblem {
	if (problem instanceof UploadProblem) return problem;
	const fault = storageFaultOf(problem);
	if (fault === null || fault === 'ledger_damaged') throw problem;
	return new UploadProblem(fault);
}

/** What is wrong with an upload, for a program and in words. Throws what is no such problem. */
export function uploadRefused(problem: unknown, { body }: Request): Response {
	passOver(body);
	const { fault, received, status } = asUploadProblem(problem);
	return json({ fault, received, message: uploadSentence(fault) }, { status });
}
