import { afterAll, expect, test } from 'vitest';
import type { Question } from '#lib/domain/answers.ts';
import type { IntakeResult, TakenIn } from '#lib/domain/intake-result.ts';
import {
	noteSentence,
	questionSentence,
	reasonSentence,
	refusalSentence,
	repairSentence
} from '#lib/messages/intake-sentences.ts';

/** What becomes of an input: A accepted, N normalised and counted, Q row set aside, X refused, ? asked, F accepted and flagged. */
export type Outcome = 'A' | 'N' | 'Q' | 'X' | '?' | 'F';

/** Sheet, row and reason of a row that was not simply accepted. */
export type Case = { id: string; what: string; outcome: Outcome; run: () => Promise<string> };

export const met: { id: string; outcome: Outcome; message: string }[] = [];

/** The ids that have a test here. */
export const ids: string[] = [];

/** One test for one id of the catalogue; `run` gives what a reader is told in English, or '' where nothing needs saying. */
export function input(id: string, what: string, outcome: Outcome, run: () => Promise<string | void>): void {
	ids.push(id);
	test(`${id} ${outcome} ${what}`, async () => {
		const message = (await run()) ?? '';
		if (outcome !== 'A') expect(message).not.toBe('');
		expect(message).not.toMatch(/[{}]|undefined|Reason code/);
		met.push({ id, outcome, message });
	});
}

/** Prints id, outcome and message of every input that was tested, once. */
export function printTable(): void {
	afterAll(() => {
		const inOrder = met.toSorted((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)));
		const lines = inOrder.map(({ id, outcome, message }) => `${id.padEnd(5)} ${outcome}  ${message.slice(0, 150)}`);
		console.log(['id    outcome and message', ...lines].join('\n'));
	});
}

export const asks = (question: Question): string => questionSentence(question, 'en');

/** The sentence of a note, which must be there. */
export function flagged(result: TakenIn, note: string): string {
	expect(result.notes).toContain(note);
	return noteSentence(note, 'en');
}

/** The sentence of a repair rule, which must have touched just so many cells. */
export function counted(result: TakenIn, rule: string, count: number): string {
	expect(result.repairs).toContainEqual({ rule, count });
	return `${count}: ${repairSentence(rule, 'en')}`;
}

/** The sentence of the one reason that rows were set aside for, just so many of them. */
export function setAside(result: TakenIn, reason: string, count: number): string {
	expect(result.reasons).toEqual([{ reason, count }]);
	expect(result.rows.setAside).toBe(count);
	return `${count}: ${reasonSentence(reason, 'en')}`;
}

/** The sentence of a refusal for this reason. */
export function refusedFor(result: IntakeResult, reason: string): string {
	expect(result).toMatchObject({ outcome: 'refused', refusal: { reason } });
	return result.outcome === 'refused' ? refusalSentence(result.refusal, 'en') : '';
}

export const lines = (...all: string[]) => all.join('\n') + '\n';

/** A small export of orders received at eight; further columns as given, by header. */
export function orders(further: Record<string, string[]>, numbers = ['GD1001', 'GD1002']): string {
	const headers = Object.keys(further);
	const longest = Math.max(numbers.length, ...Object.values(further).map((cells) => cells.length));
	const rows = Array.from({ length: longest }, (_, row) =>
		[numbers[row] ?? `GD${1001 + row}`, '2026-03-01 08:00:00', ...headers.map((header) => further[header]![row] ?? '')]
			.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
			.join(',')
	);
	return lines(['工单编号', '登记时间', ...headers].join(','), ...rows);
}

/** An export of registration times alone. */
export const received = (...times: string[]) =>
	lines('工单编号,登记时间', ...times.map((time, row) => `GD${1001 + row},"${time}"`));
