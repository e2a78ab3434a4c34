/**
 * `npm run kills [-- --random N --each-step N --seed N]`: kills imports at random moments (1,000 unless asked otherwise) and at
 * each named step (20), says what was lost or half-visible, and exits 1 where anything was.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killAll } from './kills.ts';

const { values } = parseArgs({
	options: {
		random: { type: 'string', default: '1000' },
		'each-step': { type: 'string', default: '20' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) }
	}
});
const plan = { random: Number(values.random), eachStep: Number(values['each-step']), seed: Number(values.seed) };
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
const root = mkdtempSync(join(tmpdir(), 'duban-kills-'));
try {
	say(`${plan.random} kills at random moments, ${plan.eachStep} at each step, seed ${plan.seed}`);
	const begun = performance.now();
	const tally = await killAll(root, plan, say);
	const seconds = Math.round((performance.now() - begun) / 1000);
	process.stdout.write(`${JSON.stringify({ ...plan, ...tally, seconds }, null, 2)}\n`);
	process.exitCode = tally.lost.length + tally.half.length > 0 ? 1 : 0;
} finally {
	rmSync(root, { recursive: true, force: true });
}
