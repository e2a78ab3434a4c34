import { answerFlag } from '#lib/domain/answers.ts';
import type { Imported } from '#lib/server/imports/import-exports.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { takeInbox } from '#lib/server/imports/inbox.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { questionSentence, refusalSentence } from '#lib/messages/intake-sentences.ts';
import { onlyOptions, parseArguments } from './arguments.ts';
import { exitCodeOf, sayAfter } from './import-files.ts';
import { inShellLanguage, shellLanguage } from './usage.ts';

/** `duban inbox`: takes in what other systems have left in the inbox; exits 1 when one is refused, else 3 when one asks. */
export async function inbox(line: string[]): Promise<{ output: unknown; exitCode: number }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json']);
	const folder = ensureDataFolder(dataFolder());
	const ledger = openLedger(folder);
	try {
		const imported = await takeInbox(folder, ledger, { sayWhy: why, onProgress: sayAfter(2000) });
		const output = imported.map((one) => ({
			file: one.file,
			outcome: one.outcome,
			why: one.outcome === 'taken' ? null : why(one),
			accepted: one.outcome === 'taken' ? one.rows.accepted : null,
			version: one.version
		}));
		return { output, exitCode: exitCodeOf(imported) };
	} finally {
		await closeLedger(folder);
	}
}

function why(one: Exclude<Imported, { outcome: 'taken' }>): string {
	if (one.outcome === 'refused') return refusalSentence(one.result.refusal, shellLanguage());
	const { question } = one.result;
	const flags = question.choices.map(({ value }) => answerFlag(question, value));
	return [questionSentence(question, shellLanguage()), inShellLanguage(m.inbox_answer_how, {}), ...flags].join('\n');
}
