import { readdirSync } from 'node:fs';
import type { Citizen } from '#lib/domain/citizen.ts';
import type { ImportedRows, TakenIn } from '#lib/domain/intake-result.ts';
import { build } from '../build/build.ts';
import { manifestIfReadable, type BuildInput } from '../build/manifest.ts';
import { sweepVersions } from '../build/swap.ts';
import { currentVersion, type DataFolder } from '../data-folder.ts';
import type { CitizenRows } from '../internal/without-citizen.ts';
import { appendAudit } from '../ledger/audit.ts';
import { type DestroyedExport, markDestroyed } from '../ledger/destroyed-exports.ts';
import { importsListed, markUndone, recordImport, type ImportRecord, type TakenImport } from '../ledger/imports.ts';
import { commandsListed } from '../ledger/import-commands.ts';
import { together, type Ledger } from '../ledger/open.ts';
import { destroyErased } from './destroy-erased.ts';
import { whileImporting } from './lock.ts';
import { inputsRecorded, readingsRecorded } from './lost-records.ts';
import { isKept, speakingOf, takeRewritten } from './rewritten-export.ts';
import { standingInputs, sweepLeftovers } from './standing.ts';

/** What an export held of a citizen, and what became of it; `isDestroyed` where it was in no figure and is simply gone. */
export type ErasedExport = CitizenRows & { sha256: string; fileName: string; isDestroyed: boolean };

export type Erasure = {
	/** Whether it was done, or only looked for. */
	isDone: boolean;
	exports: ErasedExport[];
	/** Files that were refused or wait for an answer: what they hold was never read, and nobody looked for the citizen there. */
	notSearched: { sha256: string; fileName: string }[];
	version: string | null;
};

/**
 * Erases a citizen from everything at rest: each export that speaks of them is written anew without, takes the old one's
 * place in the figures, and the old bytes are destroyed with all that was made of them, older versions of the warehouse
 * included. Their orders still count, without caller, text or address. The ledger says who did it, when, and which export became
 * which; it says nothing of the citizen. Without `isMeant` it is only looked for. Throws NotErasable and ImportUnderWay with
 * nothing changed.
 */
export function eraseCitizen(
	folder: DataFolder,
	ledger: Ledger,
	citizen: Citizen,
	{ by, isMeant }: { by: string; isMeant: boolean }
): Promise<Erasure> {
	return whileImporting(folder, async () => {
		sweepLeftovers(folder);
		const exports = await inputsRecorded(folder, ledger, manifestIfReadable(folder));
		const records = await importsListed(ledger);
		const inputs = await standingInputs(folder, { exports, recorded: await readingsRecorded(ledger) });
		const idle = await lookAtIdle(folder, ledger, inputs, records, citizen);
		const found: Found[] = [];
		for (const input of inputs) {
			const rows = await speakingOf(folder, input.sha256, citizen);
			if (rows !== null) found.push({ input, rows });
		}
		const said: Erasure = {
			isDone: isMeant,
			exports: [
				...found.map(({ input, rows }) => erased(input, rows, false)),
				...idle.speaking.map(({ rows, ...one }) => erased(one, rows, true))
			],
			notSearched: idle.notSearched,
			version: currentVersion(folder)
		};
		if (!isMeant || said.exports.length === 0) return said;
		const archives = found.some(({ input }) => input.fileName.includes('/')) ? idle.archives : [];
		const gone = [...idle.speaking, ...archives].map(({ sha256 }) => ({ sha256, replacedBy: null }));
		const version = await replace(folder, ledger, { citizen, inputs, found, records, gone, by });
		await destroyErased(folder, ledger);
		if (version !== null) sweepVersions(folder, version, 0);
		return { ...said, version };
	});
}

/** An export in the figures that speaks of the citizen. */
type Found = { input: BuildInput; rows: CitizenRows };

const erased = (
	{ sha256, fileName }: { sha256: string; fileName: string },
	{ own, naming }: CitizenRows,
	isDestroyed: boolean
): ErasedExport => ({ sha256, fileName, own, naming, isDestroyed });

