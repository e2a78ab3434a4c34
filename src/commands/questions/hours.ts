/** Hours to the sixth decimal: a tenth of a second is finer than any export. */
export const hours = (seconds: number | null | undefined) =>
	seconds === null || seconds === undefined ? null : Math.round((seconds / 3600) * 1e6) / 1e6;
