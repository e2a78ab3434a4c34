import type { Change } from '#lib/components/figure-card.ts';
import { formatCount, formatDuration, formatPoints } from '#lib/domain/format.ts';
import { differenceInterval } from '#lib/domain/movement.ts';
import { z95, type Share } from '#lib/domain/statistics.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The change of a rate in points; "unclear" where two shares of these sizes differ this much by chance (95 %). */
export function rateChange(now: Share, then: Share, than: string): Change | undefined {
	if (now.denominator === 0 || then.denominator === 0) return undefined;
	const difference = now.numerator / now.denominator - then.numerator / then.denominator;
	const pooled = (now.numerator + then.numerator) / (now.denominator + then.denominator);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.denominator + 1 / then.denominator));
	const isClear = Math.abs(difference) > z95 * error;
	return {
		direction: isClear ? direction(difference) : 'unclear',
		text: m.change_than({ difference: formatPoints(difference, getLocale()), than })
	};
}

/**
 * The change of a rate in points with its 95 % interval after Newcombe; "unclear" where that holds no change at all.
 * Nothing where either base is empty.
 */
export function rateDifference(now: Share, then: Share, than: string): Change | undefined {
	if (now.denominator === 0 || then.denominator === 0) return undefined;
	const { difference, low, high } = differenceInterval(now, then);
	return {
		direction: low > 0 || high < 0 ? direction(difference) : 'unclear',
		text: m.earlier_difference({
			difference: formatPoints(difference, getLocale()),
			low: barePoints(low),
			high: barePoints(high),
			than
		})
	};
}

/** The change of a count; "unclear" where two counts of these sizes differ this much by chance (Poisson, 95 %). */
export function countChange(now: number, then: number, than: string): Change | undefined {
	if (then === 0) return undefined;
	const difference = now - then;
	const isClear = Math.abs(difference) > z95 * Math.sqrt(now + then);
	const share = `${difference > 0 ? '+' : ''}${((difference / then) * 100).toFixed(1).replace('-', '−')}%`;
	const text = m.change_than({ difference: `${signed(difference)} (${share})`, than });
	return { direction: isClear ? direction(difference) : 'unclear', text };
}

/** The change of a median, in time. No test stands behind it, so it says longer or shorter and no more. */
export function durationChange(now: number | null, then: number | null, than: string): Change | undefined {
	if (now === null || then === null) return undefined;
	const difference = now - then;
	const text = `${difference > 0 ? '+' : ''}${formatDuration(difference, getLocale())}`;
	return { direction: direction(difference), text: m.change_than({ difference: text, than }) };
}

/** Points without their unit, which stands beside them already: '+0.3'. */
export const barePoints = (share: number) => {
	const points = (share * 100).toFixed(1).replace('-', '−');
	return Number((share * 100).toFixed(1)) > 0 ? `+${points}` : points;
};
const direction = (difference: number) => (difference > 0 ? 'up' : difference < 0 ? 'down' : 'level');
const signed = (n: number) => (n > 0 ? `+${formatCount(n, getLocale())}` : formatCount(n, getLocale()));
