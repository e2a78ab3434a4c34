import type { Answers } from '#lib/domain/answers.ts';
import type { Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

/** One thing people said of the files of a signature, as it holds now. */
export type RememberedAnswer = { signature: string; name: string; value: string; enteredAt: string; enteredBy: string };

/** What people said last of each kind of file and have not taken back, in the order of their words. */
export async function answersRemembered(ledger: Ledger): Promise<RememberedAnswer[]> {
	const rows = await ledger
		.selectFrom('answers')
		.select(['signature', 'name', 'value', 'is_forgotten', 'entered_at as enteredAt', 'entered_by as enteredBy'])
		.orderBy('seq')
		.execute();
	const last = new Map<string, RememberedAnswer>();
	for (const { is_forgotten, ...said } of rows) {
		const key = `${said.signature} ${said.name}`;
		last.delete(key);
		if (!is_forgotten) last.set(key, said);
	}
	return [...last.values()];
}

/** The same by signature. */
export async function rememberedAnswers(ledger: Ledger): Promise<Record<string, Answers>> {
	const all: Record<string, Record<string, string>> = {};
	for (const { signature, name, value } of await answersRemembered(ledger)) (all[signature] ??= {})[name] = value;
	return all;
}

/** Keeps what was said of a file for the files like it, but for what is `known` of them already. */
export async function rememberAnswers(
	ledger: Ledger,
	{ signature, answers, known }: { signature: string; answers: Answers; known: Answers },
	enteredBy: string
): Promise<void> {
	const changed = Object.entries(answers).filter(([name, value]) => known[name] !== value);
	if (changed.length === 0) return;
	await ledger
		.insertInto('answers')
		.values(changed.map(([name, value]) => ({ signature, name, value, entered_at: utcNow(), entered_by: enteredBy })))
		.execute();
}

/** Takes back what was said of files of a signature: one answer, or all. Gives the names of what was. */
export async function forgetAnswers(
	ledger: Ledger,
	{ signature, name }: { signature: string; name?: string },
	enteredBy: string
): Promise<string[]> {
	const said = (await answersRemembered(ledger)).filter(
		(one) => one.signature === signature && (name === undefined || one.name === name)
	);
	if (said.length === 0) return [];
	await ledger
		.insertInto('answers')
		.values(
			said.map((one) => ({
				...{ signature, name: one.name, value: '', is_forgotten: 1 },
				...{ entered_at: utcNow(), entered_by: enteredBy }
			}))
		)
		.execute();
	return said.map((one) => one.name);
}
