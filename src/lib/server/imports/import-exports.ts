import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ImportedRows, IntakeResult, Refused, TakenIn } from '#lib/domain/intake-result.ts';
import { build } from '../build/build.ts';
import { currentManifest, versionOf, type BuildInput } from '../build/manifest.ts';
import type { RowStanding } from '../build/merge.ts';
import { cityZone, versionPath, type DataFolder } from '../data-folder.ts';
import { stagedPaths } from '../intake/staged-files.ts';
import { takeInAll } from '../intake/take-in.ts';
import { whileImporting } from './lock.ts';
import { restage } from './restage.ts';

export type { ImportedRows };

/** A file to take in; `dataCut` where the moment it shows is known. */
export type ExportFile = { path: string; dataCut?: string };

export type ImportOptions = {
	dateOrder?: 'mdy' | 'dmy';
	onProgress?: (progress: { file: string; step: string; rows?: number }) => void;
};

export type Imported =
	| { outcome: 'taken'; file: string; result: TakenIn; rows: ImportedRows; version: string }
	| { outcome: 'refused'; file: string; result: Refused; version: string | null };

/**
 * Takes exports in, in the order given, and builds one warehouse of all that stand in the folder. An archive gives one
 * answer a member. A refused file
 * leaves no trace in the warehouse. One import at a time: throws ImportUnderWay while another runs.
 */
export async function importExports(
	folder: DataFolder,
	files: ExportFile[],
	options: ImportOptions = {}
): Promise<Imported[]> {
	return whileImporting(folder, async () => {
		sweepLeftovers(folder);
		const standing = currentManifest(folder)?.inputs ?? [];
		for (const input of standing) {
			await restage(folder, input);
			input.staged = hashOf(stagedPaths(folder, input.sha256).rows);
		}
		const taken: { file: string; result: IntakeResult }[] = [];
		for (const { path, dataCut } of files) {
			const file = basename(path);
			const { dateOrder } = options;
			const onProgress = (progress: { step: string; rows?: number }) => options.onProgress?.({ file, ...progress });
			for (const result of await takeInAll(path, { folder, dataCut, dateOrder, onProgress })) {
				taken.push({ file: result.fileName, result });
			}
		}
		options.onProgress?.({ file: '', step: 'build' });
		return withCounts(folder, standing, taken);
	});
}

/**
 * Builds the warehouse again from the archived exports if this program would make it otherwise: after an upgrade, with
 * another calendar, or where the version's file is gone. Does nothing where it stands as it should.
 */
export async function bringUpToDate(folder: DataFolder, onProgress?: ImportOptions['onProgress']): Promise<void> {
	const manifest = currentManifest(folder);
	if (manifest === null || isServable(folder, manifest.version, manifest.inputs)) return;
	await importExports(folder, [], { onProgress });
}

/** True where a version is what these exports give under the rules of this program, and its file is there. */
const isServable = (folder: DataFolder, version: string | null, inputs: BuildInput[]) =>
	version !== null && version === versionOf(inputs, cityZone()) && existsSync(versionPath(folder, version));

/** Removes what imports that were killed left behind: nobody else writes these while the lock is held. */
function sweepLeftovers(folder: DataFolder): void {
	const leftovers = [
		...namesIn(folder.scratch, /^(intake|archive|duckdb_temp)/).map((name) => join(folder.scratch, name)),
		...namesIn(folder.warehouse, /\.tmp/).map((name) => join(folder.warehouse, name))
	];
	for (const path of leftovers) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}

const namesIn = (path: string, pattern: RegExp) =>
	existsSync(path) ? readdirSync(path).filter((name) => pattern.test(name)) : [];

async function withCounts(
	folder: DataFolder,
	standing: BuildInput[],
	taken: { file: string; result: IntakeResult }[]
): Promise<Imported[]> {
	const inputs = standing.map((input) => ({ ...input }));
	const newcomers: string[] = [];
	for (const { result } of taken) {
		if (result.outcome === 'refused') continue;
		const input = { ...inputOf(result), staged: hashOf(stagedPaths(folder, result.sha256).rows) };
		const known = inputs.find(({ sha256 }) => sha256 === result.sha256);
		if (!known) {
			inputs.push(input);
			newcomers.push(result.sha256);
			continue;
		}
		// An export whose cut was given keeps it until another is given: the same file twice changes nothing.
		const { dataCut, dataCutFrom, fileName } = known;
		const keepsCut = dataCutFrom === 'given' && result.dataCutFrom !== 'given';
		Object.assign(known, input, { fileName }, keepsCut && { dataCut, dataCutFrom });
	}
	const before = currentManifest(folder);
	let version = before?.version ?? null;
	let standings = new Map<string, RowStanding>();
	if (inputs.length > 0 && !isServable(folder, version, inputs)) {
		const built = await build(folder, inputs, newcomers);
		version = built.manifest.version;
		standings = built.standings;
	}
	const counted = new Set<string>();
	return taken.map(({ file, result }) => {
		if (result.outcome === 'refused') return { outcome: 'refused', file, result, version };
		const isFirst = !counted.has(result.sha256);
		counted.add(result.sha256);
		return {
			outcome: 'taken',
			file,
			result,
			rows: rowsOf(result, isFirst ? standings.get(result.sha256) : undefined),
			version: version!
		};
	});
}

const inputOf = ({ sha256, fileName, dataCut, dataCutFrom, isMadeUp, notes }: TakenIn): Omit<BuildInput, 'staged'> => ({
	sha256,
	fileName,
	dataCut,
	dataCutFrom,
	isMadeUp,
	notes
});

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);

/** Without a standing the very same file was in the folder already, so every row of it is identical. */
function rowsOf({ rows }: TakenIn, standing: RowStanding | undefined): ImportedRows {
	const { read, setAside, nonData } = rows;
	const counts = standing ?? { accepted: 0, repaired: 0, identical: rows.accepted, superseded: 0 };
	const imported = { read, ...counts, setAside, nonData };
	if (imported.accepted + setAside + imported.identical + nonData !== read) {
		throw new Error(`rows do not add up: ${JSON.stringify(imported)}`);
	}
	return imported;
}
