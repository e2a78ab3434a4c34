import type { Life } from './measures.ts';

/** Statistics worked out the long way. */

/** The value below which a share lies, halfway between neighbours where it falls between them. */
export function quantile(values: number[], share: number): number | null {
	if (values.length === 0) return null;
	const sorted = values.toSorted((a, b) => a - b);
	const place = share * (sorted.length - 1);
	const below = Math.floor(place);
	const next = sorted[below + 1] ?? sorted[below]!;
	return sorted[below]! + (next - sorted[below]!) * (place - below);
}

/** Kaplan and Meier 1958, time by time: the first time by which half were done, and the share done by a day. */
export function kaplanMeier(lives: Life[]) {
	const times = [...new Set(lives.map(({ days }) => days))].sort((a, b) => a - b);
	let open = 1;
	const curve = times.map((time) => {
		const watched = lives.filter(({ days }) => days >= time).length;
		const ended = lives.filter(({ days, ended }) => ended && days === time).length;
		open *= 1 - ended / watched;
		return { time, open };
	});
	const first = (share: number) => curve.find((at) => at.open <= share + 1e-9)?.time ?? null;
	const last = times.at(-1) ?? -1;
	const done = (day: number) => {
		if (last < day && !curve.some((at) => at.open < 1e-12)) return null;
		return 1 - (curve.findLast(({ time }) => time <= day)?.open ?? 1);
	};
	return {
		...{ n: lives.length, closed: lives.filter(({ ended }) => ended).length },
		...{ medianDays: first(0.5), p75Days: first(0.25), p90Days: first(0.1) },
		...{ doneIn1: done(1), doneIn5: done(5), doneIn10: done(10), doneIn15: done(15) }
	};
}
