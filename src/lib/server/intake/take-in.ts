import { statSync } from 'node:fs';
import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { readBy, type Said } from '#lib/domain/answers.ts';
import type { IntakeResult } from '#lib/domain/intake-result.ts';
import { cityZone, type DataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { announce, remove, settle } from '#lib/server/durable-files.ts';
import { sha256Of } from '#lib/server/file-hash.ts';
import { type Receipt, type StagedPaths, stagedPaths } from '#lib/server/staged-receipt.ts';
import { archive, archivedAlready, requireRoom, requireUnchanged } from './archive.ts';
import { callerSecret, secretMark } from './caller-secret.ts';
import { limits } from './limits.ts';
import { memberFile, memberName, type Unpacked } from './members.ts';
import { OpenQuestion } from './open-question.ts';
import type { ReadJob } from './read-job.ts';
import { RefusedExport } from './refused-export.ts';
import { type Child, childProgram, startChild } from './run-child.ts';
import { readAlready, readerVersion, stagedNames, sweepScratch } from './staged-files.ts';
import type { Progress } from './stage-export.ts';

export type TakeInOptions = Said & {
	folder: DataFolder;
	/** The moment the export shows, 'YYYY-MM-DD' (its end) or 'YYYY-MM-DD HH:MM:SS'; else its latest time. */
	dataCut?: string;
	/** Exports whose bytes were destroyed because a citizen was erased, and the day: they do not come in again. */
	destroyed?: ReadonlyMap<string, string>;
	/** Reads the bytes anew though they were read before. */
	again?: boolean;
	/** Whether readers of pages come first. */
	yields?: boolean;
	/** What the file is called, where its path is a temporary one. */
	fileName?: string;
	/** The program of the child process, where it does not stand beside this file. */
	childProgram?: string;
	/** Reads in place of a child: for small files of one's own, which no process need be started for. */
	reader?: ReadJob;
	onProgress?: (progress: Progress) => void;
};

/** Throws where the text is no such moment: a caller's mistake, not the export's. */
export function readDataCut(text: string): string {
	const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text} 23:59:59` : text.replace('T', ' ');
	const isMoment = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(whole);
	const moment = new Date(`${whole.replace(' ', 'T')}Z`);
	if (!isMoment || Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== whole.slice(0, 10)) {
		throw new Error(`not a data cut: ${text}; write YYYY-MM-DD or YYYY-MM-DD HH:MM:SS`);
	}
	return whole;
}

let ownVersion: string | undefined;
/** The version of our own reader, which does not change while this process runs. */
const ownReader = () => (ownVersion ??= readerVersion(childProgram()));

/** The receipt is written last: staged files count only once it stands beside them. */
async function keep(jobFolder: string, staged: StagedPaths, told: Omit<Receipt, 'bytes'>): Promise<void> {
	remove(staged.receipt);
	const receipt: Receipt = { ...told, bytes: await sha256Of(join(jobFolder, stagedNames.rows)) };
	const written = join(jobFolder, 'receipt.json');
	announce('write', written);
	await writeFile(written, JSON.stringify(receipt, null, '\t'), { mode: 0o600 });
	for (const [from, to] of [
		[join(jobFolder, stagedNames.rows), staged.rows],
		[join(jobFolder, stagedNames.ledger), staged.ledger],
		[join(jobFolder, stagedNames.cells), staged.cells],
		[written, staged.receipt]
	] as const)
		await settle(from, to);
}

type Unpacking = (unpacked: Unpacked, jobFolder: string, archiveName: string) => Promise<IntakeResult[]>;

async function read(path: string, options: TakeInOptions, unpacking?: Unpacking): Promise<IntakeResult[]> {
	const folder = ensureDataFolder(options.folder);
	const fileName = options.fileName ?? basename(path);
	const onProgress = options.onProgress ?? (() => {});
	const dataCut = options.dataCut === undefined ? undefined : readDataCut(options.dataCut);
	let sha256 = '';
	const jobFolder = join(folder.scratch, `intake-${randomUUID()}`);
	const program = options.childProgram ?? childProgram();
	let child: Child | undefined;
	try {
		await sweepScratch(folder);
		onProgress({ step: 'archive' });
		const standing = archivedAlready(path, folder);
		// While a large file is archived the process that will read it begins.
		if (!standing && !options.reader && isLarge(path)) child = startChild(program, options);
		const archived = standing ?? (await archive(path, folder));
		sha256 = archived.sha256;
		const day = options.destroyed?.get(sha256);
		if (day !== undefined) {
			remove(archived.path);
			throw new RefusedExport('erased_export', { day });
		}
		const secret = callerSecret(folder);
		const asked = { dataCut, zone: cityZone() };
		const { answers, remembered, profiles, profile } = options;
		const said: Said = { answers, remembered, profiles, profile };
		const request = { ...asked, callers: secretMark(secret) };
		const staged = stagedPaths(folder, sha256);
		const reader = options.childProgram === undefined ? ownReader() : readerVersion(program);
		const known = options.again
			? undefined
			: await readAlready(folder, sha256, { request, reader }, (of) => readBy(of, said));
		if (known) return [{ ...known, fileName }];
		if (standing) {
			await requireRoom(path, folder);
			await requireUnchanged(standing);
		}

		await mkdir(jobFolder, { mode: 0o700 });
		const named = { archived: archived.path, folder: jobFolder, sha256, fileName };
		const job = { ...asked, ...named, said, callerSecret: secret, mayUnpack: unpacking !== undefined };
		const readJob: ReadJob = options.reader ?? (child ??= startChild(program, options)).read;
		const result = await readJob(job, onProgress);
		if (result.outcome === 'unpacked') {
			if (!unpacking) throw new RefusedExport('nested_archive');
			return await unpacking(result, jobFolder, fileName);
		}
		await keep(jobFolder, staged, { ...result, request, reader });
		return [result];
	} catch (error) {
		if (error instanceof RefusedExport) return [{ outcome: 'refused', sha256, fileName, refusal: error.refusal }];
		if (error instanceof OpenQuestion)
			return [{ outcome: 'asked', sha256, fileName, signature: error.signature, question: error.question }];
		const code = (error as NodeJS.ErrnoException).code;
		if (sha256 === '' && (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')) {
			const refusal = { reason: 'unreadable_file' as const, details: { problem: code } };
			return [{ outcome: 'refused', sha256, fileName, refusal }];
		}
		throw error;
	} finally {
		child?.stop();
		await rm(jobFolder, { recursive: true, force: true });
	}
}

/** Archiving so many bytes takes longer than a process to begin. */
const isLarge = (path: string) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 16 * 1024 ** 2;

/**
 * Takes in one export: keeps its bytes, reads them in a child process, and leaves its staged rows, the ledger of
 * rows that were not simply accepted, and the result beside them. Taking the same bytes in again changes nothing.
 * A file that cannot be taken in gives a refusal, and so does an archive; one that leaves something open gives a question;
 * only our own faults throw.
 */
export async function takeIn(path: string, options: TakeInOptions): Promise<IntakeResult> {
	const [result] = await read(path, options);
	return result!;
}

/**
 * Takes in every export that a file holds: the file itself, or each member of an archive as an export of its own, named
 * `archive.zip/member.csv`. The archive's bytes are kept beside its members'. One result an export, in the archive's order.
 */
export function takeInAll(path: string, options: TakeInOptions): Promise<IntakeResult[]> {
	return read(path, options, async ({ names, notes }, jobFolder, archiveName) => {
		const results: IntakeResult[] = [];
		for (const [index, name] of names.slice(0, limits.workbook.entries).entries()) {
			const member = memberFile(jobFolder, index);
			// The child read a hostile file: what it left behind is looked at before it is opened.
			const left = await lstat(member).catch(() => undefined);
			if (!left?.isFile()) throw new RefusedExport('unsafe_archive', { name });
			const result = await takeIn(member, { ...options, fileName: memberName(archiveName, name) });
			results.push(result.outcome === 'taken' ? { ...result, notes: [...result.notes, ...notes] } : result);
		}
		return results;
	});
}
