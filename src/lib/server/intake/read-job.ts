import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { Unpacked } from './members.ts';
import { unpack } from './read/unpack.ts';
import { type Progress, stageExport, type StagingJob } from './stage-export.ts';

/** Reads the archived file of a job: unpacks an archive where it may, and stages an export. */
export type ReadJob = (job: StagingJob, onProgress: (progress: Progress) => void) => Promise<TakenIn | Unpacked>;

/** What the child does with a job, in the process that calls it. Throws RefusedExport and OpenQuestion. */
export const readJob: ReadJob = async (job, onProgress) =>
	(job.mayUnpack ? await unpack(job.archived, job.folder) : undefined) ?? (await stageExport(job, onProgress));
