import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvDocument } from '#lib/domain/csv.ts';
import { publicRules } from '#lib/domain/disclosure.ts';
import { isIncomplete } from '#lib/domain/periods.ts';
import { rulesOn, type Stretch } from '#lib/domain/rules/in-use.ts';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { everything, periodUnder } from '#lib/domain/scope.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { measures, type MeasureKey } from '#queries/measures.ts';
import { underRules } from '#queries/where/under-rules.ts';
import type { DataFolder } from '../data-folder.ts';
import { flush } from '../durable-files.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { doubtsReleased } from './doubts-released.ts';
import type { ReleaseManifest } from './manifest.ts';
import { releaseManifest, revisionsOf } from './shelf.ts';
import { tablesReleased } from './tables-released.ts';

/** Why a period can't be released. */
export class NotReleasable extends Error {
	readonly reason: 'not_a_period' | 'not_over' | 'no_orders';
	readonly period: string;
	constructor(reason: NotReleasable['reason'], period: string) {
		super(`${period} can't be released: ${reason}`);
		this.name = 'NotReleasable';
		this.reason = reason;
		this.period = period;
	}
}

/** What was frozen; isNew is false where the newest revision already holds the very same figures. */
export type Frozen = { manifest: ReleaseManifest; manifestSha256: string; isNew: boolean };

/**
 * Freezes a month ('2026-09') or quarter ('2026-Q3') into `releases/<period>/<revision>/`: each table as JSON and
 * CSV, and a manifest; every order judged under the rules that hold for it. A folder that stands is never written again; changed figures become the next revision.
 */
export async function freeze(
	folder: DataFolder,
	{ db: warehouse, about }: Warehouse,
	period: string,
	stretches: Stretch[] = [{ from: null, rules: plainRules }]
): Promise<Frozen> {
	const days = /^\d{4}-/.test(period) ? periodUnder(period, (day) => rulesOn(stretches, day).month) : null;
	if (!days?.from || !days.to) throw new NotReleasable('not_a_period', period);
	if (isIncomplete(days, about.data_cut)) throw new NotReleasable('not_over', period);
	const db = underRules(warehouse, stretches, 'publishable');
	const rules = rulesOn(stretches, days.to);
	const scope = { ...everything, period: days };
	const released = await tablesReleased(db, scope);
	const received = released.find(({ id }) => id === 'volumes-by-month')?.table.total?.received;
	if (received === 0) throw new NotReleasable('no_orders', period);

	const contents = released.flatMap(({ id, table }) => [
		{ name: `${id}.json`, text: `${JSON.stringify(table, null, '\t')}\n` },
		{ name: `${id}.csv`, text: csvOf(table) }
	]);
	const files = contents.map(({ name, text }) => ({
		name,
		sha256: createHash('sha256').update(text).digest('hex'),
		bytes: Buffer.byteLength(text)
	}));
	const doubts = await doubtsReleased(db, scope);
	const exports = (await exportsLoaded(db).execute()).map(({ sha256 }) => sha256);
	// From here to the shelf nothing waits, so that two at once in one process can't take the same number.
	const revisions = revisionsOf(folder, period);
	const last = revisions.at(-1);
	if (last !== undefined) {
		const standing = releaseManifest({ period, revision: last }, folder);
		if (sameFiles(standing.files, files) && standing.dataCut === about.data_cut) {
			return { manifest: standing, manifestSha256: hashOf(manifestText(standing)), isNew: false };
		}
	}
	const manifest: ReleaseManifest = {
		period,
		from: days.from,
		to: days.to,
		revision: (last ?? 0) + 1,
		frozenAt: new Date().toISOString().slice(0, 19).replace('T', ' '),
		dataCut: about.data_cut,
		warehouseVersion: about.version,
		exports,
		isMadeUp: about.is_made_up,
		leftOut: ['confidential'],
		rules: { id: rules.id, name: rules.name },
		doubts,
		disclosure: publicRules,
		definitions: definitions(),
		statements: Object.fromEntries(released.map(({ id, statements }) => [id, statements])),
		files
	};
	shelve(folder, manifest, [...contents, { name: 'manifest.json', text: manifestText(manifest) }]);
	return { manifest, manifestSha256: hashOf(manifestText(manifest)), isNew: true };
}

const manifestText = (manifest: ReleaseManifest) => `${JSON.stringify(manifest, null, '\t')}\n`;
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const sameFiles = (a: ReleaseManifest['files'], b: ReleaseManifest['files']) => JSON.stringify(a) === JSON.stringify(b);

/** Writes beside the shelf, then moves the whole folder on to it: a reader never sees half a release. */
function shelve(
	folder: DataFolder,
	{ period, revision }: ReleaseManifest,
	contents: { name: string; text: string }[]
): void {
	const draft = join(folder.releases, `.draft-${period}-${process.pid}`);
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { recursive: true });
	for (const { name, text } of contents) {
		writeFileSync(join(draft, name), text, { flush: true });
	}
	const shelf = join(folder.releases, period);
	mkdirSync(shelf, { recursive: true });
	const place = join(shelf, String(revision));
	if (existsSync(place)) throw new Error(`a release stands already: ${place}`);
	flush(draft);
	renameSync(draft, place);
	flush(shelf);
}

function csvOf({ columns, rows, total }: FigureTable): string {
	const cells = (row: FigureTable['rows'][number]) => columns.map(({ key }) => row[key] ?? null);
	const named = total && { ...total, [columns[0]!.key]: 'total' };
	return csvDocument(
		columns.map(({ key }) => key),
		[...rows, ...(named ? [named] : [])].map(cells)
	);
}

function definitions(): ReleaseManifest['definitions'] {
	return (Object.keys(measures) as MeasureKey[]).map((key) => {
		const { id, name, formula, leftOut, basis, source } = measures[key];
		return { id, key, name, formula, leftOut, basis, source };
	});
}
