import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { tellNames, type Named, type Told } from '#lib/server/imports/tell-names.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { knownNames } from '#queries/known-names.ts';
import { waitingNames } from '#queries/waiting-names.ts';
import { onlyOptions, parseArguments } from './arguments.ts';
import { usage } from './usage.ts';

/** `duban unit list | map WRITTEN=NAME ...`, and the same of `category`: names that wait, and what is meant by them. */
export const names =
	(of: Named) =>
	async (line: string[]): Promise<{ output: unknown }> => {
		const args = parseArguments(line, ['json']);
		onlyOptions(args, ['json']);
		const [verb, ...words] = args.words;
		if (verb === 'list' && words.length === 0) return { output: await waiting(of) };
		if (verb !== 'map' || words.length === 0) throw usage(m.names_cli_usage, { of });
		const told = words.map(readWord);
		await requireKnown(of, told);
		const folder = ensureDataFolder(dataFolder());
		const ledger = openLedger(folder);
		try {
			const number = await tellNames(folder, ledger, { of, told, by: 'command line' });
			return { output: { import: number, told } };
		} finally {
			await closeLedger(folder);
		}
	};

function readWord(text: string): Told {
	const place = text.indexOf('=');
	const [written, name] = [text.slice(0, Math.max(place, 0)).trim(), text.slice(place + 1).trim()];
	if (written === '' || name === '') throw usage(m.names_cli_not_a_pair, { value: text });
	return { written, name };
}

async function waiting(of: Named) {
	const warehouse = await servedWarehouse();
	const rows = warehouse ? await waitingNames(warehouse.db).execute() : [];
	return rows
		.filter(({ dimension }) => dimension === of)
		.map(({ name, orders, first_day, last_day }) => ({ name, orders, firstDay: first_day, lastDay: last_day }));
}

/** Where there is a directory, a name can only mean one it knows. */
async function requireKnown(of: Named, told: Told[]): Promise<void> {
	const warehouse = await servedWarehouse();
	const known = new Set((warehouse ? await knownNames(warehouse.db, of).execute() : []).map(({ name }) => name));
	const unknown = told.find(({ name }) => known.size > 0 && !known.has(name));
	if (unknown) throw usage(m.names_unknown, { name: unknown.name });
}
