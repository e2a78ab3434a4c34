import { describe, expect, test } from 'vitest';
import { beyondChance, compareShares, compareTimes, falseAlarms, power } from '#lib/domain/draw-bias.ts';
import { randomFrom, type Random } from '#lib/domain/random.ts';

/** A made-up unit: 300 orders with a time in whole hours and two shares that go with it. */
type Order = { hours: number; isGood: boolean; isSimple: boolean };
const perUnit = 300;
const drawnShare = 0.35;

function unit(random: Random): Order[] {
	return Array.from({ length: perUnit }, () => {
		const hours = Math.ceil(-60 * Math.log(1 - random()));
		return { hours, isGood: random() < (hours < 90 ? 0.95 : 0.6), isSimple: random() < (hours < 40 ? 0.6 : 0.3) };
	});
}

/** Draws each order with its own chance; `odds` says how many times as likely a good one is drawn. */
const draw = (orders: Order[], random: Random, odds: (order: Order) => number = () => 1) =>
	orders.map((order) => {
		const chance = (drawnShare * odds(order)) / (1 - drawnShare);
		return random() < chance / (1 + chance);
	});

const shares = (orders: Order[], drawn: boolean[], isGood: (order: Order) => boolean) =>
	compareShares([
		{
			orders: orders.length,
			drawn: drawn.filter(Boolean).length,
			good: orders.filter(isGood).length,
			goodDrawn: orders.filter((order, place) => drawn[place] && isGood(order)).length
		}
	])!;

function times(orders: Order[], drawn: boolean[]) {
	const sorted = orders.map(({ hours }) => hours).sort((a, b) => a - b);
	const first = new Map<number, number>();
	const many = new Map<number, number>();
	sorted.forEach((hours, place) => {
		if (!first.has(hours)) first.set(hours, place + 1);
		many.set(hours, (many.get(hours) ?? 0) + 1);
	});
	const rank = ({ hours }: Order) => first.get(hours)! + (many.get(hours)! - 1) / 2;
	return compareTimes([
		{
			orders: orders.length,
			drawn: drawn.filter(Boolean).length,
			rankSum: orders.reduce((sum, order, place) => sum + (drawn[place] ? rank(order) : 0), 0),
			ties: [...many.values()].reduce((sum, t) => sum + t ** 3 - t, 0)
		}
	])!;
}

const looks = (orders: Order[], drawn: boolean[]) => [
	times(orders, drawn),
	shares(orders, drawn, ({ isGood }) => isGood),
	shares(orders, drawn, ({ isSimple }) => isSimple)
];

const units = 20;

describe('a blind draw', () => {
	test('of 20 units, three looks each, is called biased anywhere no more often than the stated chance', () => {
		const random = randomFrom(20261122);
		const rounds = 1000;
		let alarms = 0;
		for (let round = 0; round < rounds; round += 1) {
			const chances = Array.from({ length: units }, () => {
				const orders = unit(random);
				return looks(orders, draw(orders, random)).map(({ p }) => p);
			}).flat();
			if (beyondChance(chances).some(Boolean)) alarms += 1;
		}
		expect(alarms / rounds).toBeLessThanOrEqual(falseAlarms);
		// And not because nothing is ever called so.
		expect(alarms / rounds).toBeGreaterThan(0.01);
	}, 60_000);
});

/** How often a bias planted in one unit of twenty, of exactly the smallest size stated, is found among all looks. */
function foundIn(rounds: number, random: Random, plant: (orders: Order[]) => boolean[], look: number): number {
	let found = 0;
	for (let round = 0; round < rounds; round += 1) {
		const others = Array.from({ length: units - 1 }, () => {
			const orders = unit(random);
			return looks(orders, draw(orders, random)).map(({ p }) => p);
		}).flat();
		const orders = unit(random);
		const chances = [...looks(orders, plant(orders)).map(({ p }) => p), ...others];
		if (beyondChance(chances)[look]) found += 1;
	}
	return found / rounds;
}

describe('a biased draw', () => {
	const alpha = falseAlarms / (units * 3);
	const rounds = 200;

	test('towards simple orders is found at the stated power where its size is the smallest stated', () => {
		const random = randomFrom(7);
		const isGood = ({ isSimple }: Order) => isSimple;
		let [size, count] = [0, 0];
		const found = foundIn(
			rounds,
			random,
			(orders) => {
				const smallest = shares(orders, draw(orders, random), isGood).smallest(alpha);
				const drawn = plantShare(orders, smallest, isGood, random);
				size += smallest;
				count += 1;
				return drawn;
			},
			2
		);
		expect(size / count).toBeGreaterThan(0.15);
		expect(size / count).toBeLessThan(0.35);
		expect(found).toBeGreaterThanOrEqual(power);
		// Half that size is not: the stated size is no idle number.
		const half = foundIn(
			rounds,
			random,
			(orders) => plantShare(orders, shares(orders, draw(orders, random), isGood).smallest(alpha) / 2, isGood, random),
			2
		);
		expect(half).toBeLessThan(0.4);
	}, 60_000);

	test('towards quick orders is found at the stated power', () => {
		const random = randomFrom(11);
		const found = foundIn(
			rounds,
			random,
			(orders) => plantQuick(orders, times(orders, draw(orders, random)).smallest(alpha), random),
			0
		);
		expect(found).toBeGreaterThanOrEqual(power);
	}, 60_000);
});

/** Draws so that the share of good ones is, on average, this much higher among the drawn than among the others. */
function plantShare(orders: Order[], difference: number, isGood: (order: Order) => boolean, random: Random): boolean[] {
	const good = orders.filter(isGood).length / orders.length;
	// p₁ − p₀ = d with the margins kept: p₁ = g + (1 − s) d among the drawn share s.
	const among = good + (1 - drawnShare) * difference;
	const chanceOfGood = (drawnShare * among) / good;
	const chanceOfOther = (drawnShare * (1 - among)) / (1 - good);
	return orders.map((order) => random() < (isGood(order) ? chanceOfGood : chanceOfOther));
}

/** Draws the quicker half more often, so that a drawn order beats an undrawn one this much more often than half the time. */
function plantQuick(orders: Order[], difference: number, random: Random): boolean[] {
	const middle = orders.map(({ hours }) => hours).sort((a, b) => a - b)[orders.length / 2]!;
	// Of the drawn a share a is quick, of the others b: the drawn wins a pair with chance ½ + (a − b) / 2, and
	// sa + (1 − s)b = ½.
	const share = 0.5 + 2 * difference * (1 - drawnShare);
	return orders.map(({ hours }) => random() < 2 * drawnShare * (hours < middle ? share : 1 - share));
}
