import { queryString, type Dimension, type Request } from '#lib/domain/scope.ts';

/** Where a measure is explained, kept to one row of a table where a name is given (null: "not stated"). */
export function explainHref(
	request: Request,
	measure: string,
	by: Dimension | null = null,
	name?: string | null
): string {
	const kept = by === null || name === undefined ? {} : by === 'month' ? { period: name } : { [by]: name ?? '' };
	return `/explain/${measure}${queryString(request, kept)}`;
}

/** Another page asked the same question: same period and filters, and what else it reads from its address. */
export function askHref(request: Request, path: string, extra: Record<string, string> = {}): string {
	const query = new URLSearchParams(queryString(request));
	for (const [name, value] of Object.entries(extra)) query.set(name, value);
	const text = query.toString();
	return `${path}${text ? `?${text}` : ''}`;
}

/** Where the orders behind a part of a number are listed, with the same scope. */
export function behindHref(request: Request, measure: string, part: 'numerator' | 'denominator'): string {
	const query = new URLSearchParams(queryString(request));
	query.set('part', part);
	return `/orders/behind/${measure}?${query}`;
}

/** The page of data quality, of the same question; kept to one row of a table where `kept` says which. */
export const qualityHref = (request: Request, kept: Partial<Record<Dimension | 'period', string>> = {}): string =>
	`/quality${queryString(request, kept as Record<string, string>)}`;

/** Where the orders that a check of data quality finds are listed, with the same scope. */
export const qualityOrdersHref = (request: Request, check: string): string =>
	`/quality/${check}${queryString(request)}`;

/** Reads `page=3`; the first where nothing readable is asked. */
export function pageFrom(url: URL): number {
	const asked = url.searchParams.get('page') ?? '';
	return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** Where a table is to be had as CSV, with the same scope. */
export function csvHref(request: Request, table: string, extra: Record<string, string> = {}): string {
	return askHref(request, `/tables/${table}.csv`, extra);
}

/** Reads `sort=column` or `sort=-column`; largest first where nothing is asked. */
export function sortFrom(url: URL, fallback: string): { by: string; direction: 'ascending' | 'descending' } {
	const asked = url.searchParams.get('sort') ?? fallback;
	return asked.startsWith('-')
		? { by: asked.slice(1), direction: 'descending' }
		: { by: asked, direction: 'ascending' };
}

/** The address that sorts by a column: descending first, ascending when it is so already. */
export function sortHref(url: URL, current: { by: string; direction: string }): (key: string) => string {
	return (key) => {
		const query = new URLSearchParams(url.searchParams);
		query.set('sort', current.by === key && current.direction === 'descending' ? key : `-${key}`);
		return `${url.pathname}?${query}`;
	};
}
