import type { ExportField } from '../export-fields.ts';

/** What an export is a list of. */
export const kindNames = [
	'orders',
	'visits',
	'visit_totals',
	'events',
	'units',
	'categories',
	'calls',
	'call_days',
	'places',
	'calendar',
	'notices'
] as const;
export type KindName = (typeof kindNames)[number];

export const isKindName = (name: string | undefined): name is KindName => kindNames.includes(name as KindName);

export type StagedType = 'VARCHAR' | 'TIMESTAMP' | 'DATE' | 'BOOLEAN' | 'INTEGER' | 'BIGINT';

/**
 * A kind of export: which columns tell it, what is read from them, and what makes two rows speak of the same thing. What its
 * rows come to is the build's business.
 */
export type ExportKind = {
	name: KindName;
	/** The headers each field goes by, the most telling first. */
	headers: Partial<Record<ExportField, readonly string[]>>;
	/** Whether a Chinese header that ends with one of them is taken for it, as with orders. */
	isLoose?: boolean;
	/** Of each group one column must be there. */
	required: readonly (readonly ExportField[])[];
	/** Fields of orders that such an export may show beside its own. They are not read, and do not make it one of orders. */
	beside?: readonly ExportField[];
	/** Fields that every row must fill, with a value that can be read; of each group one. */
	needed: readonly (readonly ExportField[])[];
	/** The staged columns: of the field of the same name, or, with `is_date`, whether that time is a bare day. */
	staged: Readonly<Record<string, StagedType>>;
	/** Staged columns that name what a row is about: of several rows of one name the newest export's holds. */
	key: readonly string[];
	/** Equal rows of one export are several things where they have no name of their own, as calls do. */
	mayRepeat?: boolean;
	/** Staged times that show how far the export reaches; none where it is undated. */
	reached: readonly string[];
};

/** The data cut of an export that shows no time: anything dated is newer. */
export const undatedCut = '1900-01-01 00:00:00';

/** Fields of orders that lists by order number often carry along. */
export const besideOrderNumber = [
	...(['registered_at', 'contacted_at', 'line', 'channel', 'kind', 'category_1', 'category_2', 'category_3'] as const),
	...(['district', 'street', 'unit', 'sub_unit', 'parent_unit', 'unit_kind', 'urgency'] as const)
] satisfies ExportField[];
