import type { Table } from '#lib/components/table.ts';
import { formatCount } from '#lib/domain/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { FigureTable } from '#lib/domain/table.ts';
import type { SizedStratum } from '#lib/domain/sample.ts';
import { dimensionName, rowName } from './names.ts';
import { tableFacts, type TableScope } from './table-about.ts';
import type { TakenTable } from './taken-table.ts';

type Sample = {
	seed: string;
	strata: SizedStratum[];
	size: number;
	digest: string;
	orders: { unit: string | null; orderNumber: string; place: number }[];
};

/** Rows of the list that a page shows; the file holds all. */
export const ordersShown = 100;

/** How many orders of each unit can be drawn and are. */
export function sizeTable(strata: SizedStratum[]): Table {
	const sum = (of: (stratum: SizedStratum) => number) => strata.reduce((total, one) => total + of(one), 0);
	const share = (numerator: number, denominator: number) => ({
		value: numerator / denominator,
		numerator,
		denominator
	});
	const [eligible, size] = [sum((one) => one.eligible), sum((one) => one.size)];
	return {
		id: 'sample-sizes',
		caption: m.visit_sample_size_caption(),
		columns: [
			{ key: 'unit', heading: dimensionName('unit'), kind: 'text' },
			{ key: 'eligible', heading: m.visit_column_eligible(), kind: 'count' },
			{ key: 'size', heading: m.visit_sample_column_size(), kind: 'count' },
			{ key: 'share', heading: m.visit_sample_column_share(), kind: 'rate' },
			{ key: 'note', heading: m.visit_sample_column_census(), kind: 'note' }
		],
		rows: strata.map((one) => ({
			unit: rowName(one.unit, 'unit'),
			eligible: one.eligible,
			size: one.size,
			share: share(one.size, one.eligible),
			note: one.isCensus ? m.visit_sample_census() : ''
		})),
		total: { unit: m.table_total(), eligible, size, share: share(size, eligible), note: '' },
		empty: m.visit_sample_none()
	};
}

/** The first of the orders drawn; each opens its order. */
export function listTable({ orders, size }: Sample): Table {
	const shown = orders.slice(0, ordersShown);
	const n = (value: number) => formatCount(value, getLocale());
	return {
		id: 'sample-list',
		caption: m.visit_sample_list_caption({ shown: n(shown.length), size: n(size) }),
		columns: [
			{ key: 'order', heading: m.visit_sample_column_order(), kind: 'text' },
			{ key: 'unit', heading: dimensionName('unit'), kind: 'text' },
			{ key: 'place', heading: m.visit_sample_column_place(), kind: 'count' }
		],
		rows: shown.map(({ orderNumber, unit, place }) => ({
			order: { value: orderNumber, href: `/orders/${encodeURIComponent(orderNumber)}` },
			unit: rowName(unit, 'unit'),
			place
		}))
	};
}

const headings: Record<string, () => string> = {
	orderNumber: m.visit_sample_column_order,
	unit: () => dimensionName('unit'),
	place: m.visit_sample_column_place
};

/** The list to take away: order number, unit and place, nothing of any citizen; and what it takes to draw it again. */
export function sampleTaken(sample: Sample, scope: TableScope): TakenTable {
	const table: FigureTable = {
		...{ id: 'sample-list', by: null, total: null },
		columns: [
			{ key: 'orderNumber', kind: 'text' },
			{ key: 'unit', kind: 'text' },
			{ key: 'place', kind: 'count' }
		],
		rows: sample.orders.map(({ orderNumber, unit, place }) => ({ orderNumber, unit: rowName(unit, 'unit'), place }))
	};
	const sizes = sample.strata.map(({ unit, eligible, size }) =>
		m.visit_sample_file_size({ unit: rowName(unit, 'unit'), eligible, size })
	);
	return {
		...{ table, heading: (key) => headings[key]?.(), definitions: [], isReleased: false },
		facts: [
			{ term: m.visit_sample_seed(), text: sample.seed },
			{ term: m.visit_sample_file_how(), text: m.visit_sample_file_method() },
			{ term: 'SHA-256', text: sample.digest },
			...tableFacts(table, scope),
			{ term: m.visit_sample_section_wish(), text: sizes.join(m.list_gap()) }
		],
		plainName: `return-visits-${sample.seed}`,
		nameParts: [m.visit_sample_title(), scope.periodName, sample.seed]
	};
}
