import { type ReadJob, readJob } from '#lib/server/intake/read-job.ts';

/**
 * Reads in this process what a child reads otherwise, and gives what would come through its pipe: of a file of three lines
 * the start of a process is most of the work. What only a child withstands is thrown here as it is.
 */
export const readHere: ReadJob = async (job, onProgress) =>
	JSON.parse(JSON.stringify(await readJob(job, onProgress))) as Awaited<ReturnType<ReadJob>>;
