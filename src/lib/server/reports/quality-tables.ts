import { daysBetween } from '#lib/domain/periods.ts';
import { fewestToRank } from '#lib/domain/ranking.ts';
import { rowMeasure, type FigureTable, type TableColumn, type TableRow } from '#lib/domain/table.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { dataCutOf } from '#queries/data-cut-of.ts';
import { exportsLoaded } from '#queries/exports-loaded.ts';
import { measures } from '#queries/measures.ts';
import { qualityFound } from '#queries/quality-found.ts';
import { qualityOrders } from '#queries/quality-orders.ts';
import {
	checkKinds,
	checksCarried,
	effectOn,
	measuresTouched,
	qualityCheck,
	type CheckKind
} from '#queries/quality/index.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';
import { mostOrdersInFile, orderCells, orderColumns } from './orders-tables.ts';
import { measuresInDoubt, quality, type Quality } from './quality.ts';
import { named, type TableOptions } from './table-options.ts';

const shareOf: TableColumn = {
	key: 'qualityShare',
	kind: 'rate',
	of: { numerator: 'qualityAffected', denominator: 'qualityOf' }
};
const foundColumns: TableColumn[] = [
	{ key: 'qualityAffected', kind: 'count' },
	{ key: 'qualityOf', kind: 'count' },
	shareOf
];

/** Every check with what it found, a row a check, in the order of their definitions; what it lacks where it can not be made. */
export async function qualityTable(db: WarehouseDb, { scope, language }: TableOptions): Promise<FigureTable> {
	return checksTable(await quality(db, scope), language);
}

/** The same of what was found already. */
export const checksTable = ({ findings }: Quality, language: TableOptions['language'] = 'zh-CN'): FigureTable => ({
	id: 'quality',
	by: null,
	columns: [
		{ key: 'qualityCheck', kind: 'text' },
		{ key: 'qualityId', kind: 'text' },
		{ key: 'qualityName', kind: 'text' },
		{ key: 'qualityKind', kind: 'code' },
		{ key: 'qualityFinds', kind: 'text' },
		...foundColumns,
		{ key: 'qualityMeasures', kind: 'text' },
		{ key: 'lacking', kind: 'text' }
	],
	rows: findings.map(({ key, affected, of, share, lacking }) => ({
		qualityCheck: key,
		qualityId: qualityCheck(key).id,
		qualityName: qualityCheck(key).name[language],
		qualityKind: `quality-${qualityCheck(key).kind}`,
		qualityFinds: qualityCheck(key).finds[language],
		qualityAffected: affected,
		qualityOf: of,
		qualityShare: share,
		qualityMeasures: measuresTouched(key)
			.map((measure) => measures[measure].id)
			.join(' '),
		lacking: lacking.join(' ') || null
	})),
	total: null
});

/** The measures that are in doubt, the most doubtful first: by which check most, of how many orders, and what it does. */
export async function qualityMeasuresTable(db: WarehouseDb, { scope, language }: TableOptions): Promise<FigureTable> {
	return inDoubtTable(await quality(db, scope), language);
}

/** The same of what was found already. */
export function inDoubtTable(found: Quality, language: TableOptions['language'] = 'zh-CN'): FigureTable {
	return {
		id: 'quality-measures',
		by: null,
		columns: [
			{ key: 'measure', kind: 'text' },
			{ key: 'measureName', kind: 'text', measure: rowMeasure },
			{ key: 'qualityCheck', kind: 'text' },
			{ key: 'qualityName', kind: 'text' },
			...foundColumns,
			{ key: 'qualityEffect', kind: 'text' },
			{ key: 'qualityOthers', kind: 'place' }
		],
		rows: [...measuresInDoubt(found)].map(([measure, [worst, ...others]]) => ({
			measure,
			measureName: measures[measure].name[language],
			qualityCheck: worst!.key,
			qualityName: qualityCheck(worst!.key).name[language],
			qualityAffected: worst!.affected,
			qualityOf: worst!.of,
			qualityShare: worst!.share,
			qualityEffect: effectOn(worst!.key, measure)!.how[language],
			qualityOthers: others.length
		})),
		total: null
	};
}

