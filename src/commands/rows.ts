import { m } from '#lib/paraglide/messages.js';
import { outcomeSentence } from '#lib/messages/intake-sentences.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { importRows, rowOutcomes } from '#lib/server/internal/import-rows.ts';
import { importBySeq, type ImportRecord } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { onlyOptions, option, parseArguments } from './arguments.ts';
import { shellLanguage, usage } from './usage.ts';

/** `duban rows IMPORT [--outcome setAside|repaired|nonData|superseded]`: the rows that were not simply accepted. */
export async function rows(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'outcome']);
	const outcome = option(args, 'outcome', rowOutcomes);
	const folder = ensureDataFolder(dataFolder());
	try {
		const { sha256, fileName } = await importNumbered(openLedger(folder), args.words);
		const found = await importRows(folder, sha256, outcome ? [outcome] : rowOutcomes);
		return {
			output: found.map((row) => ({ file: fileName, ...row, sentence: outcomeSentence(row, shellLanguage()) }))
		};
	} finally {
		await closeLedger(folder);
	}
}

/** The import whose number was typed; `duban import` and the imports page say it. */
export async function importNumbered(ledger: Ledger, words: string[]): Promise<ImportRecord> {
	const [number = '', ...others] = words;
	const record = /^[1-9]\d{0,8}$/.test(number) ? await importBySeq(ledger, Number(number)) : null;
	if (record === null || others.length > 0) throw usage(m.rows_no_such_import, { value: words.join(' ') || '–' });
	return record;
}
