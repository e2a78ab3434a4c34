/** Numbers, durations and (from format-date.ts) dates as a reader of either language expects them. */
import { nothing, type Locale } from './locale.ts';

export { nothing, type Locale };
export { formatDate, formatDateTime, formatMonth, formatPeriod } from './format-date.ts';

type Amount = number | null | undefined;

const isNumber = (value: Amount): value is number => typeof value === 'number' && Number.isFinite(value);

function grouped(value: number, decimals: number): string {
	const [whole = '0', part] = Math.abs(value).toFixed(decimals).split('.');
	const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
	return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}

/** 12,345. With `wan`, a Chinese reader sees 1.2万 from ten thousand and 1.23亿 from a hundred million. */
export function formatCount(value: Amount, locale: Locale, { wan = false }: { wan?: boolean } = {}): string {
	if (!isNumber(value)) return nothing;
	if (!wan || locale !== 'zh-CN' || Math.abs(value) < 1e4) return grouped(value, Number.isInteger(value) ? 0 : 1);
	return Math.abs(value) < 1e8 ? `${short(value / 1e4)}万` : `${short(value / 1e8, 2)}亿`;
}

const short = (value: number, decimals = 1) => grouped(value, decimals).replace(/\.0+$/, '');

/** For an axis: 2万 or 20k, 1.5亿 or 150M. */
export function formatCountShort(value: Amount, locale: Locale): string {
	if (!isNumber(value)) return nothing;
	if (locale === 'zh-CN') return formatCount(value, locale, { wan: true });
	if (Math.abs(value) >= 1e6) return `${short(value / 1e6)}M`;
	if (Math.abs(value) >= 1e4) return `${short(value / 1e3)}k`;
	return grouped(value, Number.isInteger(value) ? 0 : 1);
}

/** A share 0–1 as percent. What is not quite all is never rounded to 100 %, what is not nothing never to 0 %. */
export function formatShare(share: Amount, decimals = 0): string {
	if (!isNumber(share)) return nothing;
	const least = 10 ** -decimals;
	const percent = share * 100;
	const rounded = Number(percent.toFixed(decimals));
	if (rounded === 100 && share < 1) return `>${(100 - least).toFixed(decimals)}%`;
	if (rounded === 0 && share > 0) return `<${least.toFixed(decimals)}%`;
	return `${grouped(percent, decimals)}%`;
}

/** Percent with one decimal from a denominator of 1,000, whole below; a dash where the denominator is 0 or unknown. */
export function formatRate(numerator: Amount, denominator: Amount, _locale?: Locale): string {
	if (!isNumber(numerator) || !isNumber(denominator) || denominator === 0) return nothing;
	return formatShare(numerator / denominator, rateDecimals(denominator));
}

export const rateDecimals = (denominator: Amount) => (isNumber(denominator) && denominator >= 1000 ? 1 : 0);

/** The two numbers behind a rate: 1,204 / 1,428. */
export function formatBase(numerator: Amount, denominator: Amount, locale: Locale): string {
	return `${formatCount(numerator, locale)} / ${formatCount(denominator, locale)}`;
}

/** A difference of two shares in percentage points, always signed. */
export function formatPoints(difference: Amount, locale: Locale, decimals = 1): string {
	if (!isNumber(difference)) return nothing;
	const points = grouped(difference * 100, decimals);
	const signed = Number((difference * 100).toFixed(decimals)) > 0 ? `+${points}` : points;
	return locale === 'zh-CN' ? `${signed} 个百分点` : `${signed} percentage points`;
}

const words = {
	'zh-CN': { working: '个工作日', day: '天', hour: '小时', minute: '分钟', second: '秒', gap: '', space: '' },
	en: { working: 'working day', day: 'd', hour: 'h', minute: 'min', second: 's', gap: ' ', space: ' ' }
} as const;

/**
 * Seconds in the largest unit that still tells the truth, with the next one under it: 2 d 3 h, 45 min.
 * Working time is given in seconds of office hours; `daySeconds` says how many make one working day.
 */
export function formatDuration(
	seconds: Amount,
	locale: Locale,
	{ working = false, daySeconds = 86_400 }: { working?: boolean; daySeconds?: number } = {}
): string {
	if (!isNumber(seconds)) return nothing;
	const w = words[locale];
	const total = Math.round(Math.abs(seconds));
	const dayWord = (count: number) => (working ? (locale === 'en' && count !== 1 ? `${w.working}s` : w.working) : w.day);
	const units = [
		{ size: daySeconds, word: dayWord, step: 3600 },
		{ size: 3600, word: () => w.hour, step: 60 },
		{ size: 60, word: () => w.minute, step: 1 },
		{ size: 1, word: () => w.second, step: 1 }
	];
	const largest = units.findIndex((unit) => total >= unit.size);
	const unit = units[largest === -1 ? 3 : largest]!;
	const next = unit.step < unit.size ? units.find((other) => other.size === unit.step) : undefined;
	// Rounded to the smaller of the two units first, so that 59.6 minutes never stand beside an hour.
	const rounded = next ? Math.round(total / next.size) * next.size : total;
	const options = { working, daySeconds };
	if (unit.size === 3600 && rounded >= daySeconds) return formatDuration(Math.sign(seconds) * rounded, locale, options);
	const count = Math.floor(rounded / unit.size);
	const rest = next ? Math.round((rounded - count * unit.size) / next.size) : 0;
	const text = `${grouped(count, 0)}${w.space}${unit.word(count)}`;
	const sign = seconds < 0 && total > 0 ? '−' : '';
	return sign + (next && rest > 0 ? `${text}${w.gap}${rest}${w.space}${next.word(rest)}` : text);
}

/** A duration in seconds with no finer part than formatDuration shows of it: hours beside days, minutes beside hours. */
export function secondsAsShown(seconds: number): number {
	const step = Math.abs(seconds) >= 86_400 ? 3600 : Math.abs(seconds) >= 3600 ? 60 : 1;
	return Math.round(seconds / step) * step;
}
