import { seededRandom } from '#seeds/random.ts';
import { Lane, type Kill } from './lane.ts';
import { importSteps } from './steps.ts';

/** How many kills at random moments, how many at each named step, and what the random ones are drawn from. */
export type Plan = { random: number; eachStep: number; seed: number };
/** What came of all kills. `slowestNextMs` is the longest that an import after kills took, from its first word. */
export type Tally = {
	killed: number;
	ended: number;
	left: { old: number; new: number; unrecorded: number; carried: number };
	lost: string[];
	half: string[];
	slowestNextMs: number;
};

const lanes = 3;

/** Kills imports as planned, three folders at a time, and looks at what each leaves. */
export async function killAll(root: string, plan: Plan, say: (sentence: string) => void = () => {}): Promise<Tally> {
	const all = await Promise.all(
		Array.from({ length: lanes }, (_, lane) => Lane.begin(root, `L${lane}`, lane % 2 === 1))
	);
	// Measured while nothing else runs: the kills reach beyond the end rather than stop short of it.
	const measured = await all[0]!.measure();
	const queue = planned(plan, measured.counted!, measured.workMs);
	const tally: Tally = {
		...{ killed: 0, ended: 0, left: { old: 0, new: 0, unrecorded: 0, carried: 0 } },
		...{ lost: [], half: [], slowestNextMs: 0 }
	};
	let done = 0;
	const work = async (lane: Lane) => {
		for (let kill = queue.shift(); kill; kill = queue.shift()) {
			const seen = await lane.kill(kill);
			const isMissed = 'stop' in kill && !seen.isKilled;
			tally[seen.isKilled ? 'killed' : 'ended'] += 1;
			tally.left[seen.isNew ? 'new' : 'old'] += 1;
			if (seen.isUnrecorded) tally.left.unrecorded += 1;
			if (seen.isCarried) tally.left.carried += 1;
			const where = JSON.stringify(kill);
			tally.lost.push(...seen.lost.map((one) => `${where}: ${one}`));
			tally.half.push(...seen.half.map((one) => `${where}: ${one}`));
			if (isMissed) tally.half.push(`${where}: was not killed`);
			done += 1;
			if (done % 100 === 0) say(`${done} kills: ${tally.lost.length} lost, ${tally.half.length} half-visible`);
		}
		tally.slowestNextMs = Math.max(tally.slowestNextMs, await lane.finish());
	};
	await Promise.all(all.map(work));
	return tally;
}

function planned({ random, eachStep, seed }: Plan, counted: Record<string, number>, workMs: number): Kill[] {
	const draw = seededRandom(seed);
	const atSteps = importSteps
		.filter((step) => step !== 'begun')
		.flatMap((step) => {
			const changes = counted[step];
			if (!changes) throw new Error(`no import comes to the step ${step}`);
			// New bytes only where their reading is what dies: later steps begin from rows that were read.
			const isFresh = step === 'stored' || step === 'parsed';
			return Array.from({ length: eachStep }, (_, nth): Kill => ({ stop: { step, nth: nth % changes }, isFresh }));
		});
	// One moment in each stretch of the whole, in an order of their own.
	const moments = Array.from({ length: random }, (_, nth): Kill => ({
		afterMs: (workMs * (nth + draw.unit())) / random
	}));
	return [...atSteps, ...moments];
}
