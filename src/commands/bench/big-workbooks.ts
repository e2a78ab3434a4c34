import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type TextsOfWorkbook, writeBigWorkbook } from '#seeds/big/big-workbook.ts';
import { type WatchedImport, watchedImport } from './watched-import.ts';

export type MeasuredWorkbook = {
	import: 'xlsx';
	/** Where its texts stand: in their cells, or in the workbook's table of texts. */
	texts: TextsOfWorkbook;
	rows: number;
	megabytes: number;
	/** The longest of all times. */
	seconds: number;
	readerMegabytes: number | null;
	/** What the reader may hold for half a million rows. */
	readerLimitMegabytes: number;
	isWithinLimit: boolean | null;
	builderMegabytes: number | null;
};

const readerLimitMegabytes = 1000;

/**
 * Takes made-up orders in from workbooks, once with the texts in their cells and once in a table of their own, and says how long
 * that takes from end to end and how much memory the reader's process held at most. The workbooks stay in the folder.
 */
export async function benchWorkbooks(folder: string, rows: number, times: number): Promise<MeasuredWorkbook[]> {
	const dataFolder = join(folder, 'data');
	const measured: MeasuredWorkbook[] = [];
	for (const texts of ['inline', 'shared'] as const) {
		const path = await workbookIn(folder, rows, texts);
		const runs: WatchedImport[] = [];
		for (let time = 0; time < times; time++) {
			rmSync(dataFolder, { recursive: true, force: true });
			runs.push(await watchedImport(path, dataFolder));
		}
		const most = (of: (run: WatchedImport) => number | null) => {
			const numbers = runs.map(of).filter((number) => number !== null);
			return numbers.length === runs.length ? Math.max(...numbers) : null;
		};
		const readerMegabytes = most((run) => run.readerMegabytes);
		measured.push({
			...{ import: 'xlsx', texts, rows, megabytes: Math.round(statSync(path).size / 1_000_000) },
			seconds: Math.round(most((run) => run.milliseconds)! / 100) / 10,
			readerMegabytes,
			readerLimitMegabytes,
			isWithinLimit: readerMegabytes === null ? null : readerMegabytes < readerLimitMegabytes,
			builderMegabytes: most((run) => run.builderMegabytes)
		});
	}
	return measured;
}

/** A made-up workbook in a folder, made where it is not there. */
async function workbookIn(folder: string, rows: number, texts: TextsOfWorkbook): Promise<string> {
	const path = join(folder, `workbook-${rows}-${texts}.xlsx`);
	if (existsSync(path)) return path;
	const plan = { rows, firstNumber: 2_025_000_000_000, firstDay: '2025-01-01', days: 600, seed: 1 };
	await writeBigWorkbook(`${path}.part`, plan, texts);
	renameSync(`${path}.part`, path);
	return path;
}
