import { archiveCategory, categories, emptyCategory, moods, type Category } from '#seeds/city/categories.ts';
import { channels, deskShare, lines, specialGroups, urgencies, type Kind, type Line } from '#seeds/city/lines.ts';
import { districts, type District } from '#seeds/city/places.ts';
import { districtUnits, streetUnits, unitsByKey, type Unit, type UnitKey } from '#seeds/city/units.ts';
import { weighted, type Random } from '#seeds/random.ts';
import { isSummer, isWinter } from './rhythm.ts';

/** What someone asks of the city, and who is to answer. */
export type Request = {
	line: string;
	channel: string;
	kind: Kind;
	category: readonly [string, string, string];
	district: string;
	street: string;
	urgency: string;
	group: string | null;
	/** Null where the desk answers on the spot. */
	unit: Unit | null;
};

const pickChannel = weighted(channels);
const pickGroup = weighted(specialGroups);
const pickUrgency = weighted(urgencies);
const pickDistrict = weighted(districts.map((district) => [district as District, district.share] as const));
const pickStreet = new Map(
	districts.map((district) => [
		district.name,
		weighted((district.streets as readonly string[]).map((street, place) => [street, 1 / (place + 1)] as const))
	])
);
const pickKind = Object.fromEntries(
	Object.entries(moods).map(([mood, kinds]) => [mood, weighted(Object.entries(kinds) as [Kind, number][])])
) as Record<Category['mood'], (random: Random) => Kind>;
const pickHandler = new Map(
	[...categories, archiveCategory].map((category) => [
		category,
		weighted(Object.entries(category.handlers) as [UnitKey | 'district' | 'street', number][])
	])
);

/** Winter, summer and the rest of the year ask for different things. */
function seasonal(of: (category: Category) => number) {
	const season = (busy: 'winter' | 'summer' | 'neither') =>
		weighted(
			categories.map((each) => [each, of(each) * (!each.season ? 1 : each.season === busy ? 2 : 0.25)] as const)
		);
	const pickers = { winter: season('winter'), summer: season('summer'), neither: season('neither') };
	return (random: Random, date: string) =>
		pickers[isWinter(date) ? 'winter' : isSummer(date) ? 'summer' : 'neither'](random);
}

const pickCategory = new Map(
	lines.map((line) => [line.name, seasonal((each) => (line.category && each.one !== line.category ? 0 : each.weight))])
);

const pickLineOn = new Map<string, (random: Random) => Line>();

function lineOn(random: Random, date: string): Line {
	let pick = pickLineOn.get(date);
	if (!pick) {
		const open = lines.filter((line) => line.from <= date);
		pickLineOn.set(date, (pick = weighted(open.map((line) => [line, line.share] as const))));
	}
	return pick(random);
}

/** A street without a desk of its own leaves the matter to its district. */
function handlerOf(random: Random, category: Category, district: string, street: string): Unit {
	const handler = pickHandler.get(category)!(random);
	if (handler === 'street') return streetUnits.get(street) ?? districtUnits.get(district)!;
	return handler === 'district' ? districtUnits.get(district)! : unitsByKey[handler];
}

/** Draws one request of a day. `forArchive` makes it one of the few that the tiny unit is asked. */
export function drawRequest(random: Random, date: string, forArchive: boolean): Request {
	const line = forArchive ? lines[0]! : lineOn(random, date);
	const plain = forArchive ? archiveCategory : pickCategory.get(line.name)!(random, date);
	const mark = forArchive ? 1 : random.unit();
	const kind = forArchive ? '求助' : mark < 0.01 ? '表扬' : mark < 0.022 ? '无效' : pickKind[plain.mood](random);
	const category = kind === '无效' ? emptyCategory : plain;
	const place = pickDistrict(random);
	const street = pickStreet.get(place.name)!(random);
	const atDesk = !forArchive && random.chance(deskShare[kind]);
	return {
		line: date <= line.until ? line.name : lines[0]!.name,
		channel: pickChannel(random),
		kind,
		category: [category.one, category.two, category.three[random.whole(0, category.three.length - 1)]!],
		district: place.name,
		street,
		urgency: pickUrgency(random),
		group: pickGroup(random),
		unit: atDesk ? null : handlerOf(random, category, place.name, street)
	};
}
