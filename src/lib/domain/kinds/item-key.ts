import type { ExportKind } from './kind.ts';

/** What a row speaks of, as SQL over its staged columns. */
export function itemKey({ key, mayRepeat }: ExportKind): string {
	const named = `concat_ws(chr(31), ${key.map((column) => `coalesce(cast(${column} as varchar), chr(30))`).join(', ')})`;
	if (!mayRepeat) return named;
	// The third of three equal rows is the third again in an export that overlaps this one.
	const nth = 'row_number() over (partition by content_hash order by row_number)';
	return `case when coalesce(${key.join(', ')}) is not null then ${named} else concat(content_hash, ' ', ${nth}) end`;
}
