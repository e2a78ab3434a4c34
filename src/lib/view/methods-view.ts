import { columnsLacking, type Carried } from '#lib/domain/carried.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	besideMeasure,
	besideOrders,
	measures,
	type BesideKey,
	type Measure,
	type MeasureKey
} from '#queries/measures.ts';
import { besideBasis, besideParts } from './beside-explanation.ts';
import { columnName } from './column-names.ts';
import { measureBasis } from './explanation.ts';
import { besideColumnName } from './missing.ts';
import { own } from './names.ts';
import type { Fact } from './table-about.ts';

export type Method = { key: string; id: string; name: string; facts: Fact[]; sql: string | null; explainHref: string };

const types = {
	rate: m.away_methods_rate,
	ratio: m.asking_kind_ratio,
	count: m.away_methods_count,
	duration: m.away_methods_duration,
	survival: m.away_methods_survival,
	quantity: m.catalogue_kind_quantity,
	gap: m.catalogue_kind_gap,
	quota: m.catalogue_kind_quota,
	calls: m.catalogue_kind_calls,
	places: m.catalogue_kind_places,
	uncarried: m.catalogue_kind_uncarried
};

/** Every measure with all that its definition says; statements and columns only where exports are loaded. */
export function methodsView(loaded: Loaded | null): Method[] {
	return [...ofOrders(loaded), ...besides(loaded)];
}

type Loaded = { carried: Carried; sqlOf: (key: MeasureKey | BesideKey) => string | null };

function ofOrders(loaded: Loaded | null): Method[] {
	return (Object.keys(measures) as MeasureKey[]).map((key) => {
		const measure: Measure = measures[key];
		return {
			key,
			id: measure.id,
			name: own(measure.name),
			facts: [
				{ term: m.away_methods_type(), text: types[measure.type]() },
				{ term: m.explain_formula(), text: own(measure.formula) },
				...madeOf(measure),
				{ term: m.explain_left_out(), text: own(measure.leftOut) },
				{ term: m.explain_basis(), text: measureBasis(measure) },
				{ term: m.away_methods_needs(), text: columnsText(measure.needs, loaded?.carried ?? null, columnName) },
				{ term: m.explain_definition(), text: `${measure.id}${m.list_gap()}${measure.source}` }
			],
			sql: loaded && loaded.sqlOf(key),
			explainHref: `/explain/${key}`
		};
	});
}

function besides(loaded: Loaded | null): Method[] {
	return (Object.keys(besideOrders) as BesideKey[]).map((key) => {
		const measure = besideMeasure(key);
		const parts = besideParts(measure);
		return {
			key,
			id: measure.id,
			name: own(measure.name),
			facts: [
				{ term: m.away_methods_type(), text: types[measure.type]() },
				{ term: m.explain_formula(), text: own(measure.formula) },
				...(parts === null
					? []
					: [
							{ term: m.explain_numerator(), text: parts.numerator },
							{ term: m.explain_denominator(), text: parts.denominator }
						]),
				{ term: m.explain_left_out(), text: own(measure.leftOut) },
				{ term: m.explain_basis(), text: besideBasis(measure) },
				{
					term: m.away_methods_needs(),
					text:
						measure.type === 'uncarried'
							? m.catalogue_uncarried({ input: own(measure.input) })
							: columnsText(measure.needs, loaded?.carried ?? null, besideColumnName)
				},
				{ term: m.explain_definition(), text: `${measure.id}${m.list_gap()}${measure.source}` }
			],
			sql: loaded && loaded.sqlOf(key),
			explainHref: `/explain/${key}`
		};
	});
}

function madeOf(measure: Measure): Fact[] {
	if (measure.type === 'rate' || measure.type === 'ratio')
		return [
			{ term: m.explain_numerator(), text: own(measure.numeratorName) },
			{ term: m.explain_denominator(), text: own(measure.denominatorName) }
		];
	if (measure.type === 'quota')
		return [
			{ term: m.explain_numerator(), text: own(measure.numeratorName) },
			{ term: m.explain_denominator(), text: own(measure.denominatorName) },
			{ term: m.catalogue_quota(), text: m.catalogue_quota_text({ fewest: measure.fewest }) }
		];
	if (measure.type !== 'duration' && measure.type !== 'survival') return [];
	return [
		{ term: m.explain_clock(), text: m.explain_clock_text({ start: own(measure.start), stop: own(measure.stop) }) }
	];
}

function columnsText(needs: readonly string[], carried: Carried | null, nameOf: (column: string) => string): string {
	const listed = (columns: readonly string[]) =>
		columns.map((column) => `${nameOf(column)} (${column})`).join(m.away_comma());
	if (carried === null) return listed(needs);
	const lacking = columnsLacking(needs, carried);
	return lacking.length === 0
		? m.away_methods_carried({ columns: listed(needs) })
		: m.away_methods_lacking({ columns: listed(needs), lacking: listed(lacking) });
}
