import { basename } from 'node:path';
import type { Said } from '#lib/domain/answers.ts';
import type { Asked, ImportedRows, IntakeResult, Refused, TakenIn } from '#lib/domain/intake-result.ts';
import { build } from '../build/build.ts';
import { currentManifest, manifestIfReadable, type BuildInput } from '../build/manifest.ts';
import type { RowStanding } from '../build/merge.ts';
import type { Carrying } from '../build/plan.ts';
import type { DataFolder } from '../data-folder.ts';
import { remove } from '../durable-files.ts';
import type { ReadJob } from '../intake/read-job.ts';
import { takeInAll } from '../intake/take-in.ts';
import { whileImporting } from './lock.ts';
import type { Readings } from './restage.ts';
import { requireRoomToBuild } from './room.ts';
import { isServable, standingInputs, sweepLeftovers } from './standing.ts';

export type { ImportedRows };

/** A file to take in; `dataCut` where the moment it shows is known, `fileName` where its path does not say it, `mending` where it holds mended rows. */
export type ExportFile = { path: string; dataCut?: string; fileName?: string; mending?: number };

export type ImportOptions = Said & {
	/** The exports that stand, where the ledger says so; else those of the served version. */
	standing?: BuildInput[];
	/** How they were read, where their staged files do not say it. */
	recorded?: Readings;
	/** Exports that were destroyed because a citizen was erased, by their hash, with the day. */
	destroyed?: ReadonlyMap<string, string>;
	/** Whether readers of pages come first. */
	yields?: boolean;
	/** When the warehouse goes on from the one before; the program's own measure where it is left out. */
	carrying?: Carrying;
	/** Reads in place of a child process. */
	reader?: ReadJob;
	onProgress?: (progress: { file: string; step: string; rows?: number }) => void;
};

export type Imported =
	| { outcome: 'taken'; file: string; result: TakenIn; rows: ImportedRows; version: string }
	| { outcome: 'refused'; file: string; result: Refused; version: string | null }
	| { outcome: 'asked'; file: string; result: Asked; version: string | null };

/**
 * Takes exports in, in the order given, and builds one warehouse of all that stand in the folder. An archive gives one
 * answer a member. A file that is refused or asks for a word leaves no trace in the warehouse. One import at a time: throws
 * ImportUnderWay while another runs.
 */
export async function importExports(
	folder: DataFolder,
	files: ExportFile[],
	options: ImportOptions = {}
): Promise<Imported[]> {
	return whileImporting(folder, () => importHeld(folder, files, options));
}

/** The same for who holds the lock already. */
export async function importHeld(
	folder: DataFolder,
	files: ExportFile[],
	options: ImportOptions = {}
): Promise<Imported[]> {
	sweepLeftovers(folder);
	const standing = await standingInputs(folder, { exports: options.standing, recorded: options.recorded });
	const taken: { file: string; result: IntakeResult }[] = [];
	for (const { path, dataCut, fileName, mending } of files) {
		const file = fileName ?? basename(path);
		const { answers, remembered, profiles, profile, yields, reader, destroyed } = options;
		const said = { answers, remembered, profiles, profile };
		const onProgress = (progress: { step: string; rows?: number }) => options.onProgress?.({ file, ...progress });
		const given = { folder, fileName: file, dataCut, ...said, yields, reader, destroyed, onProgress };
		for (const result of await takeInAll(path, given))
			taken.push({
				file: result.fileName,
				result: result.outcome === 'taken' && mending ? { ...result, mending } : result
			});
	}
	options.onProgress?.({ file: '', step: 'build' });
	return withCounts(folder, standing, taken, options);
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

async function withCounts(
	folder: DataFolder,
	standing: BuildInput[],
	taken: { file: string; result: IntakeResult }[],
	{ carrying }: ImportOptions
): Promise<Imported[]> {
	const inputs = standing.map((input) => ({ ...input }));
	const newcomers: string[] = [];
	for (const { result } of taken) {
		if (result.outcome !== 'taken') continue;
		const input = { ...inputOf(result), staged: result.content };
		const known = inputs.find(({ sha256 }) => sha256 === result.sha256);
		if (!known) {
			inputs.push(input);
			newcomers.push(result.sha256);
			continue;
		}
		// An export whose cut was given keeps it until another is given: the same file twice changes nothing.
		const { dataCut, dataCutFrom, fileName, mending } = known;
		const keepsCut = dataCutFrom === 'given' && result.dataCutFrom !== 'given';
		// What was mended once is so however it comes again.
		const mended = mending !== undefined && { mending: Math.max(mending, input.mending ?? 0) };
		Object.assign(known, input, { fileName }, mended, keepsCut && { dataCut, dataCutFrom });
	}
	const before = manifestIfReadable(folder);
	let version = before?.version ?? null;
	let standings = new Map<string, RowStanding>();
	if (inputs.length > 0 && !isServable(folder, version, inputs)) {
		requireRoomToBuild(folder, version, inputs);
		const built = await build(folder, inputs, newcomers, { carrying });
		version = built.manifest.version;
		standings = built.standings;
	}
	if (inputs.length === 0 && before !== null) {
		remove(folder.currentPointer);
		version = null;
	}
	const counted = new Set<string>();
	return taken.map(({ file, result }) => {
		if (result.outcome === 'refused') return { outcome: 'refused', file, result, version };
		if (result.outcome === 'asked') return { outcome: 'asked', file, result, version };
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

export const inputOf = ({
	sha256,
	fileName,
	kind,
	dataCut,
	dataCutFrom,
	mending,
	isMadeUp,
	notes
}: TakenIn): Omit<BuildInput, 'staged'> => ({
	sha256,
	kind,
	fileName,
	dataCut,
	dataCutFrom,
	...(mending && { mending }),
	isMadeUp,
	notes
});

/** Without a standing the very same file was in the folder already, so every row of it is identical. */
export function rowsOf({ rows }: Pick<TakenIn, 'rows'>, standing: RowStanding | undefined): ImportedRows {
	const { read, setAside, nonData } = rows;
	const counts = standing ?? { accepted: 0, repaired: 0, identical: rows.accepted, superseded: 0 };
	const imported = { read, ...counts, setAside, nonData };
	if (imported.accepted + setAside + imported.identical + nonData !== read) {
		throw new Error(`rows do not add up: ${JSON.stringify(imported)}`);
	}
	return imported;
}
