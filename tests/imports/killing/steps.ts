import type { Lasting } from '#lib/server/durable-files.ts';

/** How far an import is, by the last thing that is done for good. */
export const importSteps = [
	...(['begun', 'stored', 'parsed', 'built', 'checkpointed', 'fsynced', 'renamed', 'ledger', 'audit'] as const)
];
export type ImportStep = (typeof importSteps)[number];

/** What a change that is about to be made says of what is done already. */
const doneBefore: [Lasting, RegExp, ImportStep][] = [
	['checkpoint', /\.tmp$/, 'built'],
	['flush', /\/[0-9a-f]{16}\.\d+\.tmp$/, 'checkpointed'],
	['rename', /\/[0-9a-f]{16}\.duckdb$/, 'fsynced']
];
/** What is done once the change is made. */
const doneAfter: [Lasting, RegExp, ImportStep][] = [
	['rename', /\/exports\/[0-9a-f]{64}$/, 'stored'],
	['rename', /\/staged\/[0-9a-f]{64}\.json$/, 'parsed'],
	['rename', /\/[0-9a-f]{16}\.duckdb$/, 'renamed'],
	['ledger', /^insert into "imports"/, 'ledger'],
	['ledger', /^insert into "audit"/, 'audit']
];

/** Tells each change of one import by the step it belongs to: the last one that is over when it is made. */
export function stepTeller(): (change: Lasting, of: string) => ImportStep {
	let step: ImportStep = 'begun';
	const said = (list: typeof doneBefore, change: Lasting, of: string) =>
		list.find(([kind, name]) => kind === change && name.test(of))?.[2];
	return (change, of) => {
		step = said(doneBefore, change, of) ?? step;
		const now = step;
		const next = said(doneAfter, change, of) ?? step;
		// A start that mends what another left writes into the ledger too, before it does anything of its own.
		if (change !== 'ledger' || importSteps.indexOf(step) >= importSteps.indexOf('renamed')) step = next;
		return now;
	};
}
