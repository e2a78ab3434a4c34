import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, expect } from 'vitest';
import type { Question } from '#lib/domain/answers.ts';
import type { IntakeResult, Refusal, TakenIn } from '#lib/domain/intake-result.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import { readDataCut } from '#lib/server/intake/take-in.ts';
import { type Staged, stagingBench, type StagingOptions } from '../support/staging.ts';

/** The verbs of `intakeBench` for many small exports: read in this process, one after another, nothing archived. */
export function quickBench() {
	const { stage, remove } = stagingBench();
	const files = new WeakMap<IntakeResult, Staged>();
	let connection: Promise<DuckDBConnection> | undefined;
	afterAll(async () => {
		(await connection)?.closeSync();
		remove();
	});

	const take = async (content: string | Uint8Array, options: StagingOptions = {}, name?: string) => {
		const dataCut = options.dataCut === undefined ? undefined : readDataCut(options.dataCut);
		const staged = await stage(content, { ...options, dataCut }, name);
		files.set(staged.result, staged);
		return staged.result;
	};

	const taken = async (result: Promise<IntakeResult>): Promise<TakenIn> => {
		const settled = await result;
		expect(settled).toMatchObject({ outcome: 'taken' });
		return settled as TakenIn;
	};

	const refused = async (result: Promise<IntakeResult>): Promise<Refusal> => {
		const settled = await result;
		if (settled.outcome !== 'refused') throw new Error(`${settled.outcome}, not refused`);
		return settled.refusal;
	};

	const asked = async (result: Promise<IntakeResult>): Promise<Question> => {
		const settled = await result;
		if (settled.outcome !== 'asked') throw new Error(`${settled.outcome}, nothing asked`);
		return settled.question;
	};

	/** Runs SQL over `staged` and `rows`, the two files of a result; values as JSON. */
	async function ask(result: TakenIn, sql: string): Promise<Record<string, unknown>[]> {
		connection ??= DuckDBInstance.create(':memory:').then((instance) => instance.connect());
		const own = await connection;
		const { rows, ledger, cells } = files.get(result)!;
		await own.run(`create or replace view staged as from ${stagedRows(`read_parquet('${rows}')`)}`);
		await own.run(`create or replace view rows as from '${ledger}'`);
		await own.run(`create or replace view cells as from '${cells}'`);
		return (await own.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
	}

	return { take, taken, refused, asked, ask };
}

export type QuickBench = ReturnType<typeof quickBench>;
