import { DuckDBInstance } from '@duckdb/node-api';
import { stagingBench } from '../../support/staging.ts';
import { judge } from './judge.ts';
import { spoiltExport } from './spoilt-export.ts';

export type Failure = { seed: number; done: string[]; faults: string[] };

/** Two at once: much of the time of a small export is spent waiting. */
const atOnce = 2;
const sweptAfter = 200;

/** Spoils and judges `count` exports from a seed on; what came of them by how often, and those that failed. */
export async function runSeeds(
	from: number,
	count: number,
	told: {
		/** Whether the export of a seed is read a second time. */
		isTwice: (seed: number) => boolean;
		onFailure?: (failure: Failure) => void;
		onProgress?: (finished: number) => void;
	}
): Promise<{ outcomes: [string, number][]; failures: Failure[] }> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const failures: Failure[] = [];
	const outcomes = new Map<string, number>();
	let next = from;
	let finished = 0;

	async function one(seed: number, bench: ReturnType<typeof stagingBench>, sql: Parameters<typeof judge>[2]) {
		let done: string[] = [];
		const fail = (faults: string[]) => {
			failures.push({ seed, done, faults });
			told.onFailure?.(failures.at(-1)!);
		};
		try {
			const spoilt = await spoiltExport(seed);
			done = spoilt.draft.done;
			const { outcome, reason, faults } = await judge(spoilt, bench, sql, { isTwice: told.isTwice(seed) });
			const said = reason === '' ? outcome : `${outcome} ${reason}`;
			outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
			if (faults.length > 0) fail(faults);
		} catch (error) {
			fail([`thrown: ${(error as Error).stack ?? String(error)}`]);
		}
		finished++;
		if (finished % 500 === 0) told.onProgress?.(finished);
	}

	async function lane() {
		const bench = stagingBench();
		const connection = await instance.connect();
		const sql = async (text: string) =>
			(await connection.runAndReadAll(text)).getRowObjectsJson() as Record<string, unknown>[];
		try {
			for (let taken = 1; next < from + count; taken++) {
				await one(next++, bench, sql);
				if (taken % sweptAfter === 0) bench.sweep();
			}
		} finally {
			connection.closeSync();
			bench.remove();
		}
	}

	await Promise.all(Array.from({ length: atOnce }, lane));
	instance.closeSync();
	return { outcomes: [...outcomes].sort((one, other) => other[1] - one[1]), failures };
}
