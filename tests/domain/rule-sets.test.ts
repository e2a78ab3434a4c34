import { expect, test } from 'vitest';
import {
	compositeScore,
	plainRules,
	ruleSet,
	rulesFor,
	shippedRuleSets,
	weightedSatisfaction
} from '#lib/domain/rule-sets.ts';

// measures.md section 7, "three rates"
const threeRates = { valid: 200, contacted: 198, resolved: 170, satisfied: 150, basicallySatisfied: 30 };
const district = ruleSet('district-10-50-40')!;

test('the three rates come out as 99.0, 85.0 and 88.5 percent, and the composite as 87.8', () => {
	expect((threeRates.contacted / threeRates.valid) * 100).toBeCloseTo(99.0, 10);
	expect((threeRates.resolved / threeRates.valid) * 100).toBeCloseTo(85.0, 10);
	expect(weightedSatisfaction(threeRates, district)! * 100).toBeCloseTo(88.5, 10);
	expect(compositeScore(threeRates, district)).toBeCloseTo(87.8, 10);
});

test('satisfied alone is 75 percent, and with the basically satisfied in full 90', () => {
	expect(weightedSatisfaction(threeRates, plainRules)).toBeCloseTo(0.75, 10);
	expect(weightedSatisfaction(threeRates, { ...plainRules, basicallySatisfiedWeight: 1 })).toBeCloseTo(0.9, 10);
});

test('without a valid visit, without a composite or without a part there is no score, and never a 0', () => {
	expect(compositeScore({ ...threeRates, valid: 0 }, district)).toBeNull();
	expect(compositeScore(threeRates, plainRules)).toBeNull();
	expect(compositeScore({ ...threeRates, resolved: null }, district)).toBeNull();
});

test('the weights of every composite add up to one, and ids are told apart', () => {
	for (const { composite } of shippedRuleSets) {
		if (composite) expect(composite.contacted + composite.resolved + composite.satisfied).toBeCloseTo(1, 12);
	}
	expect(new Set(shippedRuleSets.map(({ id }) => id)).size).toBe(shippedRuleSets.length);
});

test('a period is scored under the rules in use on its last day', () => {
	const uses = [
		{ ruleSetId: 'district-10-50-40', from: '2026-01-01' },
		{ ruleSetId: 'banner-30-35-35', from: '2026-07-01' }
	];
	expect(rulesFor(uses, '2025-12-31').id).toBe('plain');
	expect(rulesFor(uses, '2026-06-30').id).toBe('district-10-50-40');
	expect(rulesFor(uses, '2026-07-31').id).toBe('banner-30-35-35');
	expect(rulesFor(uses, null).id).toBe('banner-30-35-35');
	expect(rulesFor([], '2026-07-31').id).toBe('plain');
});

test('of two uses from the same day the later entry counts', () => {
	const uses = [
		{ ruleSetId: 'district-10-50-40', from: '2026-01-01' },
		{ ruleSetId: 'plain', from: '2026-01-01' }
	];
	expect(rulesFor(uses, '2026-03-01').id).toBe('plain');
});
