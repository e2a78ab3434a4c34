/**
 * The process an export is read in, or an archive unpacked in. It may run out of memory, hang or be killed: the parent then refuses the
 * export, and nothing else is touched. It gets one job as a line on standard input, and answers on descriptor 3, a line of
 * JSON each: Node's own channel would end the parent where what comes through it is no JSON.
 */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { lookAt } from './look.ts';
import type { Unpacked } from './members.ts';
import { OpenQuestion } from './open-question.ts';
import { readJob } from './read-job.ts';
import { RefusedExport } from './refused-export.ts';
import type { Progress, StagingJob } from './stage-export.ts';
import type { Question } from '#lib/domain/answers.ts';
import type { LookedAt } from '#lib/domain/looked.ts';
import type { Refusal, TakenIn } from '#lib/domain/intake-result.ts';

export type ChildMessage =
	| { type: 'progress'; progress: Progress }
	| { type: 'taken'; result: TakenIn | Unpacked | LookedAt }
	| { type: 'refused'; refusal: Refusal }
	| { type: 'asked'; question: Question; signature: string }
	| { type: 'failed'; message: string };

const send = (message: ChildMessage) => writeFileSync(3, `${JSON.stringify(message)}\n`);

const input = createInterface({ input: process.stdin });
// A parent that was killed waits for no result.
input.once('close', () => process.exit(1));
input.once('line', (line) => void work(JSON.parse(line) as StagingJob).then(() => process.exit(0)));

async function work(job: StagingJob): Promise<void> {
	let announced = 0;
	try {
		if (job.looks) return send({ type: 'taken', result: await lookAt(job) });
		const result = await readJob(job, (progress) => {
			// A message per batch would cost more than the batch.
			if (progress.step === 'read' && progress.rows && progress.rows - announced < 50_000) return;
			announced = progress.rows ?? announced;
			send({ type: 'progress', progress });
		});
		send({ type: 'taken', result });
	} catch (error) {
		if (error instanceof RefusedExport) send({ type: 'refused', refusal: error.refusal });
		else if (error instanceof OpenQuestion)
			send({ type: 'asked', question: error.question, signature: error.signature });
		else send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
	}
}
