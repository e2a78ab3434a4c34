/**
 * `npm run defects -- [--count 10000] [--from SEED] [--twice N]` spoils so many clean exports, each by its own seed, and holds what
 * the intake makes of them against what they say, every N-th read twice (all of them, unless said); `--case SEED` does one of them, shows it and keeps its file.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runSeeds } from './run-seeds.ts';
import { spoiltExport } from './spoilt-export.ts';

const { values } = parseArgs({
	options: { count: { type: 'string' }, from: { type: 'string' }, case: { type: 'string' }, twice: { type: 'string' } }
});

if (values.case !== undefined) {
	const { draft, bytes } = await spoiltExport(Number(values.case));
	const path = join(mkdtempSync(join(tmpdir(), 'duban-case-')), `${values.case}.${draft.form}`);
	writeFileSync(path, bytes);
	console.log(`${path}\n${draft.done.join('; ')}`);
}
const from = Number(values.case ?? values.from ?? 1);
const count = values.case === undefined ? Number(values.count ?? 10_000) : 1;
const { outcomes, failures } = await runSeeds(from, count, {
	isTwice: (seed) => seed % Number(values.twice ?? 1) === 0,
	onFailure: ({ seed, faults, done }) => console.log(`seed ${seed} (${done.join('; ')}): ${faults.join('; ')}`),
	onProgress: (finished) => console.error(`${finished} of ${count}`)
});
for (const [outcome, times] of outcomes) console.log(`${outcome}: ${times}`);
console.log(`${failures.length} of ${count} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
