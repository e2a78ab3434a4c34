import type { Unit } from '#seeds/city/units.ts';
import { weighted, type Random } from '#seeds/random.ts';
import { day, dayOf, hour } from './clock.ts';

/** A return visit: the centre rings the citizen some days after the unit closed. */
export type Visit = {
	at: number;
	outcome: 'answered' | 'unreached' | 'refused';
	/** Null unless answered. */
	contacted: '是' | '否' | null;
	resolved: '是' | '部分解决' | '否' | null;
	/** Null unless answered, or written down without an answer. */
	satisfaction: string | null;
	/** When the order was sent back to the unit because of the answer. */
	reworkedAt: number | null;
};

const words = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];
const satisfactionWhen = Object.fromEntries(
	Object.entries({ 是: [35, 45, 17, 3, 0], 部分解决: [3, 20, 50, 22, 5], 否: [1, 5, 19, 45, 30] }).map(
		([resolved, weights]) => [resolved, weighted(words.map((word, place) => [word, weights[place]!] as const))]
	)
);

/** Who is visited is drawn without regard to how the order went; null where nobody is. */
export function drawVisit(
	random: Random,
	unit: Unit,
	closedAt: number,
	wasContacted: boolean,
	group: string | null
): Visit | null {
	if (!random.chance(0.72)) return null;
	const at = (dayOf(closedAt) + random.whole(1, 9)) * day + 9 * hour + Math.floor(random.unit() * 10 * hour);
	const nobody = { at, contacted: null, resolved: null, satisfaction: null, reworkedAt: null };
	if (!random.chance(group ? 0.74 : 0.8)) return { ...nobody, outcome: 'unreached' };
	if (random.chance(0.1)) return { ...nobody, outcome: 'refused' };
	const mark = random.unit();
	const resolved = mark < unit.resolved ? '是' : mark < unit.resolved + 0.3 * (1 - unit.resolved) ? '部分解决' : '否';
	const satisfaction = satisfactionWhen[resolved]!(random);
	const contacted = random.chance(wasContacted ? 0.985 : 0.5) ? '是' : '否';
	const isBad = resolved === '否' || satisfaction.endsWith('不满意');
	return {
		at,
		outcome: 'answered',
		contacted,
		resolved,
		satisfaction,
		reworkedAt: isBad && random.chance(0.35) ? at + 2 * hour : null
	};
}
