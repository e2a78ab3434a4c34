import { AsyncLocalStorage } from 'node:async_hooks';

/** A statement as it ran: its text and the values bound to it, in order. */
export type Statement = { sql: string; parameters: unknown[] };

const recorder = new AsyncLocalStorage<Statement[]>();

/** Called by the warehouse for every statement it runs. */
export function note(sql: string, parameters: readonly unknown[]): void {
	recorder.getStore()?.push({ sql, parameters: [...parameters] });
}

/** Runs `work` and gives its result with the very statements that made it, for explanations and releases. */
export async function recorded<Result>(
	work: () => Promise<Result>
): Promise<{ result: Result; statements: Statement[] }> {
	const statements: Statement[] = [];
	const result = await recorder.run(statements, work);
	return { result, statements };
}
