import type { Random } from '#seeds/random.ts';

/**
 * Who calls, as a made-up number: eleven digits that begin with 100, as no phone's do. Most callers come once; some come
 * again and again about one matter to one unit. Null where the system wrote none down.
 */
export function callerOf(
	random: Random,
	{ number, unit, category, returning }: { number: string; unit: string; category: string; returning: number }
): string | null {
	const [comesAgain, place, writing] = [random.chance(returning), random.whole(1, 3), random.unit()];
	if (writing < 0.03) return null;
	const digits = `100${eightDigits(comesAgain ? `${unit} ${category} ${place}` : number)}`;
	return writing < 0.07 ? `${digits.slice(0, 3)}****${digits.slice(7)}` : digits;
}

/** FNV-1a of a text, cut to eight digits: the same text gives the same digits. */
function eightDigits(text: string): string {
	let hash = 0x811c9dc5;
	for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
	return String((hash >>> 0) % 100_000_000).padStart(8, '0');
}
