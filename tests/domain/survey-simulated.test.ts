import { describe, expect, test } from 'vitest';
import { randomFrom, type Random } from '#lib/domain/random.ts';
import { visitEstimate } from '#lib/domain/survey.ts';

const rounds = 1000;

/** A unit's closed orders, a blind draw of them, and who of those answers; counted as a survey counts them. */
function survey(
	random: Random,
	{
		closed,
		called,
		good,
		answers
	}: { closed: number; called: number; good: number; answers: (isGood: boolean) => number }
) {
	const people = Array.from({ length: closed }, (_, place) => place < good);
	for (let place = 0; place < called; place += 1) {
		const other = place + Math.floor(random() * (closed - place));
		[people[place], people[other]] = [people[other]!, people[place]!];
	}
	const drawn = people.slice(0, called);
	const heard = drawn.filter((isGood) => random() < answers(isGood));
	const yes = heard.filter(Boolean).length;
	return {
		ofCalled: drawn.filter(Boolean).length / called,
		estimate: visitEstimate(
			{ closed, attempted: called, valid: heard.length, contacted: null, resolved: yes, satisfied: null },
			'resolved'
		)
	};
}

describe('a finite population with silence', () => {
	test('blind silence: the 95 % interval holds the rate of all closed orders about as often as it says', () => {
		const random = randomFrom(3);
		let held = 0;
		for (let round = 0; round < rounds; round += 1) {
			const { estimate } = survey(random, { closed: 400, called: 250, good: 320, answers: () => 0.7 });
			if (estimate.low! <= 0.8 && 0.8 <= estimate.high!) held += 1;
		}
		expect(held / rounds).toBeGreaterThan(0.93);
		expect(held / rounds).toBeLessThan(0.975);
	});

	test('silence of the unhappy: the interval misses, the bounds hold the rate of all who were called, every time', () => {
		const random = randomFrom(5);
		let missed = 0;
		for (let round = 0; round < rounds; round += 1) {
			const good = 200 + Math.floor(random() * 150);
			const { estimate, ofCalled } = survey(random, {
				closed: 400,
				called: 250,
				good,
				answers: (isGood) => (isGood ? 0.9 : 0.4)
			});
			expect(estimate.worst).toBeLessThanOrEqual(ofCalled);
			expect(estimate.best).toBeGreaterThanOrEqual(ofCalled);
			if (estimate.low! > good / 400) missed += 1;
		}
		// Why an interval alone is not honest.
		expect(missed / rounds).toBeGreaterThan(0.5);
	});
});
