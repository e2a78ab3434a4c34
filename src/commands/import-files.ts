import { existsSync } from 'node:fs';
import { isDay } from '#lib/domain/periods.ts';
import type { Language } from '#lib/domain/languages.ts';
import { refusalSentence } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { importExports, type Imported } from '#lib/server/imports/import-exports.ts';
import { recordImports } from '#lib/server/imports/record-imports.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { onlyOptions, option, parseArguments, typedFile } from './arguments.ts';
import { inShellLanguage, shellLanguage, usage } from './usage.ts';

/** `duban import FILE... [--data-cut "YYYY-MM-DD HH:MM:SS"] [--date-order mdy|dmy]`; exits 1 when a file is refused. */
export async function importFiles(line: string[]): Promise<{ output: unknown; exitCode: number }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'data-cut', 'date-order']);
	if (args.words.length === 0) throw usage(m.cli_import_needs_file, {});
	const files = args.words.map(typedFile);
	for (const file of files) if (!existsSync(file)) throw usage(m.cli_no_such_file, { file });
	const dataCut = dataCutOption(option(args, 'data-cut'));
	const dateOrder = option(args, 'date-order', ['mdy', 'dmy'] as const);
	const folder = ensureDataFolder(dataFolder());
	const imported = await importExports(
		folder,
		files.map((path) => ({ path, dataCut })),
		{ dateOrder, onProgress: sayAfter(2000) }
	);
	const ledger = openLedger(folder);
	try {
		await recordImports(folder, ledger, imported, 'command line');
	} finally {
		await closeLedger(folder);
	}
	return { output: imported.map(asDocument), exitCode: imported.some(({ outcome }) => outcome === 'refused') ? 1 : 0 };
}

function dataCutOption(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const isMoment = isDay(text.slice(0, 10)) && /^.{10} ([01]\d|2[0-3])(:[0-5]\d){2}$/.test(text);
	if (!isMoment) {
		throw usage(m.cli_not_a_moment, { value: text });
	}
	return text;
}

function asDocument(one: Imported) {
	if (one.outcome === 'refused') {
		const message = refusalSentence(one.result.refusal, shellLanguage());
		process.stderr.write(`${one.file}: ${message}\n`);
		const { sha256, refusal } = one.result;
		return { file: one.file, sha256, kind: null, refused: { ...refusal, message }, version: one.version };
	}
	const { result, rows, version, file } = one;
	const { sha256, kind, dataCut, dataCutFrom, mapping, unmapped, repairs, reasons, notes, isMadeUp } = result;
	return {
		file,
		sha256,
		kind,
		rows,
		version,
		dataCut,
		dataCutFrom,
		repairs,
		reasons,
		notes,
		isMadeUp,
		mapping,
		unmapped
	};
}

type StepMessage = (words: { file: string; rows: string }, options: { locale: Language }) => string;

const steps: Record<string, StepMessage> = {
	archive: m.cli_step_archive,
	read: m.cli_step_read,
	check: m.cli_step_check,
	write: m.cli_step_write,
	build: m.cli_step_build
};

/** Says each step on standard error once the work has taken this long. */
export function sayAfter(ms: number) {
	const begun = Date.now();
	let said = '';
	return ({ file, step, rows }: { file: string; step: string; rows?: number }) => {
		const words = steps[step];
		if (!words || Date.now() - begun < ms) return;
		const counted = rows === undefined ? '' : inShellLanguage(m.cli_rows, { rows });
		const sentence = inShellLanguage(words, { file, rows: counted });
		if (sentence === said) return;
		said = sentence;
		process.stderr.write(`duban: ${sentence}\n`);
	};
}
