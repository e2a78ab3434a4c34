import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastCompleteMonth, nameBefore } from '#lib/domain/periods.ts';
import { notReleasableSentence } from '#lib/messages/release-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { ensureDemoUsers } from '#lib/server/auth/user-commands.ts';
import { currentManifest } from '#lib/server/build/manifest.ts';
import { currentVersion, dataFolder, ensureDataFolder, versionPath, type DataFolder } from '#lib/server/data-folder.ts';
import { importAndRecord } from '#lib/server/imports/import-and-record.ts';
import { bringUpToDate } from '#lib/server/imports/import-exports.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { NotReleasable } from '#lib/server/release/freeze.ts';
import { publish } from '#lib/server/release/publish.ts';
import { releasesOnShelf } from '#lib/server/release/shelf.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { generateCity } from '#seeds/generate.ts';
import { onlyOptions, option, parseArguments } from './arguments.ts';
import { importFiles, sayAfter } from './import-files.ts';
import { startServer } from './serve.ts';
import { inShellLanguage, shellLanguage, usage } from './usage.ts';

const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/**
 * `npm run demo`: the make-believe city, served. `npm run demo -- FILE...`: these exports instead. The two never
 * share a data folder, unless DUBAN_DATA names one.
 */
export async function demo(line: string[]): Promise<{ exitCode: number } | void> {
	const args = parseArguments(line, ['prepare-only']);
	onlyOptions(args, ['prepare-only', 'port', 'orders']);
	const isMadeUp = args.words.length === 0;
	const folder = ensureDataFolder(dataFolder(process.env.DUBAN_DATA ?? (isMadeUp ? join('data', 'demo') : 'data')));
	process.env.DUBAN_DATA = folder.root;
	if (!isMadeUp) {
		if (currentManifest(folder)?.inputs.some((input) => input.isMadeUp)) {
			throw usage(m.cli_made_up_folder, { folder: folder.root });
		}
		const { exitCode } = await importFiles(args.words);
		if (exitCode !== 0 && currentVersion(folder) === null) return { exitCode };
	} else if (currentVersion(folder) === null)
		await fillWithMadeUpCity(folder, Number(option(args, 'orders') ?? 60_000));
	else await bringUpToDate(folder, sayAfter(2000));
	await releaseForTheFirstTime(folder);
	const accounts = await ensureDemoUsers(openLedger(folder), folder);
	if (args.options.has('prepare-only')) return;
	const { address } = await startServer(option(args, 'port'));
	say(`\nDuban 督办  ${address}`);
	for (const { name, role, password } of accounts) say(`  ${role.padEnd(11)}${name.padEnd(10)}${password}`);
	say(`  ${inShellLanguage(m.cli_data_folder, { folder: folder.root })}\n`);
}

async function fillWithMadeUpCity(folder: DataFolder, orders: number): Promise<void> {
	const madeUp = join(folder.root, 'made-up-exports');
	mkdirSync(madeUp, { recursive: true });
	say(inShellLanguage(m.cli_making_city, { orders }));
	const files = await generateCity({ orders, folder: madeUp });
	await importAndRecord(folder, openLedger(folder), files, { by: 'command line', onProgress: sayAfter(0) });
}

/** Gives the public pages something to show: the last two complete months and the last quarter, once. */
async function releaseForTheFirstTime(folder: DataFolder): Promise<void> {
	const version = currentVersion(folder);
	if (version === null || releasesOnShelf(folder).length > 0) return;
	if (!existsSync(versionPath(folder, version))) return;
	const warehouse = await openWarehouse(versionPath(folder, version));
	const month = lastCompleteMonth(warehouse.about.data_cut);
	const quarter = `${month.slice(0, 4)}-Q${Math.floor(Number(month.slice(5)) / 3)}`;
	const before = nameBefore(month);
	for (const period of [quarter, before, month]) {
		if (period === null || period.endsWith('Q0')) continue;
		try {
			await publish(folder, openLedger(folder), warehouse, period, 'command line');
		} catch (error) {
			if (!(error instanceof NotReleasable)) throw error;
			say(notReleasableSentence(error, shellLanguage()));
		}
	}
	await warehouse.close();
}
