import { nameOn } from '#seeds/city/units.ts';
import { seededRandom, type Random } from '#seeds/random.ts';
import { dayOf, minute, writeDay } from './clock.ts';
import { asRecorded, conductOf, type Conduct } from './conduct.ts';
import { liveOn, type Life } from './lifecycle.ts';
import { drawRequest, type Request } from './request.ts';
import { momentOfDay } from './rhythm.ts';
import { drawVisit, type Visit } from './visit.ts';

/** One work order with everything that will ever happen to it. Moments in wall-clock seconds. */
export type Order = Request & {
	number: string;
	receivedAt: number;
	/** The unit's name at the time; null at the desk. */
	unitName: string | null;
	isVoid: boolean;
	/** Null at the desk. */
	life: Life | null;
	closedAt: number | null;
	visit: Visit | null;
	/** Null at the desk. */
	conduct: Conduct | null;
};

/** `aside` draws what newer systems write down beside an order's way, so that the way does not depend on it. */
function drawOrder(random: Random, aside: Random, number: string, receivedAt: number, forArchive: boolean): Order {
	const request = drawRequest(random, writeDay(dayOf(receivedAt)), forArchive);
	const { unit } = request;
	const blank = {
		...request,
		number,
		receivedAt,
		unitName: null,
		isVoid: false,
		life: null,
		visit: null,
		conduct: null
	};
	if (unit === null) {
		const isVoid = request.kind === '无效' && random.chance(0.5);
		return {
			...blank,
			isVoid,
			closedAt: isVoid ? null : receivedAt + minute + Math.floor(random.exponential(4 * minute))
		};
	}
	const life = liveOn(random, { ...request, unit }, receivedAt);
	const drawn =
		life.closedAt === null ? null : drawVisit(random, unit, life.closedAt, life.contactedAt !== null, request.group);
	const visit = asRecorded(aside, unit, life, drawn);
	const conduct = conductOf(aside, { number, unit, category: request.category[0], life, visit });
	const unitName = nameOn(unit, writeDay(dayOf(life.dispatchedAt)));
	return { ...blank, unitName, life, closedAt: life.closedAt, visit, conduct };
}

/** The orders received on one day, in order of receipt; `forArchive` are the places taken by the tiny unit's. */
export function ordersOfDay(seed: number, of: number, count: number, forArchive: ReadonlySet<number>): Order[] {
	const [random, aside] = [seededRandom(seed, of), seededRandom(seed, of, 1)];
	const moments = Array.from({ length: count }, () => momentOfDay(random, of)).sort((a, b) => a - b);
	const date = writeDay(of).replaceAll('-', '');
	return moments.map((receivedAt, place) =>
		drawOrder(random, aside, `AL${date}${String(place + 1).padStart(5, '0')}`, receivedAt, forArchive.has(place))
	);
}