/** What lies in the archive and is in no figure: undone exports, archives beside their members, files that were never read. */
async function lookAtIdle(
	folder: DataFolder,
	ledger: Ledger,
	inputs: BuildInput[],
	records: ImportRecord[],
	citizen: Citizen
) {
	const waiting = new Set(
		(await commandsListed(ledger, 0)).flatMap(({ files, state }) =>
			state === 'open' ? files.map(({ sha256 }) => sha256) : []
		)
	);
	const names = readdirSync(folder.exports).filter((name) => /^[0-9a-f]{64}$/.test(name));
	const idle = names.filter((name) => !inputs.some(({ sha256 }) => sha256 === name));
	const speaking: { sha256: string; fileName: string; rows: CitizenRows }[] = [];
	const notSearched: Erasure['notSearched'] = [];
	const archives: { sha256: string }[] = [];
	for (const sha256 of idle) {
		const fileName = records.find((record) => record.sha256 === sha256)?.fileName;
		if (isKept(folder, sha256)) {
			const rows = await speakingOf(folder, sha256, citizen);
			if (rows !== null) speaking.push({ sha256, fileName: fileName ?? sha256, rows });
		} else if (fileName !== undefined || waiting.has(sha256))
			notSearched.push({ sha256, fileName: fileName ?? sha256 });
		// Its members are exports of their own: the packing is all that goes with it.
		else archives.push({ sha256 });
	}
	return { speaking, notSearched, archives };
}

/** Puts the rewritten exports in the place of the old ones and writes down that those are to go, then swaps the figures. */
async function replace(
	folder: DataFolder,
	ledger: Ledger,
	{
		citizen,
		inputs,
		found,
		records,
		gone,
		by
	}: {
		citizen: Citizen;
		inputs: BuildInput[];
		found: Found[];
		records: ImportRecord[];
		gone: DestroyedExport[];
		by: string;
	}
): Promise<string | null> {
	const taken = new Map<string, TakenIn>();
	for (const { input, rows } of found)
		taken.set(input.sha256, await takeRewritten(folder, input, citizen, rows, standsLike(input, inputs)));
	const replaced = [...taken].map(([sha256, result]) => ({ sha256, replacedBy: result.sha256 }));
	const now = inputs.map((input): BuildInput => {
		const result = taken.get(input.sha256);
		if (!result) return input;
		const notes = [...new Set([...result.notes, ...input.notes, 'citizen_erased'])];
		return { ...input, sha256: result.sha256, staged: result.content, notes };
	});
	const note = () =>
		together(ledger, async (ledger) => {
			for (const input of inputs) {
				const result = taken.get(input.sha256);
				if (!result) continue;
				const standing = records.filter((one): one is TakenImport => isStanding(one, input.sha256));
				for (const { seq } of standing) await markUndone(ledger, seq, by);
				const { notes } = now.find(({ sha256 }) => sha256 === result.sha256)!;
				const rows = rowsLike(result, standing.at(-1));
				const { isMadeUp, mending } = input;
				await recordImport(ledger, { ...result, notes, isMadeUp, mending, rows });
			}
			await markDestroyed(ledger, [...replaced, ...gone], by);
			await appendAudit(ledger, {
				...{ actor: by, action: 'citizen_erased', object: `${replaced.length + gone.length} exports` },
				detail: { replaced, destroyed: gone.map(({ sha256 }) => sha256) }
			});
		});
	if (taken.size === 0) {
		await note();
		return currentVersion(folder);
	}
	return (await build(folder, now, [], { beforeSwap: note })).manifest.version;
}

const isStanding = (record: ImportRecord, sha256: string) =>
	record.outcome === 'taken' && record.sha256 === sha256 && record.undoneAt === null;

/** The rows stand as those of the first import of the old bytes did; what was no data in its file is not in this one. */
function rowsLike({ rows }: TakenIn, before: TakenImport | undefined): ImportedRows {
	const held = before !== undefined && 'identical' in before.result.rows ? before.result.rows : undefined;
	const standing = held ?? { ...rows, identical: 0, superseded: 0 };
	const { setAside, nonData } = rows;
	return { ...standing, setAside, nonData, read: standing.accepted + standing.identical + setAside + nonData };
}

/** Whether a hash stands among the exports of the same data cut, mended as often, where an export's own stands. */
const standsLike = (input: BuildInput, inputs: BuildInput[]) => (sha256: string) =>
	inputs
		.filter((other) => other.sha256 !== input.sha256 && other.dataCut === input.dataCut)
		.filter((other) => (other.mending ?? 0) === (input.mending ?? 0))
		.every((other) => other.sha256 < sha256 === other.sha256 < input.sha256);
