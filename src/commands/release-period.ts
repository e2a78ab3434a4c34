import { m } from '#lib/paraglide/messages.js';
import { currentVersion, dataFolder, ensureDataFolder, versionPath } from '#lib/server/data-folder.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { NotReleasable } from '#lib/server/release/freeze.ts';
import { publish } from '#lib/server/release/publish.ts';
import { bringUpToDate } from '#lib/server/imports/import-exports.ts';
import { openWarehouse } from '#lib/server/warehouse/warehouse.ts';
import { notReleasableSentence } from '#lib/messages/release-sentences.ts';
import { onlyOptions, parseArguments } from './arguments.ts';
import { sayAfter } from './import-files.ts';
import { shellLanguage, usage, UsageError } from './usage.ts';

/** `duban release PERIOD`: freezes a month or quarter that is over at the data cut. */
export async function releasePeriod(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json']);
	const [period, ...others] = args.words;
	if (!period || others.length > 0) throw usage(m.cli_release_usage, {});
	const folder = ensureDataFolder(dataFolder());
	await bringUpToDate(folder, sayAfter(2000));
	const version = currentVersion(folder);
	if (version === null) throw usage(m.cli_nothing_loaded, {});
	const warehouse = await openWarehouse(versionPath(folder, version));
	try {
		const { manifest, manifestSha256, isNew } = await publish(
			folder,
			openLedger(folder),
			warehouse,
			period,
			'command line'
		);
		const { revision, dataCut, frozenAt, files } = manifest;
		return {
			output: { period, revision, isNew, dataCut, frozenAt, manifestSha256, files: files.map(({ name }) => name) }
		};
	} catch (error) {
		if (error instanceof NotReleasable) throw new UsageError(notReleasableSentence(error, shellLanguage()));
		throw error;
	} finally {
		await closeLedger(folder);
		await warehouse.close();
	}
}
