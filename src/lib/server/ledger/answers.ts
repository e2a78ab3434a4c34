import { isSame, type Answers } from '#lib/domain/answers.ts';
import type { TakenIn } from '#lib/domain/intake-result.ts';
import type { Ledger } from './open.ts';
import { utcNow } from './utc-now.ts';

/** What people said last of each kind of file, by its signature. */
export async function rememberedAnswers(ledger: Ledger): Promise<Record<string, Answers>> {
	const rows = await ledger.selectFrom('answers').select(['signature', 'name', 'value']).orderBy('seq').execute();
	const all: Record<string, Record<string, string>> = {};
	for (const { signature, name, value } of rows) (all[signature] ??= {})[name] = value;
	return all;
}

/** Keeps what a file was read by for the files like it; nothing where that was known already. */
export async function rememberAnswers(
	ledger: Ledger,
	{ signature, answers }: Pick<TakenIn, 'signature' | 'answers'>,
	enteredBy: string
): Promise<void> {
	const known = (await rememberedAnswers(ledger))[signature] ?? {};
	if (isSame(known, answers)) return;
	const changed = Object.entries(answers).filter(([name, value]) => known[name] !== value);
	if (changed.length === 0) return;
	await ledger
		.insertInto('answers')
		.values(changed.map(([name, value]) => ({ signature, name, value, entered_at: utcNow(), entered_by: enteredBy })))
		.execute();
}
