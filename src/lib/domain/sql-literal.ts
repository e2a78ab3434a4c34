/** A text as an SQL literal. For our own words and paths: what comes from an export is bound or stays in its column. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
