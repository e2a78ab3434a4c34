import { Kysely } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { DuckDbDialect } from './dialect.ts';
import { lockedInstance } from './locked-instance.ts';
import { note } from './recorded.ts';
import type { AboutTable, WarehouseTables } from './schema.ts';

/** What a question may be asked of: selects only, by type here and by the file's mode below. */
export type WarehouseDb = ReadonlyKysely<WarehouseTables>;

export type Warehouse = { db: WarehouseDb; about: AboutTable; close: () => Promise<void> };

/** Opens one version of the warehouse under the locked profile; close it when the last query is done. */
export async function openWarehouse(path: string): Promise<Warehouse> {
	const writable = new Kysely<WarehouseTables>({
		dialect: new DuckDbDialect({ instance: await lockedInstance(path) }),
		log: ({ query }) => note(query.sql, query.parameters)
	});
	const db = writable.withSchema('warehouse') as unknown as WarehouseDb;
	try {
		const about = await db.selectFrom('about').selectAll().executeTakeFirstOrThrow();
		return { db, about, close: () => writable.destroy() };
	} catch (error) {
		await writable.destroy();
		throw error;
	}
}
