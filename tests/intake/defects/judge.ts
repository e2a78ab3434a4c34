import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Answers, Question } from '#lib/domain/answers.ts';
import type { IntakeResult, TakenIn } from '#lib/domain/intake-result.ts';
import { questionSentence, reasonSentence, refusalSentence, repairSentence } from '#lib/messages/intake-sentences.ts';
import { stagedRows } from '#lib/domain/staged-columns.ts';
import type { Staged, stagingBench } from '../../support/staging.ts';
import { allLines, type Draft, mustNotBeTaken } from './draft.ts';
import { type LedgerRow, type StagedRow, stagedPlaces, unfaithful } from './faithful.ts';
import type { Spoilt } from './spoilt-export.ts';

export type Reader = (sql: string) => Promise<Record<string, unknown>[]>;
export type Verdict = { outcome: IntakeResult['outcome']; reason: string; faults: string[] };

/**
 * Processor time in milliseconds that reading a file may take, up to three times with its questions, and for each megabyte.
 * Two files are read at once and share the count; a clock would count what other programs do.
 */
const allowed = { once: 4_000, perMegabyte: 4_000 };
const processorTime = () => process.cpuUsage().user / 1000;

/** What a person who knows the export would say. */
function answerTo({ name, choices }: Question, draft: Draft): string | undefined {
	const said = draft.answers[name];
	if (said !== undefined) return said;
	if (name === 'date-order') return draft.done.some((done) => done.startsWith('B68')) ? 'ymd' : 'mdy';
	if (name === 'order-number') return 'different';
	if (name === 'header-row') {
		const header = draft.columns.map((column) => column.header.trim());
		return choices.find(({ samples }) => samples[0] === header[0])?.value;
	}
	if (!name.startsWith('column:')) return undefined;
	const field = name.slice('column:'.length).replace('registered_at', 'received_at');
	const place = draft.columns.findIndex(({ staged }) => staged === field);
	const header = draft.columns[place]?.header.trim();
	const twins = draft.columns.slice(0, place + 1).filter((column) => column.header.trim() === header).length;
	const told = header && (twins > 1 ? `${header}#${twins}` : header);
	return choices.find(({ value }) => value === (told || `#${place + 1}`))?.value;
}

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function isSaid(result: IntakeResult): boolean {
	if (result.outcome === 'refused') {
		const said = refusalSentence(result.refusal, 'en');
		return said !== result.refusal.reason && !['reader_stopped', 'unreadable_file'].includes(result.refusal.reason);
	}
	if (result.outcome === 'asked') return questionSentence(result.question, 'en') !== result.question.name;
	const codes = [
		...result.reasons.map(({ reason }) => reasonSentence(reason, 'en')),
		...result.repairs.map(({ rule }) => repairSentence(rule, 'en'))
	];
	return codes.every((sentence) => !sentence.includes('code'));
}

/** L2: every record is accepted, set aside or no data, and those that were not simply accepted are told one by one. */
function sums(draft: Draft, { rows }: TakenIn, staged: StagedRow[], ledger: LedgerRow[]): string[] {
	const faults: string[] = [];
	const told = ledger.filter(({ outcome }) => outcome !== 'repaired');
	const numbers = new Set([...staged, ...told].map(({ row_number }) => row_number));
	if (rows.read !== rows.accepted + rows.setAside + rows.nonData) faults.push('L2: the counts do not add up');
	if (rows.accepted !== staged.length || rows.setAside + rows.nonData !== told.length)
		faults.push('L2: the files hold other rows than the counts say');
	if (numbers.size !== rows.read) faults.push(`L2: ${rows.read} read, ${numbers.size} told`);
	if (draft.isUncounted) return faults;
	const blank = told.filter(({ reason }) => reason === 'blank').length;
	const lines = allLines(draft).filter(({ cells, raw }) => raw || cells.some(({ text }) => text.trim() !== '')).length;
	const whole = lines - draft.header.length;
	if (rows.read - blank !== whole) faults.push(`L2: ${whole} rows written, ${rows.read - blank} read`);
	return faults;
}

/** A row with nothing wrong in it is lost where it is not taken, however loudly. */
function soundButLost(draft: Draft, ledger: LedgerRow[]): string[] {
	if (draft.isUncounted) return [];
	const lines = allLines(draft);
	const lost = ledger.filter(({ outcome, row_number }) => {
		const line = lines[row_number - 1];
		return outcome !== 'repaired' && line?.kind === 'order' && !line.isTorn && !mustNotBeTaken(line, draft);
	});
	return lost.slice(0, 1).map(({ row_number, reason, value }) => `row ${row_number} is sound, but ${reason}: ${value}`);
}

async function read(sql: Reader, { rows, ledger }: Staged, draft: Draft) {
	const columns = ['row_number', ...stagedPlaces(draft).map(({ staged }) => staged)];
	const staged = await sql(`select ${columns.join(', ')} from ${stagedRows(`read_parquet('${rows}')`)}`);
	const told = await sql(`select row_number, outcome, reason, header, value from '${ledger}'`);
	return { staged: staged as StagedRow[], told: told as unknown as LedgerRow[] };
}

/** Stages the export, answering what it asks, and holds L2, L5 and L6 against what came of it. */
export async function judge(
	{ draft, bytes }: Spoilt,
	{ stage }: Pick<ReturnType<typeof stagingBench>, 'stage'>,
	sql: Reader,
	{ isTwice }: { isTwice: boolean }
): Promise<Verdict> {
	let answers: Answers = {};
	const begun = processorTime();
	let done = await stage(bytes, { answers });
	for (let round = 0; round < 5 && done.result.outcome === 'asked'; round++) {
		const { question } = done.result;
		const answer = answerTo(question, draft);
		if (answer === undefined || answers[question.name] !== undefined) break;
		answers = { ...answers, [question.name]: answer };
		done = await stage(bytes, { answers });
	}
	const { result } = done;
	const faults: string[] = [];
	if (processorTime() - begun > allowed.once + (allowed.perMegabyte * bytes.length) / 1_000_000)
		faults.push('too slow');
	if (!isSaid(result)) faults.push(`no sentence: ${JSON.stringify(result).slice(0, 300)}`);
	if (result.outcome !== 'taken') {
		const reason = result.outcome === 'refused' ? result.refusal.reason : result.question.name;
		return { outcome: result.outcome, reason, faults };
	}
	const { staged, told } = await read(sql, done, draft);
	faults.push(...sums(draft, result, staged, told), ...soundButLost(draft, told));
	const repairs = Map.groupBy(
		told.filter(({ outcome }) => outcome === 'repaired'),
		({ row_number }) => row_number
	);
	const wrong = staged.map((row) => unfaithful(row, draft, repairs.get(row.row_number) ?? [])).find(Boolean);
	if (wrong) faults.push(`L5: ${wrong}`);
	if (isTwice) {
		const again = await stage(bytes, { answers });
		const isSame =
			again.result.outcome === 'taken' &&
			hash(again.rows) === hash(done.rows) &&
			hash(again.ledger) === hash(done.ledger);
		if (!isSame) faults.push('L6: read twice, it says two things');
	}
	return { outcome: 'taken', reason: '', faults };
}
