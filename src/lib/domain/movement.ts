import { wilson, z95, z998, type Interval, type Share } from './statistics.ts';

/**
 * The interval of a difference of two shares, now less then: Wilson's intervals of both put together (Newcombe 1998,
 * method 10).
 */
export function differenceInterval(now: Share, then: Share, z = z95): Interval & { difference: number } {
	const [p, q] = [now.numerator / now.denominator, then.numerator / then.denominator];
	const [a, b] = [wilson(now.numerator, now.denominator, z), wilson(then.numerator, then.denominator, z)];
	const difference = p - q;
	return {
		difference,
		low: difference - Math.hypot(p - a.low, b.high - q),
		high: difference + Math.hypot(a.high - p, q - b.low)
	};
}

/** 'up' and 'down' only beyond 99.8 %: among many units some differ this much each month by chance. */
export type Direction = 'up' | 'down' | 'unclear';

export function directionOf(now: Share, then: Share): Direction {
	const { low, high } = differenceInterval(now, then, z998);
	return low > 0 ? 'up' : high < 0 ? 'down' : 'unclear';
}
