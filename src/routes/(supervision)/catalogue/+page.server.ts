import { queryString } from '#lib/domain/scope.ts';
import { catalogue } from '#lib/server/reports/catalogue.ts';
import { tables } from '#lib/server/reports/tables.ts';
import { m } from '#lib/paraglide/messages.js';
import { catalogueFinding, catalogueView } from '#lib/view/catalogue-view.ts';
import { filesBeside } from '#lib/view/table-files.ts';
import { tableView } from '#lib/view/table-view.ts';
import { asked } from '../asked.server.ts';
import { behindHref, csvHref, explainHref } from '../links.ts';
import type { PageServerLoad } from './$types.js';

/** Every measure of one scope: what it comes to, what it is made of, and what is missing where it can not be told. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, shown } = page;
	const [all, supervision] = await Promise.all([
		catalogue(db, scope),
		tables['supervision-types'](db, { scope, by: 'unit' })
	]);
	const explain = (measure: string) => explainHref(request, measure);
	const csv = csvHref(request, 'catalogue');
	return {
		page: shown,
		foot: shown.foot,
		finding: catalogueFinding(all),
		themes: catalogueView(all, {
			scope,
			periodName: shown.periodName,
			explain,
			behind: (key, part) => behindHref(request, key, part)
		}),
		files: [{ label: 'CSV', href: csv }, ...filesBeside(csv)],
		supervision: tableView(supervision, {
			caption: m.catalogue_supervision_caption(),
			csvHref: csvHref(request, 'supervision-types'),
			explain,
			empty: m.catalogue_supervision_none()
		}),
		handlersHref: `/return-visits/handlers${queryString(request)}`
	};
};
