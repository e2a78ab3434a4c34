import { expect, test } from 'vitest';
import { runSeeds } from './run-seeds.ts';

const cases = 500;
/** Reading everything twice would take as long again; the command does. */
const everyTwice = 10;

/**
 * Clean exports with one to four defects each: every row is accounted for (L2), nothing says what its line does not say
 * (L5), reading twice gives the same bytes (L6), and what is not taken is asked or refused with a sentence.
 */
test(`${cases} spoilt exports lose nothing and change nothing in silence`, { timeout: 900_000 }, async () => {
	const { failures, outcomes } = await runSeeds(1, cases, { isTwice: (seed) => seed % everyTwice === 0 });
	const told = failures.map(
		({ seed, done, faults }) => `npm run defects -- --case ${seed}   ${done.join('; ')}: ${faults.join('; ')}`
	);
	expect(told).toEqual([]);
	// A generator that only made files nobody can read would find nothing either.
	expect(outcomes.find(([outcome]) => outcome === 'taken')?.[1]).toBeGreaterThan(cases * 0.9);
});
