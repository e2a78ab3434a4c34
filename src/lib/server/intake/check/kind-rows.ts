import type { ExportField } from '#lib/domain/export-fields.ts';
import type { ExportKind } from '#lib/domain/kinds/kind.ts';
import type { Objection, RowRules } from './checked-view.ts';
import type { CleanedView, ReadField } from './cleaned-view.ts';
import type { Database } from './database.ts';
import { about, numberObjections, timeObjections } from './order-rows.ts';
import { lastPlausibleYear } from './plausible-years.ts';
import { isCoded, keepsWord } from './word-sql.ts';

/** A cell that its row cannot do without is blank, or holds what cannot be read; of several columns, in all of them. */
function neededObjections({ needed }: ExportKind, fields: ReadField[]): Objection[] {
	return needed.flatMap((group) => {
		const read = fields.filter(({ field }) => group.includes(field));
		if (read.length === 0 || group.includes('order_number')) return [];
		const all = (test: (field: ExportField) => string) => read.map(({ field }) => test(field)).join(' and ');
		const isUnread = (field: ExportField) =>
			isCoded(field) && !keepsWord(field) ? `(v_${field} is null or ${field} is null)` : `${field} is null`;
		return [
			about(read[0]!, 'missing_value', `(${all((field) => `v_${field} is null`)})`),
			about(read[0]!, 'unreadable_value', `(${all(isUnread)})`)
		];
	});
}

/** A staged column of a field that was read, null where the export has none. */
function stagedSql(column: string, type: string, has: (field: string) => boolean): string {
	const ofField = (suffix: string) => (column.endsWith(suffix) ? column.slice(0, -suffix.length) : '');
	const [dated, coded] = [ofField('_is_date'), ofField('_code')];
	if (dated && has(dated)) return `is_date_${dated}`;
	if (coded && has(coded)) return `w_${coded}`;
	return `cast(${has(column) ? column : 'null'} as ${type})`;
}

/** What rows of a kind beside orders come to. */
export async function kindRows(
	database: Database,
	kind: ExportKind,
	{ fields }: CleanedView,
	dataCut: string | undefined
): Promise<RowRules> {
	const has = (field: string) => fields.some((read) => read.field === field);
	const number = fields.find(({ field }) => field === 'order_number');
	const times = timeObjections(fields, await lastPlausibleYear(database, fields, dataCut));
	return {
		raised: [...(number ? await numberObjections(database, number) : []), ...times, ...neededObjections(kind, fields)],
		staged: Object.fromEntries(
			Object.entries(kind.staged).map(([column, type]) => [column, stagedSql(column, type, has)])
		)
	};
}
