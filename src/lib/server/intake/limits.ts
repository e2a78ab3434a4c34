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
	/** What it may answer, progress apart: a result names columns and counts, and of rows but the few that a page looks at. */
	childAnswer: 8 * 1024 ** 2,
	columns: 512,
	/** Longest cell of a column that is read, in UTF-16 units: no unit or category has such a name. */
	cellLength: 64 * 1024,
	/** Longest record, in UTF-16 units: more is one broken row, not a row. */
	recordLength: 1024 * 1024,
	/** What is shown of a record that cannot be read. */
	shownOfRecord: 400,
	/** What all cells of an export may come to, in UTF-16 units, each cell and row counted as one more: formats that repeat a value unpack to more than their size. */
	text: 4 * 1024 ** 3,
	/** Formats that cannot be read piece by piece are held in memory whole: the file, or the part that holds the table. */
	wholeFile: 128 * 1024 ** 2,
	/** Cells of a table held in memory. */
	cellsHeld: 20_000_000,
	/** How deep a value of JSON may be nested. */
	nesting: 32,
	/** For archives of exports too. `inflated` is what all parts may come to; `ratio` how much one may be packed; `sharedTexts` what is held of the texts that cells name by number. */
	workbook: {
		...{ entries: 200, inflated: 2 * 1024 ** 3, ratio: 200, ratioAppliesFrom: 4 * 1024 ** 2, sheets: 20 },
		sharedTexts: 512 * 1024 ** 2
	}
} as const;
