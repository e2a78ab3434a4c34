import { Kysely } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { Answers } from './answers.ts';
import { DuckDbDialect } from './dialect.ts';
import { lockedInstance } from './locked-instance.ts';
import { note } from './recorded.ts';
import type { AboutTable, WarehouseTables } from './schema.ts';

/** What a question may be asked of: selects only, by type here and by the file's mode below. */
export type WarehouseDb = ReadonlyKysely<WarehouseTables>;

export type Warehouse = { db: WarehouseDb; about: AboutTable; close: () => Promise<void> };

/** Room for answers: DUBAN_REMEMBERED million characters, 16 unless set; 0 remembers nothing. */
function rememberedCharacters(): number {
	const millions = Number(process.env.DUBAN_REMEMBERED || 16);
	if (!(millions >= 0)) throw new Error(`DUBAN_REMEMBERED is a number from 0; it was: ${process.env.DUBAN_REMEMBERED}`);
	return millions * 1_000_000;
}

/**
 * Opens one version of the warehouse under the locked profile; close it when the last query is done. `room` is how many
 * characters of answers are remembered.
 */
export async function openWarehouse(path: string, room = rememberedCharacters()): Promise<Warehouse> {
	const writable = new Kysely<WarehouseTables>({
		dialect: new DuckDbDialect({ instance: await lockedInstance(path), answers: new Answers(room) }),
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
