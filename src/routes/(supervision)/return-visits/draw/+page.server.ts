import { randomInt } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { formatCount } from '#lib/domain/format.ts';
import { queryString } from '#lib/domain/scope.ts';
import { drawSample, sampleStrata } from '#lib/server/reports/sample.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { filesBeside } from '#lib/view/table-files.ts';
import { listTable, sizeTable } from '#lib/view/sample-view.ts';
import { asked } from '../../asked.server.ts';
import { recordDraw, sampleKinds, wishFrom } from '../wish.server.ts';
import type { PageServerLoad } from './$types.js';

/** How many orders to visit and which: sizes at once, the list where there is a seed; `draw` without one draws a seed. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { page: null };
	const { db, scope, request, about, shown } = page;
	const { searchParams } = event.url;
	const { how, wish, texts, seed } = wishFrom(searchParams);
	if (searchParams.has('draw') && seed === null) {
		const query = new URLSearchParams(searchParams);
		query.set('seed', String(randomInt(10_000_000, 100_000_000)));
		redirect(303, `${event.url.pathname}?${query}`);
	}
	const sample = searchParams.has('draw') && seed !== null ? await drawSample(db, scope, wish, seed) : null;
	if (sample !== null) await recordDraw(event, sample, scope, about.version);
	const strata = sample?.strata ?? (await sampleStrata(db, scope, wish));
	const sum = (key: 'eligible' | 'size') =>
		formatCount(
			strata.reduce((total, one) => total + one[key], 0),
			getLocale()
		);
	const words = { eligible: sum('eligible'), size: sum('size') };
	const names = {
		city: m.visit_sample_kind_city,
		unit: m.visit_sample_kind_unit,
		'per-unit': m.visit_sample_kind_per_unit
	};
	const wished = { ...texts, how, seed: seed ?? '' };
	const carried = Object.entries(wished).map(([name, value]) => ({ name, value }));
	const csvHref = `/return-visits/draw.csv?${new URLSearchParams([...new URLSearchParams(queryString(request)), ...Object.entries(wished)])}`;
	return {
		page: { ...shown, bar: { ...shown.bar, carried } },
		foot: shown.foot,
		finding:
			strata.length === 0
				? m.visit_sample_none()
				: sample
					? m.visit_sample_finding_drawn({ ...words, seed: sample.seed })
					: m.visit_sample_finding(words),
		backHref: `/return-visits${queryString(request)}`,
		form: {
			kept: [...new URLSearchParams(queryString(request))].map(([name, value]) => ({ name, value })),
			kinds: sampleKinds.map((value) => ({ value, label: names[value](), checked: value === how })),
			texts,
			seed: seed ?? ''
		},
		sizes: sizeTable(strata),
		list: sample && {
			table: listTable(sample),
			csvHref,
			otherFiles: filesBeside(csvHref),
			download: m.visit_sample_download({ size: words.size }),
			digest: m.visit_sample_digest({ digest: sample.digest })
		}
	};
};
