import { type Citizen, phoneDigits } from '#lib/domain/citizen.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { eraseCitizen, type Erasure } from '#lib/server/imports/erase-citizen.ts';
import { NotErasable } from '#lib/server/imports/rewritten-export.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { type Arguments, onlyOptions, parseArguments } from './arguments.ts';
import { inShellLanguage, usage } from './usage.ts';

/** `duban erase [--phone N] [--order N] [--text T] [--confirm]`: one citizen out of everything at rest; looks only, unless confirmed. */
export async function erase(line: string[]): Promise<{ output: Erasure }> {
	const args = parseArguments(line, ['json', 'confirm']);
	onlyOptions(args, ['json', 'phone', 'order', 'text', 'confirm']);
	const citizen = citizenFrom(args);
	const folder = ensureDataFolder(dataFolder());
	const ledger = openLedger(folder);
	try {
		const isMeant = args.options.has('confirm');
		const output = await eraseCitizen(folder, ledger, citizen, { by: 'command line', isMeant });
		for (const sentence of sentencesOf(output)) process.stderr.write(`duban: ${sentence}\n`);
		return { output };
	} catch (error) {
		if (!(error instanceof NotErasable)) throw error;
		throw usage(m.erase_reads_otherwise, { file: error.fileName, problem: error.problem });
	} finally {
		await closeLedger(folder);
	}
}

const all = (args: Arguments, name: string) => (args.options.get(name) ?? []).map((value) => value.trim());

function citizenFrom(args: Arguments): Citizen {
	const phones = all(args, 'phone').map((value) => {
		const digits = phoneDigits(value);
		if (digits === null) throw usage(m.erase_not_a_phone, { value });
		return digits;
	});
	const texts = all(args, 'text');
	const short = texts.find((text) => Buffer.byteLength(text) < 4);
	if (short !== undefined) throw usage(m.erase_text_too_short, { value: short });
	const orders = all(args, 'order').filter((order) => order !== '');
	if (args.words.length > 0 || phones.length + orders.length + texts.length === 0) throw usage(m.erase_cli_usage, {});
	return { phones, orders, texts };
}

function sentencesOf({ exports, isDone, notSearched }: Erasure): string[] {
	const sum = (of: 'own' | 'naming') => exports.reduce((total, one) => total + one[of], 0);
	const counts = { exports: exports.length, own: sum('own'), naming: sum('naming') };
	const files = notSearched.map(({ fileName }) => fileName).join(', ');
	return [
		exports.length === 0
			? inShellLanguage(m.erase_nothing, {})
			: inShellLanguage(isDone ? m.erase_done : m.erase_would, counts),
		...(notSearched.length > 0 ? [inShellLanguage(m.erase_not_searched, { count: notSearched.length, files })] : []),
		...(isDone && exports.length > 0 ? [inShellLanguage(m.erase_elsewhere, {})] : [])
	];
}
