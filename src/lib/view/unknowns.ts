import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What these figures do not know, a sentence each; only what is so. */
export function unknowns({
	states,
	handling,
	about
}: {
	states: { unknown: number; total: number; closedWithoutTime: number; byFlag: number };
	handling: { negative: number; missing: number };
	about: { open_last_seen_before_cut: number };
}): string[] {
	const locale = getLocale();
	const n = (value: number) => formatCount(value, locale);
	return [
		states.unknown > 0 && m.unknown_timeliness({ unknown: n(states.unknown), total: n(states.total) }),
		states.closedWithoutTime > 0 && m.unknown_closed_without_time({ orders: n(states.closedWithoutTime) }),
		states.byFlag > 0 && m.unknown_by_flag({ orders: n(states.byFlag) }),
		handling.negative > 0 && m.unknown_negative({ orders: n(handling.negative) }),
		handling.missing > 0 && m.unknown_missing_time({ orders: n(handling.missing) }),
		about.open_last_seen_before_cut > 0 && m.unknown_last_seen({ orders: n(about.open_last_seen_before_cut) })
	].filter((sentence) => sentence !== false);
}
