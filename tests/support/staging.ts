import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Said } from '#lib/domain/answers.ts';
import type { IntakeResult } from '#lib/domain/intake-result.ts';
import { OpenQuestion } from '#lib/server/intake/open-question.ts';
import { RefusedExport } from '#lib/server/intake/refused-export.ts';
import { stageExport } from '#lib/server/intake/stage-export.ts';
import { stagedNames } from '#lib/server/intake/staged-files.ts';

export type StagingOptions = Said & { dataCut?: string };

/** What came of a file, and its Parquet files where it was taken. */
export type Staged = { result: IntakeResult; rows: string; ledger: string; cells: string };

/**
 * Reads exports in this process instead of a child's: a thousand small ones in the time that a hundred children start. What
 * only a child withstands (memory, hanging) is tested where there is one. Anything but a refusal or a question is thrown.
 */
export function stagingBench(within = tmpdir()) {
	const root = mkdtempSync(join(within, 'duban-staging-'));
	let jobs = 0;

	async function stage(
		content: string | Uint8Array,
		options: StagingOptions = {},
		fileName = 'export.csv'
	): Promise<Staged> {
		const folder = join(root, String(++jobs));
		mkdirSync(folder);
		const archived = join(folder, 'archived');
		writeFileSync(archived, content);
		const sha256 = createHash('sha256').update(content).digest('hex');
		const known = { sha256, fileName };
		const job = {
			...{ ...known, archived, folder, mayUnpack: false, dataCut: options.dataCut },
			said: options,
			...{ zone: 'Asia/Shanghai', callerSecret: 'a secret of the tests' }
		};
		const files = {
			rows: join(folder, stagedNames.rows),
			ledger: join(folder, stagedNames.ledger),
			cells: join(folder, stagedNames.cells)
		};
		try {
			return { ...files, result: await stageExport(job, () => {}) };
		} catch (error) {
			if (error instanceof RefusedExport)
				return { ...files, result: { outcome: 'refused', ...known, refusal: error.refusal } };
			if (error instanceof OpenQuestion)
				return {
					...files,
					result: { outcome: 'asked', ...known, signature: error.signature, question: error.question }
				};
			throw error;
		}
	}

	/** Frees the files of all exports so far. */
	const sweep = () => {
		rmSync(root, { recursive: true, force: true });
		mkdirSync(root, { recursive: true });
	};
	const remove = () => rmSync(root, { recursive: true, force: true });

	return { root, stage, sweep, remove };
}
