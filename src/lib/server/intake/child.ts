/**
 * The process an export is read in, or an archive unpacked in. It may run out of memory, hang or be killed: the parent then refuses the
 * export, and nothing else is touched. It gets one job over IPC and answers with one result.
 */
import type { Unpacked } from './members.ts';
import { OpenQuestion } from './open-question.ts';
import { unpack } from './read/unpack.ts';
import { RefusedExport } from './refused-export.ts';
import { type Progress, stageExport, type StagingJob } from './stage-export.ts';
import type { Question } from '#lib/domain/answers.ts';
import type { Refusal, TakenIn } from '#lib/domain/intake-result.ts';

export type ChildMessage =
	| { type: 'progress'; progress: Progress }
	| { type: 'taken'; result: TakenIn | Unpacked }
	| { type: 'refused'; refusal: Refusal }
	| { type: 'asked'; question: Question; signature: string }
	| { type: 'failed'; message: string };

const send = (message: ChildMessage, then?: () => void) => process.send?.(message, () => then?.());

// A parent that was killed waits for no result.
process.once('disconnect', () => process.exit(1));

process.once('message', async (job: StagingJob) => {
	const leave = () => process.exit(0);
	let announced = 0;
	try {
		const unpacked = job.mayUnpack ? await unpack(job.archived, job.folder) : undefined;
		if (unpacked) return send({ type: 'taken', result: unpacked }, leave);
		const result = await stageExport(job, (progress) => {
			// A message per batch would cost more than the batch.
			if (progress.step === 'read' && progress.rows && progress.rows - announced < 50_000) return;
			announced = progress.rows ?? announced;
			send({ type: 'progress', progress });
		});
		send({ type: 'taken', result }, leave);
	} catch (error) {
		if (error instanceof RefusedExport) send({ type: 'refused', refusal: error.refusal }, leave);
		else if (error instanceof OpenQuestion)
			send({ type: 'asked', question: error.question, signature: error.signature }, leave);
		else send({ type: 'failed', message: error instanceof Error ? error.message : String(error) }, leave);
	}
});