const kindColumns: TableColumn[] = ['any', ...checkKinds].flatMap((kind): TableColumn[] => [
	{ key: `${kind}Orders`, kind: 'count' },
	{ key: `${kind}Rate`, kind: 'rate', of: { numerator: `${kind}Orders`, denominator: 'qualityReceived' } }
]);

type Counts = { orders: number; any: number } & Record<`kind ${CheckKind}`, number>;

/** Orders in doubt by kind of check, and their shares of the orders received. */
function kindCells(row: Counts): TableRow {
	const cells: TableRow = { qualityReceived: row.orders };
	for (const kind of ['any', ...checkKinds] as const) {
		const found = kind === 'any' ? row.any : row[`kind ${kind}`];
		cells[`${kind}Orders`] = found;
		cells[`${kind}Rate`] = row.orders === 0 ? null : found / row.orders;
	}
	return cells;
}

/** How long before T something was last seen, whole days. */
const daysBehind = (seen: string | null, cut: string) => seen && daysBetween(seen.slice(0, 10), cut.slice(0, 10));

/** The share of orders in doubt, by kind of check, and when each was last seen; rows of few orders say so. */
export async function qualityByTable(
	db: WarehouseDb,
	{ scope, by, fewest = fewestToRank }: TableOptions
): Promise<FigureTable> {
	const made = checksCarried(await columnsCarried(db).executeTakeFirstOrThrow());
	const [rows, total, { dataCut }] = await Promise.all([
		qualityFound(db, scope, made, by).execute(),
		qualityFound(db, scope, made).executeTakeFirstOrThrow(),
		dataCutOf(db).executeTakeFirstOrThrow()
	]);
	return {
		id: 'quality-by',
		by,
		columns: [
			{ key: 'name', kind: 'text' },
			{ key: 'qualityReceived', kind: 'count' },
			...kindColumns,
			{ key: 'daysBehind', kind: 'days' },
			{ key: 'qualitySize', kind: 'code' }
		],
		rows: rows.map(({ name, ...row }) =>
			named({
				...{ name, ...kindCells(row) },
				daysBehind: daysBehind(row.lastSeenAt, dataCut),
				qualitySize: row.orders < fewest ? 'quality-few' : null
			})
		),
		total: { ...kindCells(total), name: null, daysBehind: daysBehind(total.lastSeenAt, dataCut), qualitySize: null }
	};
}

/** The exports, newest data cut first: how far behind T each is, and the doubts of the orders whose row stands in it. */
export async function qualitySourcesTable(db: WarehouseDb, { scope }: TableOptions): Promise<FigureTable> {
	const made = checksCarried(await columnsCarried(db).executeTakeFirstOrThrow());
	const [exports, rows, total, { dataCut }] = await Promise.all([
		exportsLoaded(db).execute(),
		qualityFound(db, scope, made, 'source').execute(),
		qualityFound(db, scope, made).executeTakeFirstOrThrow(),
		dataCutOf(db).executeTakeFirstOrThrow()
	]);
	const bySource = new Map(rows.map((row) => [row.name, row]));
	return {
		id: 'quality-sources',
		by: null,
		columns: [
			{ key: 'sourceName', kind: 'text' },
			{ key: 'sourceCut', kind: 'time' },
			{ key: 'daysBehind', kind: 'days' },
			{ key: 'qualityReceived', kind: 'count' },
			...kindColumns
		],
		rows: exports.map(({ sha256, file_name, data_cut }) => ({
			sourceName: file_name,
			sourceCut: data_cut,
			daysBehind: daysBehind(data_cut, dataCut),
			...kindCells(bySource.get(sha256) ?? nothing)
		})),
		total: { sourceName: null, sourceCut: null, daysBehind: null, ...kindCells(total) }
	};
}

const nothing: Counts = {
	...{ orders: 0, any: 0 },
	...{ 'kind completeness': 0, 'kind validity': 0, 'kind timeliness': 0, 'kind contradictions': 0 }
};

/** The orders that a check finds, in the order of receipt; up to mostOrdersInFile. */
export async function qualityOrdersTable(
	db: WarehouseDb,
	{ scope, checkKey = 'timeliness-unknown' }: TableOptions
): Promise<FigureTable> {
	const rows = await qualityOrders(db, checkKey, scope, 1, mostOrdersInFile).execute();
	return { id: 'quality-orders', by: null, columns: orderColumns, rows: rows.map(orderCells), total: null };
}
