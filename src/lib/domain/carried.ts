/** Filled cells per column over all files loaded; a column that is not among them is always there. */
export type Carried = Partial<Record<string, number>>;

/** Of the columns something is made of, those that no file fills. With one of them there is no figure, and never a 0. */
export const columnsLacking = <Column extends string>(needs: readonly Column[], carried: Carried): Column[] =>
	needs.filter((column) => carried[column] === 0);
