import { expect, test } from 'vitest';
import { rulesOn, stretchesOf } from '#lib/domain/rules/in-use.ts';
import { readRuleSet, UnreadableRules } from '#lib/domain/rules/read-rule-set.ts';
import { plainRules } from '#lib/domain/rules/rule-set.ts';
import { shippedRuleSet, shippedRuleSets } from '#lib/domain/rules/shipped.ts';
import { compositeScore, weightedSatisfaction } from '#lib/domain/rules/survey-score.ts';

// measures.md section 7, "three rates"
const threeRates = { valid: 200, contacted: 198, resolved: 170, satisfied: 150, basicallySatisfied: 30 };
const district = shippedRuleSet('district-10-50-40')!;

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

const rulesFor = (uses: { ruleSetId: string; from: string }[], lastDay: string | null) =>
	rulesOn(stretchesOf(uses, shippedRuleSets), lastDay);

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

test('a use ends with the last day its rules are meant for', () => {
	const dated = { ...plainRules, id: 'dated', validTo: '2026-03-31' };
	const uses = [{ ruleSetId: 'dated', from: '2026-01-01' }];
	expect(stretchesOf(uses, [dated]).map(({ from, rules }) => [from, rules.id])).toEqual([
		[null, 'plain'],
		['2026-01-01', 'dated'],
		['2026-04-01', 'plain']
	]);
	const followed = [...uses, { ruleSetId: 'plain', from: '2026-02-01' }];
	expect(stretchesOf(followed, [dated]).map(({ from }) => from)).toEqual([null, '2026-01-01', '2026-02-01']);
});

test('a rule set is read from what was shown of it, and what is left out is as in the plain rules', () => {
	for (const rules of shippedRuleSets) expect(readRuleSet(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
	const least = {
		id: 'city-2027',
		name: { 'zh-CN': '本市', en: 'City' },
		author: plainRules.author,
		validFrom: '2027-01-01'
	};
	expect(readRuleSet(least)).toEqual({ ...plainRules, ...least });
});

test.each([
	[{ id: 'Bad Id' }, 'id'],
	[{ name: '本市' }, 'name'],
	[{ validFrom: '2026-02-30' }, 'validFrom'],
	[{ validTo: '2019-01-01' }, 'validTo'],
	[{ limits: [{ limit: { workingDays: 0 } }] }, 'limits[0].limit.workingDays'],
	[{ limits: [{ limit: { hours: 2, workingDays: 1 } }] }, 'limits[0].limit'],
	[{ limits: [{ kinds: ['投诉'], limit: { hours: 2 } }] }, 'limits[0].kinds[0]'],
	[{ limits: [{}] }, 'limits[0].limit'],
	[{ officesClose: '25:00' }, 'officesClose'],
	[{ month: { startDay: 31, cutOffHour: 12 } }, 'month.startDay'],
	[{ excludes: 'some' }, 'excludes'],
	[{ minimumVolume: 0 }, 'minimumVolume'],
	[{ composite: { contacted: 0.5, resolved: 0.5, satisfied: 0.5 } }, 'composite'],
	[{ weigths: 1 }, 'weigths']
])('%j is refused, and the place is named', (change, field) => {
	const given = { ...plainRules, id: 'city', validFrom: '2026-01-01', ...change };
	expect(() => readRuleSet(given)).toThrow(UnreadableRules);
	try {
		readRuleSet(given);
	} catch (error) {
		expect((error as UnreadableRules).field).toBe(field);
	}
});
