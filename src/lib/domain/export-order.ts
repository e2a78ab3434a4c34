/** An export among others that speak of the same orders. */
export type PlacedBy = {
	sha256: string;
	/** 'YYYY-MM-DD HH:MM:SS'. */
	dataCut: string;
	/** How many times over its rows are mended ones of another export; none where it is left out. */
	mending?: number;
};

/**
 * What an export is placed by, as text to be compared: of two that show an order the later placed holds. That is the one of the later
 * data cut; of one cut the mended rows, and of these those that were mended again; then the file's hash, so that any order
 * of import gives the same places.
 */
export const placeOfExport = ({ dataCut, mending = 0, sha256 }: PlacedBy): string =>
	`${dataCut} ${String(mending).padStart(6, '0')} ${sha256}`;

/** Exports as they are placed, the one that holds against all others last. */
export const asPlaced = <Export extends PlacedBy>(exports: readonly Export[]): Export[] =>
	exports.toSorted((a, b) => (placeOfExport(a) < placeOfExport(b) ? -1 : 1));
