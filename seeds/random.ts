/** A small seeded generator (sfc32): the same seed gives the same numbers on every machine. */
export type Random = {
	/** From 0 up to but without 1. */
	unit(): number;
	chance(probability: number): boolean;
	/** A whole number from `low` to `high`, both possible. */
	whole(low: number, high: number): number;
	exponential(mean: number): number;
};

export function seededRandom(...seeds: number[]): Random {
	let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
	const next = () => {
		const sum = (((a + b) | 0) + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4294967296;
	};
	for (const seed of seeds) {
		a ^= seed | 0;
		for (let round = 0; round < 12; round++) next();
	}
	return {
		unit: next,
		chance: (probability) => next() < probability,
		whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
		exponential: (mean) => -mean * Math.log(1 - next())
	};
}

/** Draws one of the items, each as often as its weight says. */
export function weighted<Item>(items: readonly (readonly [Item, number])[]): (random: Random) => Item {
	let total = 0;
	const upTo = items.map(([, weight]) => (total += weight));
	return (random) => {
		const mark = random.unit() * total;
		let low = 0;
		let high = upTo.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (upTo[middle]! > mark) high = middle;
			else low = middle + 1;
		}
		return items[low]![0];
	};
}
