import { readFileSync } from 'node:fs';
import { type Citizen, citizenFrom } from '#lib/domain/citizen.ts';
import { citizenProblemSentence, erasureSentences } from '#lib/messages/erase-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { eraseCitizen, type Erasure } from '#lib/server/imports/erase-citizen.ts';
import { NotErasable } from '#lib/server/imports/rewritten-export.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { type Arguments, onlyOptions, parseArguments } from './arguments.ts';
import { inShellLanguage, shellLanguage, usage, UsageError } from './usage.ts';

/**
 * `duban erase [--phone N] [--order N] [--text T] [--confirm]`: one citizen out of everything at rest; looks only, unless confirmed.
 * With `--stdin` the citizen comes as JSON on standard input, `{"phones": [], "orders": [], "texts": [], "by": "who"}`, and
 * stands in no list of commands.
 */
export async function erase(line: string[]): Promise<{ output: Erasure }> {
	const args = parseArguments(line, ['json', 'confirm', 'stdin']);
	onlyOptions(args, ['json', 'phone', 'order', 'text', 'confirm', 'stdin']);
	const { by, ...given } = args.options.has('stdin') ? fromInput() : fromOptions(args);
	const citizen = citizenFrom(given);
	if (args.words.length > 0) throw usage(m.erase_cli_usage, {});
	if ('problem' in citizen) {
		if (citizen.problem === 'nothing') throw usage(m.erase_cli_usage, {});
		throw new UsageError(citizenProblemSentence(citizen, shellLanguage()));
	}
	const folder = ensureDataFolder(dataFolder());
	const ledger = openLedger(folder);
	try {
		const output = await eraseCitizen(folder, ledger, citizen, { by, isMeant: args.options.has('confirm') });
		for (const sentence of erasureSentences(output, shellLanguage())) process.stderr.write(`duban: ${sentence}\n`);
		if (!output.isDone && output.exports.length > 0)
			process.stderr.write(`duban: ${inShellLanguage(m.erase_cli_confirm, {})}\n`);
		return { output };
	} catch (error) {
		if (!(error instanceof NotErasable)) throw error;
		throw usage(m.erase_reads_otherwise, { file: error.fileName, problem: error.problem });
	} finally {
		await closeLedger(folder);
	}
}

type Asked = Citizen & { by: string };

const fromOptions = (args: Arguments): Asked => {
	const all = (name: string) => args.options.get(name) ?? [];
	return { phones: all('phone'), orders: all('order'), texts: all('text'), by: 'command line' };
};

function fromInput(): Asked {
	const given = JSON.parse(readFileSync(0, 'utf8')) as Partial<Asked>;
	const { phones = [], orders = [], texts = [], by = 'command line' } = given;
	return { phones, orders, texts, by };
}
