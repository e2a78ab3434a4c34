import { publicTable } from '#lib/domain/disclosure.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { FigureTable } from '#lib/domain/table.ts';
import { tables } from '../reports/tables.ts';
import { recorded, type Statement } from '../warehouse/recorded.ts';
import type { WarehouseDb } from '../warehouse/warehouse.ts';

/** The fixed list of tables a release holds. No reader can ask for another cut. */
const released = {
	'volumes-by-month': (db, scope) => tables.volumes(db, { scope, by: 'month' }),
	'volumes-by-district': (db, scope) => tables.volumes(db, { scope, by: 'district' }),
	'volumes-by-kind': (db, scope) => tables.volumes(db, { scope, by: 'kind' }),
	'timeliness-by-district': (db, scope) => tables.timeliness(db, { scope, by: 'district' }),
	'timeliness-by-unit': (db, scope) => tables.timeliness(db, { scope, by: 'unit' }),
	'on-time-by-district': (db, scope) => tables['on-time'](db, { scope, by: 'district' }),
	'handling-time-by-district': (db, scope) => tables['handling-time'](db, { scope, by: 'district' }),
	stages: (db, scope) => tables.stages(db, { scope, by: 'unit' }),
	ranking: (db, scope) => tables.ranking(db, { scope, by: 'unit' }),
	'return-visits-by-district': (db, scope) => tables['return-visits'](db, { scope, by: 'district' }),
	'return-visits-by-unit': (db, scope) => tables['return-visits'](db, { scope, by: 'unit' })
} as const satisfies Record<string, (db: WarehouseDb, scope: Scope) => Promise<FigureTable>>;

export type ReleasedTableId = keyof typeof released;

/** Every table of a release, protected, with the statements that made it. */
export async function tablesReleased(
	db: WarehouseDb,
	scope: Scope
): Promise<{ id: ReleasedTableId; table: FigureTable; statements: Statement[] }[]> {
	return Promise.all(
		(Object.keys(released) as ReleasedTableId[]).map(async (id) => {
			const { result, statements } = await recorded(() => released[id](db, scope));
			return { id, table: withoutInternals(publicTable(result)), statements };
		})
	);
}

/** Only the cells a column names leave the building. */
function withoutInternals(table: FigureTable): FigureTable {
	const keep = (row: FigureTable['rows'][number]) =>
		Object.fromEntries(table.columns.map(({ key }) => [key, row[key] ?? null]));
	return { ...table, rows: table.rows.map(keep), total: table.total && keep(table.total) };
}
