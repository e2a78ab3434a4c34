import { m } from '#lib/paraglide/messages.js';
import { wholeOption, option, type Arguments } from './arguments.ts';
import { inShellLanguage, usage } from './usage.ts';

/** Lists that may be too long for memory: read in batches, written as they come. */

/** What is read in batches, one by one and as it is to be printed. */
export async function* mapped<Read>(batches: AsyncIterable<Read[]>, print: (read: Read) => unknown): AsyncGenerator {
	for await (const batch of batches) for (const one of batch) yield print(one);
}

const everything = 1_000_000_000;

/** `--limit N --offset N`; nothing where neither is given. */
export function pageOption(args: Arguments): { limit: number; offset: number } | undefined {
	const limit = wholeOption(args, 'limit');
	const typed = option(args, 'offset');
	if (limit === undefined && typed === undefined) return undefined;
	if (typed !== undefined && !/^\d{1,9}$/.test(typed))
		throw usage(m.bench_not_a_count, { name: 'offset', value: typed });
	return { limit: limit ?? everything, offset: Number(typed ?? 0) };
}

export const isLongList = (output: unknown): output is AsyncIterable<unknown> =>
	typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

/** Writes the list as one JSON array, never faster than it is read. */
export async function writeJson(list: AsyncIterable<unknown>, out: NodeJS.WriteStream = process.stdout): Promise<void> {
	let written = 0;
	for await (const one of list) await write(out, `${written++ === 0 ? '[' : ',\n'}${JSON.stringify(one)}`);
	await write(out, written === 0 ? '[]\n' : ']\n');
}

const write = (out: NodeJS.WriteStream, text: string) =>
	out.write(text) ? undefined : new Promise((resolve) => out.once('drain', resolve));

/** So many lines are a table on a screen. */
const onScreen = 1000;

/** The beginning of the list for a table, and how many lines it leaves out. */
export async function firstLines(list: AsyncIterable<unknown>): Promise<{ lines: unknown[]; more: string | null }> {
	const lines: unknown[] = [];
	let left = 0;
	for await (const one of list) {
		if (lines.length < onScreen) lines.push(one);
		else left += 1;
	}
	return { lines, more: left === 0 ? null : inShellLanguage(m.rows_more, { count: left }) };
}
