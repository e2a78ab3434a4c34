import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { everything } from '#lib/domain/scope.ts';
import { m } from '#lib/paraglide/messages.js';
import { currentVersion, dataFolder, versionPath } from '#lib/server/data-folder.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { count } from '#queries/count.ts';
import { onlyOptions, option, parseArguments, wholeOption, wholeOptions } from './arguments.ts';
import { measure } from './bench/measure.ts';
import { pagesOf } from './bench/pages.ts';
import { serveCity } from './bench/served-city.ts';
import { inShellLanguage } from './usage.ts';

/** What a page may take at most, by the size of the city. */
const lineMs = (orders: number) => (orders <= 100_000 ? 300 : 800);

type Measured = {
	orders: number;
	page: string;
	firstMs: number;
	medianMs: number;
	slowestMs: number;
	cpuMs: number | null;
	/** The median in counts of all orders by unit, which DuckDB was asked for bare between the requests. */
	bareCounts: number;
	kilobytes: number;
	isOverLine: boolean;
};

const say = (sentence: string) => process.stderr.write(`duban: ${sentence}\n`);

/**
 * `npm run bench [-- --orders N --orders N --times N --folder DIR --port N --page PATH ... --anew]`: serves a make-believe city
 * of each size (60,000 and 1,000,000 unless asked otherwise) and measures how long each page takes to be answered in
 * full, signed in as a supervisor. The cities stay in the folder, so that a second run only measures. The server
 * is measured as it is used: what it worked out for the first request it remembers. With --anew every figure is worked
 * out for every request.
 */
export async function bench(line: string[]): Promise<{ output: Measured[] }> {
	const args = parseArguments(line, ['json', 'anew']);
	onlyOptions(args, ['json', 'anew', 'orders', 'times', 'folder', 'port', 'page']);
	const isAnew = args.options.has('anew');
	const sizes = wholeOptions(args, 'orders') ?? [60_000, 1_000_000];
	const times = wholeOption(args, 'times') ?? 9;
	const port = option(args, 'port') ?? '3999';
	const folder = resolve(option(args, 'folder') ?? join('data', 'bench'));
	const output: Measured[] = [];
	for (const orders of sizes) {
		const measured = await benchCity(join(folder, String(orders)), {
			orders,
			times,
			port,
			isAnew,
			only: args.options.get('page')
		});
		const over = measured
			.filter(({ isOverLine }) => isOverLine)
			.map(({ page, medianMs }) => `  ${medianMs} ms ${page}`);
		const words = { orders, line: lineMs(orders), pages: measured.length, over: over.length };
		say(inShellLanguage(over.length === 0 ? m.bench_none_over : m.bench_over, words));
		for (const one of over) say(one);
		output.push(...measured);
	}
	return { output };
}

type Benching = { orders: number; times: number; port: string; isAnew: boolean; only?: string[] };

async function benchCity(folder: string, { orders, times, port, isAnew, only }: Benching) {
	const city = await serveCity(folder, orders, port, isAnew);
	try {
		const data = dataFolder(folder);
		// The count compared with is worked out each time, whatever the server remembers.
		const warehouse = await openWarehouse(versionPath(data, currentVersion(data)!), 0);
		try {
			say(
				inShellLanguage(m.bench_measuring, {
					orders: warehouse.about.orders,
					times,
					cores: availableParallelism(),
					folder
				})
			);
			const bare = () => count(warehouse.db, 'received', everything, 'unit').execute();
			await bare();
			const measured: Measured[] = [];
			for (const page of only ?? (await pagesOf(warehouse.db))) {
				const { bareMs, ...taken } = await measure(city, page, times, bare);
				measured.push({
					orders,
					page: decodeURIComponent(page),
					firstMs: Math.round(taken.firstMs),
					medianMs: Math.round(taken.medianMs),
					slowestMs: Math.round(taken.slowestMs),
					cpuMs: taken.cpuMs && Math.round(taken.cpuMs),
					bareCounts: Math.round((taken.medianMs / bareMs) * 10) / 10,
					kilobytes: Math.round(taken.kilobytes),
					isOverLine: taken.medianMs > lineMs(orders)
				});
			}
			return measured;
		} finally {
			await warehouse.close();
		}
	} finally {
		await city.stop();
	}
}
