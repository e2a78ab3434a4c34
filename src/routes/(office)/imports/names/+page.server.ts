import { fail, redirect } from '@sveltejs/kit';
import { formatCount, formatDate } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { ImportUnderWay } from '#lib/server/imports/lock.ts';
import { tellNames, type Named, type Told } from '#lib/server/imports/tell-names.ts';
import { whenFree } from '#lib/server/imports/when-free.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { knownNames } from '#queries/known-names.ts';
import { waitingNames } from '#queries/waiting-names.ts';
import { groundOf } from '../../ground.server.ts';
import { actorOf } from '../uploading.server.ts';
import type { Actions, PageServerLoad } from './$types.js';

const dimensions: Named[] = ['unit', 'category'];
const titles: Record<Named, () => string> = { unit: m.names_units, category: m.names_categories };
/** As long as undoing waits for an import under way. */
const waitsMs = 20_000;

async function known(of: Named): Promise<string[]> {
	const warehouse = await servedWarehouse();
	return (warehouse ? await knownNames(warehouse.db, of).execute() : []).map(({ name }) => name);
}

/** Units and categories that no directory and no tree knows: in no ranking until somebody says what is meant. */
export const load: PageServerLoad = async () => {
	const warehouse = await servedWarehouse();
	const rows = warehouse ? await waitingNames(warehouse.db).execute() : [];
	const locale = getLocale();
	return {
		foot: groundOf(warehouse) ?? {},
		lists: await Promise.all(
			dimensions.map(async (of) => ({
				of,
				title: titles[of](),
				known: await known(of),
				waiting: rows
					.filter(({ dimension }) => dimension === of)
					.map(({ name, orders, first_day, last_day }) => ({
						name,
						orders: formatCount(orders, locale),
						days: m.names_days({ from: formatDate(first_day, locale), to: formatDate(last_day, locale) })
					}))
			}))
		)
	};
};

export const actions: Actions = {
	/** Takes every name beside which something was chosen for what it is said to mean. */
	default: async ({ request, locals }) => {
		const by = actorOf(locals);
		const form = await request.formData();
		const of = dimensions.find((each) => each === form.get('of'));
		if (!of) return fail(400, { problem: m.names_nothing_said() });
		const said = form.getAll('name').map((name) => String(name).trim());
		const told = form.getAll('written').flatMap((written, place): Told[] => {
			const name = said[place] ?? '';
			return name === '' ? [] : [{ written: String(written), name }];
		});
		if (told.length === 0) return fail(400, { problem: m.names_nothing_said() });
		const names = new Set(await known(of));
		const unknown = told.find(({ name }) => !names.has(name));
		if (unknown) return fail(400, { problem: m.names_unknown({ name: unknown.name }) });
		const folder = ensureDataFolder(dataFolder());
		try {
			await whenFree(() => tellNames(folder, openLedger(folder), { of, told, by }), { forMs: waitsMs });
		} catch (problem) {
			if (problem instanceof ImportUnderWay) return fail(409, { problem: m.names_busy() });
			throw problem;
		}
		redirect(303, '/imports/names');
	}
};
