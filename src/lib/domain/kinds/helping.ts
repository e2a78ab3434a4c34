/** A row says what a unit does that helps with an order, rather than what becomes of the order. SQL over a staged row. */
export const isHelping = (row: string) =>
	`coalesce(regexp_matches(${row}.nature, '协办|会办|配合') and not contains(${row}.nature, '主办'), false)`;
