import { m } from '#lib/paraglide/messages.js';
import { dataFolder, ensureDataFolder } from '#lib/server/data-folder.ts';
import { ownExportOf } from '#lib/server/imports/asked-import.ts';
import {
	changeLists,
	fieldsChanged,
	orderChanges,
	ordersOfList,
	valuesChanged
} from '#lib/server/internal/order-changes.ts';
import { closeLedger, openLedger } from '#lib/server/ledger/open.ts';
import { stagedName, stagedWord } from '#lib/view/staged-words.ts';
import { onlyOptions, option, parseArguments } from './arguments.ts';
import { mapped, pageOption } from './long-list.ts';
import { importNumbered } from './rows.ts';
import { shellLanguage, usage } from './usage.ts';

/**
 * `duban changes IMPORT [--list new|changed|vanished|notLookedFor] [--limit N] [--offset N]`: what an export of orders brought,
 * changed and no longer shows; with a list the orders themselves, a changed one with a line a value.
 */
export async function changes(line: string[]): Promise<{ output: unknown }> {
	const args = parseArguments(line, ['json']);
	onlyOptions(args, ['json', 'list', 'limit', 'offset']);
	const list = option(args, 'list', changeLists);
	const page = pageOption(args);
	const folder = ensureDataFolder(dataFolder());
	try {
		const { seq, result, undoneAt } = await importNumbered(openLedger(folder), args.words);
		if (undoneAt !== null) throw usage(m.brought_undone, { number: seq });
		if (result.outcome !== 'taken' || result.kind !== 'orders') throw usage(m.brought_not_orders, { number: seq });
		const own = ownExportOf(result);
		if (list === 'changed') return { output: mapped(valuesChanged(folder, own, page), inWords) };
		if (list !== undefined) return { output: mapped(ordersOfList(folder, own, list, page), (order) => order) };
		const [counts, fields] = [await orderChanges(folder, own), await fieldsChanged(folder, own)];
		const name = ({ field, orders }: { field: string; orders: number }) => ({
			...{ field, name: stagedName(field, shellLanguage()), orders }
		});
		return { output: { import: seq, file: own.fileName, ...counts, fields: fields.map(name) } };
	} finally {
		await closeLedger(folder);
	}
}

/** A value that changed, its field and values as codes and in words. */
const inWords = (value: { orderNumber: string; field: string; before: string | null; after: string | null }) => {
	const locale = shellLanguage();
	const isKey = value.field === 'caller_key';
	const word = (text: string | null) => stagedWord(value.field, text, locale);
	return {
		...value,
		// A key would tell who called again.
		...(isKey && { before: word(value.before), after: word(value.after) }),
		name: stagedName(value.field, locale),
		...{ beforeInWords: word(value.before), afterInWords: word(value.after) }
	};
};
