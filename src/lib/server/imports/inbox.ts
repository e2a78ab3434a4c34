import { existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataFolder } from '../data-folder.ts';
import { announce, flush, moveTo } from '../durable-files.ts';
import type { Ledger } from '../ledger/open.ts';
import { importAndRecord } from './import-and-record.ts';
import type { Imported, ImportOptions } from './import-exports.ts';

/**
 * The folder that other systems drop their exports in. A file is picked up once it has come to rest, by one rename, so that
 * two processes never take the same one; it ends below `taken` or, with a text that says why, below `refused`. What a
 * process that died had picked up is taken in by the next one: the same bytes twice change nothing.
 */
export type InboxFolder = { root: string; picked: string; taken: string; refused: string };

export const inboxOf = ({ inbox }: Pick<DataFolder, 'inbox'>): InboxFolder => ({
	root: inbox,
	picked: join(inbox, '.picked'),
	taken: join(inbox, 'taken'),
	refused: join(inbox, 'refused')
});

export type InboxOptions = Pick<ImportOptions, 'onProgress'> & {
	/** A file is at rest when nothing was written to it for so long, and its size stands still for `looks`. */
	restMs?: number;
	looksMs?: number;
	/** Why a file was not taken, in words: what stands beside it below `refused`. */
	sayWhy: (one: Exclude<Imported, { outcome: 'taken' }>) => string;
};

/** Names that transfer programs give to files they have not finished. */
const unfinished = /^[.~]|\.(part|partial|tmp|temp|filepart|crdownload|download|swp|lock)$/i;

/** The files that lie in the inbox, at rest or not; folders, links and names of unfinished files are passed over. */
export function inboxFiles({ root }: InboxFolder): string[] {
	if (!existsSync(root)) return [];
	return readdirSync(root)
		.filter((name) => !unfinished.test(name) && lstatSync(join(root, name), { throwIfNoEntry: false })?.isFile())
		.sort();
}

/** Whether there is anything to take in: a file, at rest or not, or one that a process which died had picked up. */
export const isWaiting = (inbox: InboxFolder): boolean =>
	inboxFiles(inbox).length > 0 || (existsSync(inbox.picked) && readdirSync(inbox.picked).length > 0);

/**
 * Takes in all that has come to rest, as one command, in the order of the names. Throws
 * ImportUnderWay, with every file left for the next time.
 */
export async function takeInbox(folder: DataFolder, ledger: Ledger, options: InboxOptions): Promise<Imported[]> {
	const inbox = inboxOf(folder);
	for (const path of [inbox.root, inbox.picked, inbox.taken, inbox.refused])
		mkdirSync(path, { recursive: true, mode: 0o700 });
	for (const name of await filesAtRest(inbox, options)) moveTo(join(inbox.root, name), free(inbox.picked, name));
	const picked = readdirSync(inbox.picked).sort();
	if (picked.length === 0) return [];
	const files = picked.map((name) => ({ path: join(inbox.picked, name) }));
	const { imported } = await importAndRecord(folder, ledger, files, { by: 'inbox', onProgress: options.onProgress });
	for (const name of picked) {
		const why = imported.flatMap((one) =>
			isOf(one, name) && one.outcome !== 'taken' ? [`${one.file}: ${options.sayWhy(one)}\n`] : []
		);
		const to = free(why.length === 0 ? inbox.taken : inbox.refused, name);
		moveTo(join(inbox.picked, name), to);
		if (why.length === 0) continue;
		announce('write', `${to}.txt`);
		writeFileSync(`${to}.txt`, why.join(''), { mode: 0o600 });
	}
	for (const path of [inbox.picked, inbox.taken, inbox.refused]) flush(path);
	return imported;
}

/** What came of a file, or of a member of it where it is an archive. */
const isOf = ({ file }: Imported, name: string) => file === name || file.startsWith(`${name}/`);

async function filesAtRest(inbox: InboxFolder, { restMs = 10_000, looksMs = 2_000 }: InboxOptions): Promise<string[]> {
	const look = () =>
		new Map(
			inboxFiles(inbox).flatMap((name) => {
				const found = lstatSync(join(inbox.root, name), { throwIfNoEntry: false });
				return found && Date.now() - found.mtimeMs >= restMs
					? [[name, `${found.size} ${found.mtimeMs} ${found.ino}`]]
					: [];
			})
		);
	const first = look();
	if (first.size === 0) return [];
	await wait(looksMs);
	const second = look();
	return [...first].flatMap(([name, seen]) => (second.get(name) === seen ? [name] : []));
}

/** A path for a name that nothing stands at: `a.csv`, then `a (2).csv`. */
function free(folder: string, name: string): string {
	const [, stem, ending] = /^(.*?)((?:\.[^.]+)?)$/s.exec(basename(name))! as unknown as [string, string, string];
	for (let time = 1; ; time++) {
		const path = join(folder, time === 1 ? name : `${stem} (${time})${ending}`);
		if (!existsSync(path)) return path;
	}
}
