import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureTable } from '#lib/domain/table.ts';
import { dataFolder, type DataFolder } from '../data-folder.ts';
import type { ReleaseManifest } from './manifest.ts';

/**
 * The shelf of released files: the only thing public pages read. It knows folders and JSON, no database.
 * A release is `releases/<period>/<revision>/`; the highest revision of a period is the one in force.
 */
export type ReleaseRef = { period: string; revision: number };

const periodPattern = /^\d{4}-(?:\d{2}|Q[1-4])$/;

/** The releases in force, newest period first; of two that end together the shorter one comes first. */
export function releasesOnShelf(folder: DataFolder = dataFolder()): ReleaseRef[] {
	if (!existsSync(folder.releases)) return [];
	return readdirSync(folder.releases)
		.filter((period) => periodPattern.test(period))
		.map((period) => ({ period, revision: Math.max(0, ...revisionsOf(folder, period)) }))
		.filter(({ revision }) => revision > 0)
		.sort((a, b) => {
			const [endA, endB] = [endOf(a.period), endOf(b.period)];
			if (endA !== endB) return endA < endB ? 1 : -1;
			return Number(a.period.includes('Q')) - Number(b.period.includes('Q'));
		});
}

/** Every revision of a period, oldest first; none where it was never released. */
export function revisionsOf(folder: DataFolder, period: string): number[] {
	const path = join(folder.releases, period);
	if (!periodPattern.test(period) || !existsSync(path)) return [];
	return readdirSync(path)
		.filter((name) => /^[1-9]\d*$/.test(name) && existsSync(join(path, name, 'manifest.json')))
		.map(Number)
		.sort((a, b) => a - b);
}

/** The release that an address names; without a revision the one in force. Null where there is none. */
export function releaseNamed(period: string, revision?: string, folder: DataFolder = dataFolder()): ReleaseRef | null {
	const standing = revisionsOf(folder, period);
	const wanted = revision === undefined ? standing.at(-1) : standing.find((one) => String(one) === revision);
	return wanted === undefined ? null : { period, revision: wanted };
}

const endOf = (period: string) =>
	period.includes('Q') ? `${period.slice(0, 5)}${String(Number(period[6]) * 3).padStart(2, '0')}` : period;

/** Only a period and a number make a path: nothing an address says can lead anywhere else. */
function pathOf(folder: DataFolder, { period, revision }: ReleaseRef): string {
	if (!periodPattern.test(period) || !Number.isSafeInteger(revision) || revision < 1) {
		throw new Error(`not a release: ${period} revision ${revision}`);
	}
	return join(folder.releases, period, String(revision));
}

export function releaseManifest(ref: ReleaseRef, folder: DataFolder = dataFolder()): ReleaseManifest {
	return JSON.parse(readFileSync(join(pathOf(folder, ref), 'manifest.json'), 'utf8')) as ReleaseManifest;
}

/** One table of a release; undefined where the release does not hold it. */
export function releasedTable(ref: ReleaseRef, id: string, folder: DataFolder = dataFolder()): FigureTable | undefined {
	const file = releaseManifest(ref, folder).files.find(({ name }) => name === `${id}.json`);
	if (!file) return undefined;
	return JSON.parse(releasedFile(ref, file.name, folder)!.toString('utf8')) as FigureTable;
}

/** The bytes of a file that the manifest lists, or the manifest itself; undefined for any other name. Throws when they are not those released. */
export function releasedFile(ref: ReleaseRef, name: string, folder: DataFolder = dataFolder()): Buffer | undefined {
	if (name === 'manifest.json') return readFileSync(join(pathOf(folder, ref), name));
	const listed = releaseManifest(ref, folder).files.find((file) => file.name === name);
	if (!listed) return undefined;
	const bytes = readFileSync(join(pathOf(folder, ref), listed.name));
	const found = createHash('sha256').update(bytes).digest('hex');
	if (found !== listed.sha256) {
		throw new Error(`${ref.period} revision ${ref.revision}: ${name} is not the file that was released (${found})`);
	}
	return bytes;
}
