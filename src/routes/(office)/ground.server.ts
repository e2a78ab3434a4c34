import type { servedWarehouse } from '#lib/server/warehouse/served.ts';
import type { ListGround } from '#lib/view/taken-table.ts';

type Served = Awaited<ReturnType<typeof servedWarehouse>>;

/** What the office's pages and files rest on; nothing before the first import. */
export const groundOf = (warehouse: Served): ListGround | undefined =>
	warehouse
		? {
				dataCut: warehouse.about.data_cut,
				version: warehouse.about.version,
				isMadeUp: warehouse.about.is_made_up
			}
		: undefined;
