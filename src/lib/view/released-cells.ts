import { hidden, publicRate } from '#lib/domain/disclosure.ts';
import { formatCount, formatRate, formatShare, nothing, rateDecimals } from '#lib/domain/format.ts';
import type { Cell, FigureTable, TableRow } from '#lib/domain/table.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** A released count as a number; null where it is hidden or not known. */
export const count = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** A released count as its reader sees it: a number, '<10', or a dash. */
export const countText = (cell: Cell | undefined): string =>
	cell === hidden ? hidden : formatCount(count(cell), getLocale());

/** The row of the whole, empty where a release does not hold the table. */
export const totalOf = (table: FigureTable | undefined): TableRow => table?.total ?? {};

/** Two released counts as a share; null where one is hidden or not known. */
export function shareOf(numerator: Cell | undefined, denominator: Cell | undefined) {
	if (publicRate(numerator ?? null, denominator ?? null) === null) return null;
	return { numerator: numerator as number, denominator: denominator as number };
}

/**
 * A rate made of rounded counts. Where both are equal the true rate may be lower, so it is never said to be 100 %:
 * it is at least what the largest roundings leave.
 */
export function releasedRate(numerator: Cell | undefined, denominator: Cell | undefined, roundTo: number): string {
	const share = shareOf(numerator, denominator);
	if (share === null) return nothing;
	if (share.numerator < share.denominator) return formatRate(share.numerator, share.denominator);
	const most = Math.floor(roundTo / 2);
	const decimals = rateDecimals(share.denominator);
	const step = 10 ** (decimals + 2);
	return `≥${formatShare(Math.floor(((share.numerator - most) / (share.denominator + most)) * step) / step, decimals)}`;
}
