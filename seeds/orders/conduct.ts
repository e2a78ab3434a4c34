import type { Unit } from '#seeds/city/units.ts';
import { weighted, type Random } from '#seeds/random.ts';
import { callerOf } from './caller.ts';
import { day, hour, minute } from './clock.ts';
import type { Life } from './lifecycle.ts';
import type { Visit } from './visit.ts';

/**
 * What the newer systems write down of an order beside its way: who granted what, who asked to be spared, what the unit
 * says of its own work. Drawn apart from the order's way, which is the same with and without it. Wall-clock seconds.
 */
export type Conduct = {
	/** When a return was granted, and when that sent the order to another main unit. */
	grantedAt: number[];
	redispatchedAt: number[];
	suspension: { at: number; days: number } | null;
	supervision: { type: string; closedAt: number | null } | null;
	/** The unit's reply; the centre sent it back at these moments before it closed the order. */
	repliedAt: number | null;
	rejectedAt: number[];
	unitResolved: string | null;
	exclusion: { askedAt: number; decidedAt: number; outcome: '通过' | '查否'; reason: string } | null;
	/** What the second survey said, after the order was done again. */
	secondSurvey: { at: number; satisfaction: string } | null;
	handler: string | null;
	caller: string | null;
};

const supervisionTypes = weighted([
	['系统督办', 60],
	['书面督办', 22],
	['专项督办', 12],
	['领导批示', 6]
] as const);
const reasons = weighted([
	['不合理诉求', 40],
	['超职责', 22],
	['第三方原因', 14],
	['联系不上', 12],
	['不可抗力', 5],
	['重复', 7]
] as const);
const secondAnswers = weighted([
	['非常满意', 18],
	['满意', 42],
	['基本满意', 20],
	['不满意', 15],
	['非常不满意', 5]
] as const);
/** Notaries and lawyers of the bureau of justice; a few have hardly a case a month. */
const notaries = weighted(
	Array.from({ length: 14 }, (_, place) => [`GZ${String(place + 1).padStart(3, '0')}`, place < 9 ? 10 : 1] as const)
);
const unitsWithNotaries = '安澜市司法局';

export function conductOf(
	random: Random,
	given: { number: string; unit: Unit; category: string; life: Life; visit: Visit | null }
): Conduct {
	const { unit, life, visit, number, category } = given;
	const grantedAt = life.returnedAt.map((at) => at + 3 * minute).filter(() => random.chance(0.55));
	const redispatchedAt = grantedAt.map((at) => at + minute).filter(() => random.chance(0.85));
	const suspendedAt = life.signedAt + random.whole(2, 30) * hour;
	const isSuspended = random.chance(0.025) && suspendedAt < (life.closedAt ?? Infinity);
	const suspension = isSuspended ? { at: suspendedAt, days: random.whole(2, 15) } : null;
	const type = supervisionTypes(random);
	const supervision =
		life.supervisedAt === null
			? null
			: { type, closedAt: life.closedAt === null ? null : life.closedAt + random.whole(1, 30) * hour };
	const earliest = Math.max(life.signedAt, life.contactedAt ?? 0);
	const lead = Math.floor(random.unit() * 20 * hour) + 10 * minute;
	const repliedAt = life.closedAt === null ? null : Math.min(life.closedAt, Math.max(earliest, life.closedAt - lead));
	const rejections = random.chance(0.05) ? 1 + Number(random.chance(0.15)) : 0;
	const rejectedAt = Array.from({ length: rejections }, () =>
		Math.floor((repliedAt ?? 0) + random.unit() * ((life.closedAt ?? 0) - (repliedAt ?? 0)))
	);
	const mark = random.unit();
	const unitResolved = mark < 0.955 ? '是' : mark < 0.98 ? '部分解决' : '否';
	const surveyAt = (visit?.reworkedAt ?? 0) + random.whole(5, 12) * day;
	const answer = secondAnswers(random);
	return {
		grantedAt,
		redispatchedAt,
		suspension,
		supervision,
		repliedAt,
		rejectedAt: life.closedAt === null ? [] : rejectedAt,
		unitResolved: life.closedAt === null ? null : unitResolved,
		exclusion: exclusionOf(random, unit, life),
		secondSurvey: visit?.reworkedAt == null ? null : { at: surveyAt, satisfaction: answer },
		handler: unit.name === unitsWithNotaries ? notaries(random) : null,
		caller: callerOf(random, { number, unit: unit.name, category, returning: unit.returning ?? 0.06 })
	};
}

/** A unit asks some days after its deadline or closing; the centre takes a week or so to decide. */
function exclusionOf(random: Random, { exclusions }: Unit, life: Life): Conduct['exclusion'] {
	const dueAt = life.extension?.dueAt ?? life.dueAt;
	const isLate = life.closedAt === null || life.closedAt > dueAt;
	const { late, other, granted } = exclusions ?? { late: 0.05, other: 0.015, granted: 0.45 };
	const [asks, isGranted] = [random.chance(isLate ? late : other), random.chance(granted)];
	const askedAt = Math.max(dueAt, life.closedAt ?? 0) + random.whole(4, 60) * hour;
	const decidedAt = askedAt + random.whole(2, 12) * day;
	const reason = reasons(random);
	return asks ? { askedAt, decidedAt, outcome: isGranted ? '通过' : '查否', reason } : null;
}

/** The visit as it goes into the books: a unit may be drawn kindly, or have silence written down as praise. */
export function asRecorded(random: Random, { visits }: Unit, life: Life, visit: Visit | null): Visit | null {
	const mark = random.unit();
	if (visit === null || visits === undefined) return visit;
	if (visits.keptQuick !== undefined && visits.keptOther !== undefined) {
		const isQuick = (life.closedAt ?? Infinity) - life.signedAt <= 0.45 * (life.dueAt - life.signedAt);
		const isHappy = visit.outcome !== 'answered' || visit.resolved === '是';
		if (mark >= (isQuick && isHappy ? visits.keptQuick : visits.keptOther)) return null;
	}
	return visits.unreachedAs && visit.outcome === 'unreached' ? { ...visit, satisfaction: visits.unreachedAs } : visit;
}
