import { deadlineAfterWorkingDays } from '#lib/domain/working-days.ts';
import { complexLimit, limits } from '#seeds/city/lines.ts';
import type { Unit } from '#seeds/city/units.ts';
import type { Random } from '#seeds/random.ts';
import { day, dayOf, hour, isWorkedDay, minute, onDuty, readMoment, workingDayAfter, writeDay } from './clock.ts';
import type { Request } from './request.ts';
import { isFestivalBacklog } from './rhythm.ts';

/** What happens to a dispatched order, to its end, however late that comes. Moments in wall-clock seconds. */
export type Life = {
	dispatchedAt: number;
	/** When units sent it back as not theirs. */
	returnedAt: number[];
	signedAt: number;
	contactedAt: number | null;
	dueAt: number;
	extension: { grantedAt: number; dueAt: number } | null;
	/** Null: never closed. */
	closedAt: number | null;
	urgedAt: number[];
	supervisedAt: number | null;
};

const complexKinds = ['求助', '投诉', '举报', '建议'];
const extraDays = 5;

/** The last second of the working day on which a limit runs out. */
function endOfLimit(from: number, workingDays: number): number {
	return readMoment(deadlineAfterWorkingDays(writeDay(from), workingDays)) + day - 1;
}

export function liveOn(random: Random, request: Request & { unit: Unit }, receivedAt: number): Life {
	const { kind, unit } = request;
	const received = dayOf(receivedAt);
	const isComplex = complexKinds.includes(kind) && random.chance(0.06);
	const limit = isComplex ? complexLimit : limits[kind];
	const dueAt = endOfLimit(received, limit);

	const dispatchedAt = receivedAt + 2 * minute + Math.floor(random.exponential(7 * minute));
	const returnedAt: number[] = [];
	let sentAt = dispatchedAt;
	while (limit >= 5 && returnedAt.length < 2 && random.chance(returnedAt.length ? 0.15 : 0.06)) {
		returnedAt.push(onDuty(random, sentAt + Math.floor(random.exponential(3 * hour))));
		sentAt = returnedAt.at(-1)! + 5 * minute + Math.floor(random.exponential(40 * minute));
	}
	const signedAt = onDuty(random, sentAt) + minute + Math.floor(random.exponential(40 * minute));

	// A unit that is never late asks for no extension either: it is on time by any deadline.
	const isExtended = limit >= 5 && unit.late > 0 && random.chance(isComplex ? 0.22 : 0.05);
	const askedOn = workingDayAfter(received, limit - 1) * day + 15 * hour + random.whole(0, 2 * hour);
	const extension =
		isExtended && askedOn > signedAt ? { grantedAt: askedOn, dueAt: endOfLimit(received, limit + extraDays) } : null;

	const bindingAt = extension?.dueAt ?? dueAt;
	const isLate = random.chance(Math.min(0.9, unit.late * (isFestivalBacklog(received) ? 2 : 1)));
	const closedAt = isLate
		? closeLate(random, unit, bindingAt)
		: closeInTime(random, received, signedAt, bindingAt, extension?.grantedAt);
	const contactBy = closedAt ?? signedAt + 3 * day;
	const contactedAt = random.chance(0.06) ? null : contact(random, signedAt, contactBy);
	return { dispatchedAt, returnedAt, signedAt, contactedAt, dueAt, extension, closedAt, ...pressure() };

	/** Citizens and the centre press for what is late, and now and then for what is not. */
	function pressure() {
		const until = closedAt ?? bindingAt + 20 * day;
		const urges = isLate ? 1 + Number(random.chance(0.3)) : Number(random.chance(0.04));
		const urgedAt = Array.from({ length: urges }, () => Math.floor(signedAt + random.unit() * (until - signedAt)));
		const reason = random.unit();
		const supervisedAt = isLate && reason < 0.3 ? bindingAt + 10 * hour : reason > 0.992 ? signedAt + hour : null;
		return { urgedAt, supervisedAt: supervisedAt !== null && supervisedAt < until ? supervisedAt : null };
	}
}

/** Mostly early in the limit, with a crowd on the last day. Never before signing, never after the limit. */
function closeInTime(random: Random, received: number, signedAt: number, dueAt: number, notBefore = 0): number {
	const first = Math.max(dayOf(signedAt), dayOf(notBefore));
	const days: number[] = [];
	for (let of = Math.max(first, received); of <= dayOf(dueAt); of++) if (isWorkedDay(of)) days.push(of);
	const share = random.chance(0.12) ? 0.999 : random.unit() * Math.max(random.unit(), random.unit());
	const on = days[Math.floor(share * days.length)] ?? dayOf(dueAt);
	const at = on * day + 8.7 * hour + Math.floor(random.unit() * 9.2 * hour);
	const earliest = Math.max(signedAt, notBefore) + random.whole(10, 55) * minute;
	return Math.min(dueAt, Math.max(at, earliest));
}

/** Some late orders are never closed at all. */
function closeLate(random: Random, unit: Unit, dueAt: number): number | null {
	if (random.chance(0.03)) return null;
	const on = workingDayAfter(dayOf(dueAt), 1 + Math.floor(random.exponential(unit.lateDays - 1)));
	return on * day + 8.7 * hour + Math.floor(random.unit() * 9.2 * hour);
}

/** People are rung by day, between signing and closing. */
function contact(random: Random, signedAt: number, by: number): number {
	const at = signedAt + 5 * minute + Math.floor(random.exponential(5 * hour));
	const time = at % day;
	const daytime = time < 8 * hour ? at - time + 8 * hour : time > 20 * hour ? at - time + day + 9 * hour : at;
	return daytime < by ? daytime : Math.floor(signedAt + random.unit() * (by - signedAt));
}
