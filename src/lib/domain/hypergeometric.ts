/** Orders of one kind, some drawn, some good; as numbers of orders. */
export type DrawnStratum = { orders: number; drawn: number; good: number; goodDrawn: number };

/** How many good ones a blind draw of `drawn` among `orders`, `good` of them good, is expected to hold. */
export const expectedGood = ({ orders, drawn, good }: Omit<DrawnStratum, 'goodDrawn'>): number =>
	orders === 0 ? 0 : (drawn * good) / orders;

/** How much that number varies from blind draw to blind draw (hypergeometric variance). */
export function varianceOfGood({ orders, drawn, good }: Omit<DrawnStratum, 'goodDrawn'>): number {
	if (orders < 2) return 0;
	return (drawn * good * (orders - good) * (orders - drawn)) / (orders * orders * (orders - 1));
}

type Chances = { from: number; chances: number[] };

/** The chance of each number of good ones in one blind draw, from the lowest there can be. */
function chancesOf({ orders, drawn, good }: DrawnStratum): Chances {
	const from = Math.max(0, drawn + good - orders);
	const to = Math.min(drawn, good);
	// Relative to the first, then brought to one: no factorial is ever written out.
	const relative = [1];
	for (let k = from; k < to; k += 1) {
		const ratio = ((good - k) * (drawn - k)) / ((k + 1) * (orders - good - drawn + k + 1));
		relative.push(relative.at(-1)! * ratio);
	}
	const whole = relative.reduce((sum, one) => sum + one, 0);
	return { from, chances: relative.map((one) => one / whole) };
}

function together(a: Chances, b: Chances): Chances {
	const chances = new Array<number>(a.chances.length + b.chances.length - 1).fill(0);
	a.chances.forEach((p, i) => b.chances.forEach((q, j) => (chances[i + j]! += p * q)));
	return { from: a.from + b.from, chances };
}

/**
 * Chance of a total of good ones as far from the expected as this, or farther, were every stratum's draw blind:
 * twice the smaller tail of the exact distribution, at most 1. For one stratum it is Fisher's exact test.
 */
export function exactChance(strata: DrawnStratum[]): number {
	const { from, chances } = strata.map(chancesOf).reduce(together, { from: 0, chances: [1] });
	const found = strata.reduce((sum, { goodDrawn }) => sum + goodDrawn, 0) - from;
	const sum = (part: number[]) => part.reduce((total, one) => total + one, 0);
	return Math.min(1, 2 * Math.min(sum(chances.slice(0, found + 1)), sum(chances.slice(found))));
}
