import { rankUnits } from '#lib/domain/ranking.ts';
import { peerChoices, rankPeers, rankWithDoubt } from '#lib/domain/ranking-doubt.ts';
import { m } from '#lib/paraglide/messages.js';
import { isMeasureKey, measures, type RateKey } from '#queries/measures.ts';
import { ranking as asked } from '#queries/ranking.ts';
import { option } from '../arguments.ts';
import { usage } from '../usage.ts';
import type { Question } from './question.ts';

const rateKeys = (Object.keys(measures) as (keyof typeof measures)[]).filter(
	(key): key is RateKey => measures[key].type === 'rate'
);

/**
 * The units by a rate, the highest first; with `low` and `high` its 95 % interval, `shrunk` the rate drawn towards the
 * mean, `rankLow` to `rankHigh` the places it could hold (5–95 % of the draws), and whether it lies outside the funnel's
 * limits; `tier` joins the units whose places overlap. With `--peers kind` all of it is of the units of one kind, the
 * groups one after another. With `--rules` also the place under the rules in use, among all units, and how many places the
 * unit gains. A unit that is not `ranked` has too few orders: its places and limits are null, for neither was judged.
 */
export const ranking: Question = {
	options: ['measure', 'peers'],
	answer: async (db, scope, by, args, { rules, inUse }) => {
		if (by !== undefined && by !== 'unit') throw usage(m.cli_one_of, { name: 'by', allowed: 'unit', value: by });
		const peers = option(args, 'peers') ?? 'all';
		if (!peerChoices.some((known) => known === peers))
			throw usage(m.cli_one_of, { name: 'peers', allowed: peerChoices.join(', '), value: peers });
		const key = rateKeyOf(option(args, 'measure'));
		const fewest = rules.minimumVolume;
		const shares = await asked(db, key, scope).execute();
		const units =
			peers === 'kind'
				? rankPeers(shares, fewest).flatMap(({ ranking }) => ranking.units)
				: rankWithDoubt(shares, fewest).units;
		const used = inUse && rankUnits(await asked(inUse.db, key, inUse.scope).execute(), inUse.rules.minimumVolume);
		return units.map(({ numerator, denominator, rate, low, high, standing, ...unit }) => {
			const isRanked = standing !== 'too_few';
			return {
				...{ unit: unit.unit, unitKind: unit.unitKind, numerator, denominator, rate, low, high },
				...{ shrunk: unit.shrunk, rankLow: unit.rankLow, rankHigh: unit.rankHigh, tier: unit.tier },
				ranked: isRanked,
				outside95: isRanked ? standing !== 'inside' : null,
				outside998: isRanked ? standing.startsWith('far_') : null,
				place: unit.place,
				...(used && placeInUse(used.units.find((one) => one.unit === unit.unit)?.place ?? null, unit.place))
			};
		});
	}
};

const placeInUse = (inUse: number | null, place: number | null) => ({
	placeInUse: inUse,
	placeChange: inUse !== null && place !== null ? inUse - place : null
});

/** A rate by its key or by the id it has in the field's catalogue; the on-time rate where nothing is asked. */
function rateKeyOf(asked = 'on-time-due'): RateKey {
	if (isMeasureKey(asked) && rateKeys.includes(asked as RateKey)) return asked as RateKey;
	const byId = rateKeys.find((key) => measures[key].id.toLowerCase() === asked.toLowerCase());
	if (byId) return byId;
	const allowed = rateKeys.map((key) => `${key} (${measures[key].id})`).join(', ');
	throw usage(m.cli_one_of, { name: 'measure', allowed, value: asked });
}
