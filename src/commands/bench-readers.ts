import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { currentVersion, dataFolder } from '#lib/server/data-folder.ts';
import { inboxOf } from '#lib/server/imports/inbox.ts';
import { onlyOptions, option, parseArguments, wholeOption } from './arguments.ts';
import { bigExportIn } from './bench/big-files.ts';
import { serveCity, type ServedCity } from './bench/served-city.ts';
import { takeInboxApart } from './watch-inbox.ts';

type Measured = {
	when: 'idle' | 'importing' | 'first of the new figures';
	requests: number;
	errors: number;
	medianMs: number;
	p95Ms: number;
	slowestMs: number;
	/** The 95th percentile in times of the idle one. */
	ratio: number | null;
};

/** What a supervisor opens in a week's work, over the period that stands first and over all days. */
const pages = ['/overview', '/response-times', '/completion', '/ranking', '/return-visits', '/watch-list', '/quality'];
const asked = pages.flatMap((page) => [page, `${page}?period=all`]);
const readers = 2;

/**
 * `duban bench-readers [--orders N] [--rows N] [--seconds N] [--folder DIR] [--port N]`: how long pages of a make-believe city of N
 * orders take two readers, with nothing else going on for so many seconds, and from the moment an export of so many rows is
 * dropped into the inbox until its figures are served; then the first time anybody asks for the new ones. A copy of the city is used, so that it stays as it was.
 */
export async function benchReaders(line: string[]): Promise<{ output: Measured[] }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'orders', 'rows', 'seconds', 'folder', 'port']);
	const orders = wholeOption(args, 'orders') ?? 60_000;
	const rows = wholeOption(args, 'rows') ?? 200_000;
	const seconds = wholeOption(args, 'seconds') ?? 30;
	const port = option(args, 'port') ?? '3998';
	const folder = resolve(option(args, 'folder') ?? join('data', 'bench'));
	mkdirSync(folder, { recursive: true });
	const city = join(folder, String(orders));
	await (await serveCity(city, orders, port, false)).stop();
	const copy = join(folder, `readers-${orders}`);
	rmSync(copy, { recursive: true, force: true });
	cpSync(city, copy, { recursive: true });
	const { gb18030 } = bigExportIn(folder, 'readers', {
		...{ rows, firstNumber: 2_025_000_000_000, firstDay: '2026-01-01', days: 250, seed: 3 }
	});
	const served = await serveCity(copy, orders, port, false);
	try {
		const data = dataFolder(copy);
		const before = currentVersion(data);
		await read(served, () => false, asked.length);
		const idleEnd = Date.now() + seconds * 1000;
		const idle = await read(served, () => Date.now() < idleEnd);
		const dropped = join(inboxOf(data).root, 'export.csv');
		copyFileSync(gb18030, dropped);
		// At rest: written a minute ago.
		utimesSync(dropped, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
		const taking = once(takeInboxApart(data), 'exit');
		const busy = await read(served, () => currentVersion(data) === before);
		await taking;
		const fresh = await read(served, () => false, pages.length);
		const base = percentile(idle.ms, 0.95);
		return {
			output: [told('idle', idle, null), told('importing', busy, base), told('first of the new figures', fresh, base)]
		};
	} finally {
		await served.stop();
		rmSync(copy, { recursive: true, force: true });
	}
}

type Run = { ms: number[]; errors: number };

/** Two readers go through the pages in turn while it lasts, and then for `more` pages each. */
async function read({ base, cookie }: ServedCity, lasts: () => boolean, more = 0): Promise<Run> {
	const run: Run = { ms: [], errors: 0 };
	const one = async (first: number) => {
		for (let place = first, left = more; lasts() || left-- > 0; place++) {
			const begun = performance.now();
			const isAnswered = await fetch(base + asked[place % asked.length]!, { headers: { cookie } }).then(
				async (response) => (await response.arrayBuffer()).byteLength > 0 && response.ok,
				() => false
			);
			run.ms.push(performance.now() - begun);
			if (!isAnswered) run.errors++;
		}
	};
	await Promise.all(Array.from({ length: readers }, (_, place) => one(place * pages.length)));
	return run;
}

function percentile(values: number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.ceil(share * sorted.length) - 1]!;
}

const told = (when: Measured['when'], { ms, errors }: Run, idleP95: number | null): Measured => ({
	...{ when, requests: ms.length, errors },
	medianMs: Math.round(percentile(ms, 0.5)),
	p95Ms: Math.round(percentile(ms, 0.95)),
	slowestMs: Math.round(Math.max(...ms)),
	ratio: idleP95 === null ? null : Math.round((percentile(ms, 0.95) / idleP95) * 100) / 100
});
