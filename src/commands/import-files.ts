import { existsSync } from 'node:fs';
import { profileAnswer } from '#lib/domain/answer-values.ts';
import { answerFlag, type Answers, type Question } from '#lib/domain/answers.ts';
import { isDay } from '#lib/domain/periods.ts';
import type { Language } from '#lib/domain/languages.ts';
import { answerWords, sampleWords } from '#lib/messages/answer-words.ts';
import { questionSentence, refusalSentence } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { importAndRecord, type Recorded } from '#lib/server/imports/import-and-record.ts';
import type { Imported } from '#lib/server/imports/import-exports.ts';
import { NoSuchProfile } from '#lib/server/imports/said-of-files.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { profilesListed } from '#lib/server/profiles/profiles.ts';
import { onlyOptions, option, parseArguments, typedFile, type Arguments } from './arguments.ts';
import { inShellLanguage, shellLanguage, usage } from './usage.ts';

/**
 * `duban import FILE... [--data-cut "YYYY-MM-DD HH:MM:SS"] [--profile NAME] [--answer NAME=VALUE ...]`; exits 1 when a file is refused, else 3
 * when one asks for a word. `--date-order mdy|dmy` answers the question of that name.
 */
export async function importFiles(line: string[]): Promise<{ output: unknown; exitCode: number }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'data-cut', 'date-order', 'answer', 'profile']);
	if (args.words.length === 0) throw usage(m.cli_import_needs_file, {});
	const files = args.words.map(typedFile);
	for (const file of files) if (!existsSync(file)) throw usage(m.cli_no_such_file, { file });
	const dataCut = dataCutOption(option(args, 'data-cut'));
	const dateOrder = option(args, 'date-order', ['mdy', 'dmy'] as const);
	const profile = option(args, 'profile');
	const answers = {
		...answersOption(args),
		...(dateOrder && { 'date-order': dateOrder }),
		...(profile !== undefined && { [profileAnswer]: profile })
	};
	const folder = ensureDataFolder(dataFolder());
	const ledger = openLedger(folder);
	let recorded: Recorded;
	try {
		recorded = await importAndRecord(
			folder,
			ledger,
			files.map((path) => ({ path, dataCut })),
			{ by: 'command line', answers, onProgress: sayAfter(2000) }
		);
	} catch (error) {
		if (!(error instanceof NoSuchProfile)) throw error;
		const names = (await profilesListed(ledger)).map(({ profile }) => profile.name);
		throw usage(m.profile_unknown, { name: error.profile, known: names.join(', ') });
	} finally {
		await closeLedger(folder);
	}
	const { imported, numbers } = recorded;
	return {
		output: imported.map((one, place) => ({ import: numbers[place], ...asDocument(one) })),
		exitCode: exitCodeOf(imported)
	};
}

/** 1 where a file was refused, else 3 where one asks for a word, else 0. */
export function exitCodeOf(imported: Imported[]): number {
	const has = (outcome: Imported['outcome']) => imported.some((one) => one.outcome === outcome);
	return has('refused') ? 1 : has('asked') ? 3 : 0;
}

function dataCutOption(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const isMoment = isDay(text.slice(0, 10)) && /^.{10} ([01]\d|2[0-3])(:[0-5]\d){2}$/.test(text);
	if (!isMoment) {
		throw usage(m.cli_not_a_moment, { value: text });
	}
	return text;
}

/** `--answer NAME=VALUE`, as the question prints it. */
function answersOption({ options }: Arguments): Answers {
	const said = (options.get('answer') ?? []).map((text) => {
		const place = text.indexOf('=');
		if (place < 1) throw usage(m.asked_not_an_answer, { value: text });
		return [text.slice(0, place), text.slice(place + 1)];
	});
	return Object.fromEntries(said);
}

/** What stands behind the flag of an answer: the answer in words, and what it would read. */
function choiceNote(question: Question, { value, samples }: Question['choices'][number]): string {
	const locale = shellLanguage();
	const read = samples.map((sample) => sampleWords(question, sample, locale)).join(m.list_gap({}, { locale }));
	const notes = [
		answerWords(question.name, value, locale) ?? '',
		read === '' ? '' : m.upload_answer_reads({ samples: read }, { locale })
	].filter((note) => note !== '');
	return notes.length === 0 ? '' : `  # ${notes.join(m.list_gap({}, { locale }))}`;
}

function asDocument(one: Imported) {
	if (one.outcome === 'asked') {
		const { sha256, question } = one.result;
		const message = questionSentence(question, shellLanguage());
		process.stderr.write(`${one.file}: ${message}\n`);
		const flags = question.choices.map(({ value }) => answerFlag(question, value));
		for (const [place, choice] of question.choices.entries())
			process.stderr.write(`  ${flags[place]}${choiceNote(question, choice)}\n`);
		return {
			file: one.file,
			sha256,
			kind: null,
			profile: null,
			asked: { ...question, message, flags },
			version: one.version
		};
	}
	if (one.outcome === 'refused') {
		const message = refusalSentence(one.result.refusal, shellLanguage());
		process.stderr.write(`${one.file}: ${message}\n`);
		const { sha256, refusal } = one.result;
		return {
			file: one.file,
			sha256,
			kind: null,
			profile: null,
			refused: { ...refusal, message },
			version: one.version
		};
	}
	const { result, rows, version, file } = one;
	const { sha256, kind, profile, dataCut, dataCutFrom, mapping, unmapped, repairs, reasons, notes, isMadeUp } = result;
	return {
		file,
		sha256,
		kind,
		profile,
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
