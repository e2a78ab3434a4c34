/** How much of the machine one export may take. Sizes are bytes unless the name says otherwise. */
export const limits = {
	exportBytes: 4 * 1024 ** 3,
	/** Times the export's size that must be free on the disk: the original, its rows as text, and what is staged. */
	freeSpace: 4,
	minutes: 10,
	childHeapMegabytes: 1536,
	databaseMemory: '1GB',
	/** What the child may write to its standard error before it is cut off. */
	childNoise: 64 * 1024,
	columns: 512,
	/** Longest record, in UTF-16 units: more is one broken row, not a row. */
	recordLength: 1024 * 1024,
	workbook: { entries: 200, inflated: 2 * 1024 ** 3, ratio: 200, ratioAppliesFrom: 4 * 1024 ** 2, sheets: 20 }
} as const;
