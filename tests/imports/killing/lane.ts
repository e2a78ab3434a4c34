import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { dataFolder, ensureDataFolder, type DataFolder } from '#lib/server/data-folder.ts';
import { verify } from '#lib/server/imports/verify.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { run, type Ended } from './kill.ts';
import type { Stop, Work } from './victim.ts';
import { leftovers, lookAt } from './whole.ts';

/** When an import is killed: at a moment after it has begun, or at a named step. */
export type Kill = { afterMs: number } | { stop: Stop; isFresh: boolean };
/** What was seen after a kill; `lost` is what was acknowledged and is gone, or was there and is gone; `half` all that is no whole state. */
export type Seen = {
	isKilled: boolean;
	isNew: boolean;
	isUnrecorded: boolean;
	/** The new figures are a version that went on from the one before. */
	isCarried: boolean;
	lost: string[];
	half: string[];
};

/** More exports than that make every build slower; then the lane begins anew. */
const mostExports = 6;

/**
 * Imports into one folder, killed one after another: each is the next start of the one before it, and finds what that left.
 * Every import has an export of its own, some twenty orders.
 */
export class Lane {
	readonly #root: string;
	readonly #base: DataFolder;
	readonly #name: string;
	readonly #carries: boolean;
	readonly #ordersOf = new Map<string, number>();
	#folder: DataFolder;
	#made = 0;
	#export: { path: string; sha256: string } | null = null;
	#standing: string[] = [];
	#inLedger: string[] = [];

	private constructor(root: string, name: string, carries: boolean) {
		this.#root = root;
		this.#name = name;
		this.#carries = carries;
		this.#base = ensureDataFolder(dataFolder(join(root, `${name}-base`)));
		this.#folder = this.#base;
	}

	/** A lane whose folder holds one export; where it carries, each version goes on from the one before. */
	static async begin(root: string, name: string, carries: boolean): Promise<Lane> {
		const lane = new Lane(root, name, carries);
		await lane.#import(lane.#newExport());
		const { inFigures } = await lookAt(lane.#base, lane.#ordersOf);
		lane.#standing = lane.#inLedger = inFigures;
		lane.#anew();
		return lane;
	}

	/** How long an import of new bytes takes after it has begun, and how many changes it makes in each step. */
	async measure(): Promise<Ended> {
		const ended = await this.#import(this.#newExport());
		this.#anew();
		return ended;
	}

	/** One import, killed; then a look at all it left. */
	async kill(kill: Kill): Promise<Seen> {
		if (this.#standing.length > mostExports) await this.finish();
		const isFresh = 'afterMs' in kill || kill.isFresh || this.#export === null;
		if (isFresh) this.#export = this.#newExport();
		const { path, sha256 } = this.#export!;
		const job = { root: this.#folder.root, work: this.#work(path) };
		const ended = await ('stop' in kill ? run({ ...job, stop: kill.stop }) : run(job, kill.afterMs));
		const found = await lookAt(this.#folder, this.#ordersOf);
		const before = this.#standing;
		const after = [...before, sha256].sort();
		const isNew = same(found.inFigures, after);
		const lost = before
			.filter((one) => !found.inFigures.includes(one))
			.map((one) => `no longer in the figures: ${one}`);
		if (ended.counted && !isNew) lost.push(`said to be done, and not in the figures: ${sha256}`);
		if (ended.counted && !found.inLedger.includes(sha256)) lost.push(`said to be done, and not recorded: ${sha256}`);
		const half = [...found.problems];
		if (!isNew && !same(found.inFigures, before)) half.push(`neither the old exports nor the new: ${found.inFigures}`);
		// What the kill before left unwritten is written by this start, or not yet where it died first.
		const records = [this.#inLedger, before, after];
		if (!records.some((one) => same(one, found.inLedger))) half.push(`the ledger stands otherwise: ${found.inLedger}`);
		if (found.inLedger.includes(sha256) && !isNew) half.push('recorded, and not in the figures');
		this.#standing = found.inFigures;
		this.#inLedger = found.inLedger;
		const isCarried = isNew && (currentManifest(this.#folder)?.carriedOver ?? 0) > 0;
		if (isNew) this.#export = null;
		return {
			isKilled: ended.isKilled,
			isNew,
			isUnrecorded: isNew && !found.inLedger.includes(sha256),
			isCarried,
			lost,
			half
		};
	}

	/** The next import, left alone: all is taken, recorded, verified and swept. Gives its milliseconds; throws where it is not so. */
	async finish(): Promise<number> {
		const path = this.#newExport();
		const { workMs } = await this.#import(path);
		const found = await lookAt(this.#folder, this.#ordersOf);
		const should = [...this.#standing, path.sha256].sort();
		const faults = (await verify(this.#folder, openLedger(this.#folder))).flatMap(({ faults }) => faults);
		await closeLedger(this.#folder);
		const wrong = [...found.problems, ...faults, ...leftovers(this.#folder)];
		if (!same(found.inFigures, should) || !same(found.inLedger, should)) wrong.push('not all of it is there');
		if (wrong.length > 0) throw new Error(`after the kills, the next import: ${wrong.join('; ')}`);
		this.#anew();
		return workMs;
	}

	#work(path: string): Work {
		return { does: 'import', path, carries: this.#carries };
	}

	#import({ path }: { path: string }): Promise<Ended> {
		return run({ root: this.#folder.root, work: this.#work(path) });
	}

	#anew(): void {
		if (this.#folder !== this.#base) rmSync(this.#folder.root, { recursive: true });
		this.#folder = dataFolder(join(this.#root, `${this.#name}-${this.#made}`));
		cpSync(this.#base.root, this.#folder.root, { recursive: true });
		const [first] = this.#ordersOf.keys();
		this.#standing = this.#inLedger = [first!];
		this.#export = null;
	}

	#newExport(): { path: string; sha256: string } {
		const made = (this.#made += 1);
		// Each shows a second more than the one before.
		const clock = new Date(made * 1000).toISOString().slice(14, 19);
		const orders = Array.from({ length: 20 + (made % 7) }, (_, row) => {
			const day = String(1 + (row % 28)).padStart(2, '0');
			const closed = `2026-09-${day} 20:${clock}`;
			return `${this.#name}-${made}-${row},单位${row % 4},2026-09-${day} 08:00:00,${closed}\n`;
		});
		const text = `工单编号,承办单位,受理时间,办结时间\n${orders.join('')}`;
		const sha256 = createHash('sha256').update(text).digest('hex');
		const folder = join(this.#root, 'exports-sent');
		mkdirSync(folder, { recursive: true });
		const path = join(folder, `${this.#name}-${made}.csv`);
		writeFileSync(path, text);
		this.#ordersOf.set(sha256, orders.length);
		return { path, sha256 };
	}
}

const same = (one: string[], other: string[]) => one.length === other.length && one.every((x) => other.includes(x));
