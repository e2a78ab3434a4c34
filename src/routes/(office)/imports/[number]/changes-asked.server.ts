import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { ownExportOf } from '#lib/server/imports/asked-import.ts';
import { inLines } from '#lib/server/list-answer.ts';
import {
	changeLists,
	orderChanges,
	ordersOfList,
	valuesChanged,
	type ChangeList
} from '#lib/server/internal/order-changes.ts';
import { remembered } from '#lib/server/internal/remembered.ts';
import type { OwnExport } from '#lib/server/internal/standing-exports.ts';
import { orderRow, ordersIn, valueRow } from '#lib/view/order-changes-view.ts';
import { importShown } from '../listed.server.ts';

/** Which list of changes of which import an address asks for, and how many orders stand in it; 404 for any that is not there. */
export async function changesAsked({ params, url }: Pick<RequestEvent<{ number: string }>, 'params' | 'url'>) {
	const one = await importShown(params.number);
	const list = changeLists.find((known) => known === url.searchParams.get('list'));
	const { result, undoneAt } = one;
	if (list === undefined || result.outcome !== 'taken' || result.kind !== 'orders' || undoneAt !== null)
		error(404, m.upload_no_rows());
	const own = ownExportOf(result);
	const counts = await remembered(dataFolder(), `changes ${one.sha256}`, () => orderChanges(dataFolder(), own));
	const withheld = counts.confidential[list];
	return { one, list, own, counts, withheld, total: ordersIn(counts, list) - withheld };
}

/** The lines of a list, of a page of orders or of all. */
export const changeLines = (own: OwnExport, list: ChangeList, page?: { limit: number; offset: number }) =>
	list === 'changed'
		? inLines(valuesChanged(dataFolder(), own, page), (value) => [valueRow(value)])
		: inLines(ordersOfList(dataFolder(), own, list, page), (order) => [orderRow(order)]);
