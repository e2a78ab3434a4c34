import { nothing, type Locale } from './locale.ts';

/**
 * Wall-clock strings of the city as words: 'YYYY-MM', 'YYYY-MM-DD', 'YYYY-MM-DD HH:MM[:SS]' (T allowed).
 * They stay text: no Date, so that no time zone can move them.
 */

const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

type Text = string | null | undefined;
type Parts = { year: number; month: number; day: number | null; time: string | null };

function parts(iso: Text): Parts | null {
	const found = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[ T](\d{2}:\d{2}))?)?/.exec(iso ?? '');
	if (!found) return null;
	const month = Number(found[2]);
	if (month < 1 || month > 12) return null;
	return { year: Number(found[1]), month, day: found[3] ? Number(found[3]) : null, time: found[4] ?? null };
}

const monthName = (month: number, short = false) => {
	const name = months[month - 1] ?? '';
	return short ? name.slice(0, 3) : name;
};

/** 2026年9月, September 2026; short: Sep 2026. */
export function formatMonth(iso: Text, locale: Locale, { short = false }: { short?: boolean } = {}): string {
	const p = parts(iso);
	if (!p) return nothing;
	return locale === 'zh-CN' ? `${p.year}年${p.month}月` : `${monthName(p.month, short)} ${p.year}`;
}

/** 2026年9月3日, 3 September 2026; short: 9月3日, 3 Sep. A bare month stays a month. */
export function formatDate(iso: Text, locale: Locale, { short = false }: { short?: boolean } = {}): string {
	const p = parts(iso);
	if (!p) return nothing;
	if (p.day === null) return formatMonth(iso, locale, { short });
	if (locale === 'zh-CN') return `${short ? '' : `${p.year}年`}${p.month}月${p.day}日`;
	return `${p.day} ${monthName(p.month, short)}${short ? '' : ` ${p.year}`}`;
}

/** 2026年9月3日 08:30, 3 September 2026, 08:30. */
export function formatDateTime(iso: Text, locale: Locale): string {
	const p = parts(iso);
	if (!p) return nothing;
	const date = formatDate(iso, locale);
	if (!p.time) return date;
	return locale === 'zh-CN' ? `${date} ${p.time}` : `${date}, ${p.time}`;
}

const lastDay = (year: number, month: number) => {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** First and last day, both included, as one name where they make a whole month, quarter or year. */
export function formatPeriod(from: Text, to: Text, locale: Locale): string {
	const a = parts(from);
	const b = parts(to);
	if (!a || !b) return nothing;
	const zh = locale === 'zh-CN';
	const isWhole = a.day === 1 && b.day === lastDay(b.year, b.month) && a.year === b.year;
	if (isWhole && a.month === b.month) return formatMonth(from, locale);
	if (isWhole && a.month === 1 && b.month === 12) return zh ? `${a.year}年` : String(a.year);
	if (isWhole && a.month % 3 === 1 && b.month === a.month + 2) {
		const quarter = (a.month + 2) / 3;
		return zh ? `${a.year}年第${quarter}季度` : `Q${quarter} ${a.year}`;
	}
	if (from === to) return formatDate(from, locale);
	return `${formatDate(from, locale)}${zh ? '至' : ' to '}${formatDate(to, locale)}`;
}
