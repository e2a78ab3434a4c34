/** Marks in the cells that the internal store keeps: intake writes them, and whoever reads the cells takes them out. */

/** Parts what of a row stands beyond the last column: the picture of the unit separator, which no export writes. */
export const beyondSeparator = '\u241f';

/** Stands behind a cell that says what a merged one above it says: a private character that no export writes. */
export const filledMark = '\ue0fd';
