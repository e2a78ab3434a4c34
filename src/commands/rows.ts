import { m } from '#lib/paraglide/messages.js';
import { outcomeSentence } from '#lib/messages/intake-sentences.ts';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { rowsAskedOf } from '#lib/server/imports/asked-import.ts';
import { importRowBatches, notSimplyAccepted, rowQuestions } from '#lib/server/internal/import-rows.ts';
import { importBySeq, type ImportRecord } from '#lib/server/ledger/imports.ts';
import { closeLedger, openLedger, type Ledger } from '#lib/server/ledger/open.ts';
import { onlyOptions, option, parseArguments } from './arguments.ts';
import { mapped, pageOption } from './long-list.ts';
import { shellLanguage, usage } from './usage.ts';

/**
 * `duban rows IMPORT [--outcome read|accepted|identical|setAside|repaired|nonData|superseded] [--limit N] [--offset N]`: the rows
 * of an import; without an outcome those that were not simply accepted.
 */
export async function rows(line: string[]): Promise<{ output: AsyncIterable<unknown> }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'outcome', 'limit', 'offset']);
	const outcome = option(args, 'outcome', rowQuestions);
	const page = pageOption(args);
	const folder = ensureDataFolder(dataFolder());
	try {
		const { seq, fileName } = await importNumbered(openLedger(folder), args.words);
		const asked = await rowsAskedOf(openLedger(folder), seq);
		const found = importRowBatches(folder, asked, outcome ? [outcome] : notSimplyAccepted, page);
		return {
			output: mapped(found, (row) => ({ file: fileName, ...row, sentence: outcomeSentence(row, shellLanguage()) }))
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
