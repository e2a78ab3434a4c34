/** Why two forms of one order can not both be right. */
export const conflictReasons = ['one_export', 'one_cut', 'fixed_field'] as const;

/**
 * one_export: one file shows the order twice with other content; one_cut: two files of the same data cut do; fixed_field: an
 * older file says otherwise what does not change.
 */
export type ConflictReason = (typeof conflictReasons)[number];

/** Two forms of one order, each with its file and row, what they say otherwise, and which of them counts. */
export type Conflict = {
	orderNumber: string;
	reason: ConflictReason;
	/** 'newer' or 'older' form of the two; neither where a third one holds, `heldIn` says where. */
	counts: 'newer' | 'older' | 'neither';
	newerIn: string;
	olderIn: string;
	heldIn: string;
	/** What the older (former) and the newer (latter) form say otherwise, by staged column. */
	values: { field: string; former: string | null; latter: string | null }[];
};
