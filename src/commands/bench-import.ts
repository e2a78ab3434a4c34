import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bareRead } from '#seeds/big/bare-read.ts';
import type { BigExport } from '#seeds/big/big-export.ts';
import { onlyOptions, option, parseArguments, wholeOption } from './arguments.ts';
import { benchWorkbooks, type MeasuredWorkbook } from './bench/big-workbooks.ts';
import { bigExportIn } from './bench/big-files.ts';
import { watchedImport } from './bench/watched-import.ts';

type Measured = {
	import: 'whole' | 'daily';
	rows: number;
	megabytesAsUtf8: number;
	bareMs: number | null;
	importMs: number;
	/** The part of it that building the warehouse took. */
	buildMs: number;
	/** In times of what DuckDB takes bare, and for a daily export of what the whole import took. */
	ratio: number;
	/** The same for a daily export, of what building the whole took. */
	ratioToBuild: number | null;
	readerMegabytes: number | null;
	builderMegabytes: number | null;
};

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const rounded = (number: number) => Math.round(number * 100) / 100;

/**
 * `duban bench-import [--rows N] [--daily N] [--xlsx N] [--times N] [--folder DIR]`: how long a made-up export of N orders in GB18030 takes
 * to be taken in from end to end, in times of what bare DuckDB takes to make a table of the same rows in UTF-8, each
 * `times` over and in turn; then how long a daily export of so many orders, half of them known, takes on top. The
 * files stay in the folder, so that a second run only measures. With `--xlsx N` workbooks of N orders are taken in instead.
 */
export async function benchImport(line: string[]): Promise<{ output: Measured[] | MeasuredWorkbook[] }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'rows', 'daily', 'xlsx', 'times', 'folder']);
	const workbookRows = wholeOption(args, 'xlsx');
	const rows = wholeOption(args, 'rows') ?? 1_000_000;
	const daily = wholeOption(args, 'daily') ?? 20_000;
	const times = wholeOption(args, 'times') ?? 3;
	const folder = resolve(option(args, 'folder') ?? join('data', 'bench-import'));
	mkdirSync(folder, { recursive: true });
	if (workbookRows !== undefined) return { output: await benchWorkbooks(folder, workbookRows, times) };
	const plan: BigExport = { rows, firstNumber: 2_025_000_000_000, firstDay: '2025-01-01', days: 600, seed: 1 };
	const whole = bigExportIn(folder, 'whole', plan);
	const later = { ...plan, rows: daily, firstNumber: plan.firstNumber + rows - Math.floor(daily / 2) };
	const next = bigExportIn(folder, 'daily', { ...later, firstDay: '2026-08-23', days: 2, seed: 2 });

	const dataFolder = join(folder, 'data');
	const [bare, taken, added] = [[] as number[], [], []] as [number[], Run[], Run[]];
	for (let time = 0; time < times; time++) {
		rmSync(dataFolder, { recursive: true, force: true });
		letDiskRest();
		bare.push(await bareRead(whole.utf8, join(folder, 'bare.duckdb')));
		letDiskRest();
		taken.push(await watchedImport(whole.gb18030, dataFolder));
		letDiskRest();
		added.push(await watchedImport(next.gb18030, dataFolder));
	}
	const bareMs = median(bare);
	const wholeMs = median(taken.map(({ milliseconds }) => milliseconds));
	const dailyMs = median(added.map(({ milliseconds }) => milliseconds));
	return {
		output: [
			{
				import: 'whole',
				rows,
				...measured(taken, whole.utf8),
				bareMs: Math.round(bareMs),
				ratio: rounded(wholeMs / bareMs),
				ratioToBuild: null
			},
			{
				import: 'daily',
				rows: daily,
				...measured(added, next.utf8),
				bareMs: null,
				ratio: rounded(dailyMs / wholeMs),
				ratioToBuild: rounded(dailyMs / median(taken.map(({ buildMilliseconds }) => buildMilliseconds)))
			}
		]
	};
}

/** Waits until what runs before have written stands on the disk: none is to be slowed down by another's. Does nothing where the system has no such command. */
const letDiskRest = () => void spawnSync('sync');

type Run = Awaited<ReturnType<typeof watchedImport>>;

const measured = (runs: Run[], utf8: string) => ({
	megabytesAsUtf8: Math.round(statSync(utf8).size / 1_000_000),
	importMs: Math.round(median(runs.map(({ milliseconds }) => milliseconds))),
	buildMs: Math.round(median(runs.map(({ buildMilliseconds }) => buildMilliseconds))),
	readerMegabytes: most(runs.map(({ readerMegabytes }) => readerMegabytes)),
	builderMegabytes: most(runs.map(({ builderMegabytes }) => builderMegabytes))
});

const most = (numbers: (number | null)[]) =>
	numbers.some((number) => number === null) ? null : Math.max(...numbers.map((number) => number ?? 0));
