import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect } from 'vitest';
import type { Question } from '#lib/domain/answers.ts';
import type { IntakeResult, Refusal, TakenIn } from '#lib/domain/intake-result.ts';
import { stagedPaths } from '#lib/server/staged-receipt.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import { type DataFolder, dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { takeIn, takeInAll, type TakeInOptions } from '#lib/server/intake/take-in.ts';
import { readHere } from '../support/read-here.ts';

/** Exports made by others; not part of the project, so tests of them are skipped where they are absent. */
export const realExports = resolve(import.meta.dirname, '../../../shared/exports');
export const hasRealExports = existsSync(realExports);
export const realExport = (path: string) => join(realExports, path);

type Options = Partial<TakeInOptions>;

/**
 * A data folder of the test file's own, removed after it, and the verbs the tests speak in. Files are read in this process,
 * unless the test is about the child, or reads files of strangers.
 */
export function intakeBench({ inChild = false } = {}) {
	const root = mkdtempSync(join(tmpdir(), 'duban-intake-'));
	const folder: DataFolder = ensureDataFolder(dataFolder(join(root, 'data')));
	let connection: Promise<DuckDBConnection> | undefined;
	afterAll(async () => {
		(await connection)?.closeSync();
		rmSync(root, { recursive: true, force: true });
	});
	let files = 0;
	const ours = inChild ? {} : { reader: readHere };

	const takeFile = (path: string, options: Options = {}): Promise<IntakeResult> =>
		takeIn(path, { folder, ...ours, ...options });

	/** Writes the content as it stands and takes it in. */
	const take = (content: string | Uint8Array, options: Options = {}, name = 'export.csv') => {
		const path = join(root, `${++files}-${name}`);
		writeFileSync(path, content);
		return takeFile(path, options);
	};

	/** The same, with one result a member where the content is an archive. */
	const takeAll = (content: Uint8Array, name: string, options: Options = {}): Promise<IntakeResult[]> => {
		const path = join(root, `${++files}-${name}`);
		writeFileSync(path, content);
		return takeInAll(path, { folder, fileName: name, ...ours, ...options });
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

	/** Runs SQL over `staged`, `rows` and `cells`, the files of a result; values as JSON. */
	async function ask(result: TakenIn, sql: string): Promise<Record<string, unknown>[]> {
		connection ??= DuckDBInstance.create(':memory:').then((instance) => instance.connect());
		const own = await connection;
		const paths = stagedPaths(folder, result.sha256);
		await own.run(`create or replace view staged as from ${stagedRows(`read_parquet('${paths.rows}')`)}`);
		await own.run(`create or replace view rows as from '${paths.ledger}'`);
		await own.run(`create or replace view cells as from '${paths.cells}'`);
		return (await own.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
	}

	const asked = async (result: Promise<IntakeResult>): Promise<Question> => {
		const settled = await result;
		if (settled.outcome !== 'asked') throw new Error(`${settled.outcome}, nothing asked`);
		return settled.question;
	};

	return { root, folder, takeFile, take, takeAll, taken, refused, asked, ask };
}
